#!/usr/bin/env bash
# SimpleSAMLphp as SAML identity provider: http://PEER_HOST:PEER_PORT, entity id .../idp, metadata at /saml2/idp/metadata.php.
# A service provider is known as soon as its metadata lies in the folder sp/ as an XML file; read anew at each request.
# Sign-out: /saml2/idp/initSLO.php; IdP-initiated: /saml2/idp/SSOService.php?spentityid=...
# People: users.json in the folder, {"name": {"password": "...", "attributes": {"mail": ["..."]}}}; without it user001..user020.
# SAML_ENCRYPT=1 encrypts assertions (SAML_CIPHER names how); SAML_SIGN is "both" (default), "response" or "assertion";
# SAML_NAMEID is "persistent" (default), "email" or "transient" for requests that ask for none.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need php openssl
[ -d /usr/share/simplesamlphp/www ] || fail "SimpleSAMLphp is not installed: ./test installs it as root."
cd "$PEER_DIR" || exit 1
mkdir -p sp data tmp log.d cert config metadata
openssl req -x509 -newkey rsa:2048 -nodes -keyout cert/idp.key -out cert/idp.crt -days 30 -subj "/CN=idp" 2>/dev/null
cp "$PEERS"/simplesamlphp/config.php "$PEERS"/simplesamlphp/authsources.php config/
cp "$PEERS"/simplesamlphp/saml20-idp-hosted.php metadata/
export SIMPLESAMLPHP_CONFIG_DIR="$PEER_DIR/config" PEER_URL="http://$PEER_HOST:$PEER_PORT"
# Workers: some pages call the same server again. No opcache: edited files count at once.
export PHP_CLI_SERVER_WORKERS=4
start php -d opcache.enable=0 -d session.save_path="$PEER_DIR/tmp" -S "$PEER_HOST:$PEER_PORT" -t /usr/share/simplesamlphp/www
until_answers port_answers "$PEER_PORT"
hold
