#!/usr/bin/env bash
# Installs the real software that Keyline is tested against: Debian packages (as root) and npm packages (artifacts/peers).
# Nothing is upgraded, no daemon is started, and what is there already is not touched.
set -u
peers="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
state="$(cd "$peers/../.." && pwd -P)/artifacts/peers"
ok=0

debian=(
  util-linux procps openssl
  slapd ldap-utils                                                     # directory
  postgresql                                                           # database
  simplesamlphp php-cli php-xml php-sqlite3 php-curl php-mbstring      # SAML identity provider
  knot bind9-dnsutils chrony                                           # names and time
  chromium fonts-dejavu-core                                           # browser
)
command -v npm >/dev/null || debian+=(npm)   # brings a Node.js; what the peers run on is chosen in lib.sh

missing=()
for package in "${debian[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "These Debian packages are missing and can only be installed as root: apt-get install --no-install-recommends ${missing[*]}" >&2
    ok=1
  else
    # policy-rc.d answering 101: packages do not start their daemons.
    if [ ! -e /usr/sbin/policy-rc.d ]; then
      printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
      chmod 755 /usr/sbin/policy-rc.d
      trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    log="$(mktemp)"
    export DEBIAN_FRONTEND=noninteractive
    apt() { apt-get -o DPkg::Lock::Timeout=600 -y --no-install-recommends --no-upgrade install "${missing[@]}" >"$log" 2>&1; }
    # The package lists may be old or absent: then once more with new ones.
    apt || { apt-get -o DPkg::Lock::Timeout=600 update >/dev/null 2>&1; apt; } || { tail -20 "$log" >&2; ok=1; }
    rm -f "$log"
  fi
fi

mkdir -p "$state/node"
if ! cmp -s "$peers/node/package-lock.json" "$state/node/installed.json"; then
  cp "$peers/node/package.json" "$peers/node/package-lock.json" "$state/node/"
  if npm ci --prefix "$state/node" --ignore-scripts --no-audit --no-fund --loglevel=error; then
    cp "$peers/node/package-lock.json" "$state/node/installed.json"
  else
    echo "npm could not install the packages of tests/peers/node/package.json." >&2
    ok=1
  fi
fi
exit $ok
