#!/usr/bin/env bash
# The npm oidc-provider: http://PEER_HOST:PEER_PORT. What it does is described in node/openid.mjs.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
node=$(node_program) || exit 1
start "$node" "$PEERS/node/openid.mjs"
until_answers port_answers "$PEER_PORT2"
hold
