#!/usr/bin/env bash
# chrony as an NTP server on UDP that leaves the machine's clock alone; NTP_STRATUM (default 3).
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need chronyd
cat >"$PEER_DIR/chrony.conf" <<C
port $PEER_PORT
bindaddress $PEER_HOST
allow 127.0.0.0/8
local stratum ${NTP_STRATUM:-3}
cmdport 0
bindcmdaddress /
pidfile $PEER_DIR/pid
C
start chronyd -x -d -U -f "$PEER_DIR/chrony.conf"
until_answers test -s "$PEER_DIR/pid"
hold
