#!/usr/bin/env bash
# The npm smtp-server as a sink. PEER_PORT: STARTTLS; PEER_PORT2: TLS; PEER_PORT3: what came, as JSON over HTTP.
# The folder must hold server.crt and server.key; the rest is in node/smtp.mjs.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
node=$(node_program) || exit 1
start "$node" "$PEERS/node/smtp.mjs"
until_answers port_answers "$PEER_PORT3"
hold
