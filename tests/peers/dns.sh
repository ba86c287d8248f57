#!/usr/bin/env bash
# Knot DNS, authoritative for DNS_ZONES (default "acme.test example.test"); records come and go by RFC 2136 update.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need knotd dig
cd "$PEER_DIR" || exit 1
zones=${DNS_ZONES:-acme.test example.test}
{
  echo "server:"
  echo "    rundir: \"$PEER_DIR\""
  echo "    pidfile: \"$PEER_DIR/pid\""
  echo "    listen: $PEER_HOST@$PEER_PORT"
  [ "$(id -u)" != 0 ] || echo "    user: knot:knot"
  cat <<C
log:
  - target: stderr
    any: info
database:
    storage: "$PEER_DIR"
acl:
  - id: loopback
    address: 127.0.0.0/8
    action: update
template:
  - id: default
    storage: "$PEER_DIR"
    file: "%s.zone"
    acl: loopback
    zonefile-sync: -1
    zonefile-load: difference-no-serial
    journal-content: all
zone:
C
  for zone in $zones; do echo "  - domain: $zone"; done
} >knot.conf
for zone in $zones; do
  printf '$TTL 5\n@ SOA ns.%s. hostmaster.%s. 1 3600 600 86400 1\n@ NS ns.%s.\nns A 192.0.2.1\n' "$zone" "$zone" "$zone" >"$zone.zone"
done
[ "$(id -u)" != 0 ] || chown -R knot: "$PEER_DIR"
start knotd -c "$PEER_DIR/knot.conf"
zone_answers() { dig @"$PEER_HOST" -p "$PEER_PORT" +short +time=1 +tries=1 SOA "${zones%% *}" | grep -q .; }
until_answers zone_answers
hold
