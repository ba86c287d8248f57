# Sourced by the start scripts of this folder. One script runs one peer for one test program and stops it when its own
# standard input ends: that is when the test program stops it, and also when the test program is killed.
#   PEER_DIR   the peer's own folder, removed at the end      PEER_HOST   the loopback address that it has for itself
#   PEER_PORT, PEER_PORT2, PEER_PORT3   free ports there      others      settings, named in the script
set -u
: "${PEER_DIR:?}" "${PEER_HOST:?}" "${PEER_PORT:?}"
PEERS="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
NODE_STATE="$(cd "$PEERS/../.." && pwd -P)/artifacts/peers/node"
export NODE_STATE
groups=()
stop_signal=TERM

# A process that is not a zombie is left in the group.
lives() { ps -eo pgid=,stat= | awk -v g="$1" '$1 == g && $2 !~ /^Z/ { f = 1 } END { exit !f }'; }

stop_all() {
  trap - EXIT
  local group
  for group in ${groups[@]+"${groups[@]}"}; do
    kill -s "$stop_signal" -- "-$group" 2>/dev/null || kill -s "$stop_signal" "$group" 2>/dev/null
    for _ in $(seq 60); do lives "$group" || break; sleep 0.05; done
    kill -s KILL -- "-$group" 2>/dev/null
  done
  case "$PEER_DIR" in */keyline-peer-*) rm -rf -- "$PEER_DIR" ;; esac
}
trap stop_all EXIT
trap 'exit 1' TERM INT HUP

fail() { echo "$*" >&2; tail -20 "$PEER_DIR/log" >&2 2>/dev/null; exit 1; }

# The node peers want Node.js 20 or newer: the machine's, or else the one that came with Playwright's package.
node_program() {
  local candidate
  for candidate in "$(command -v node)" "${NUGET_PACKAGES:-$HOME/.nuget/packages}"/microsoft.playwright/*/.playwright/node/linux-*/node; do
    [ -r "$candidate" ] || continue
    [ -x "$candidate" ] || chmod +x "$candidate"
    if [ "$("$candidate" -p 'parseInt(process.versions.node) >= 20' 2>/dev/null)" = true ]; then echo "$candidate"; return; fi
  done
  fail "Node.js 20 or newer is not installed: ./test restores one with Playwright's package."
}

need() { local c; for c; do command -v "$c" >/dev/null || fail "'$c' is not installed: ./test installs it as root."; done; }

# start COMMAND...: in a process group of its own, its output in the log.
start() { setsid "$@" >>"$PEER_DIR/log" 2>&1 </dev/null & groups+=($!); }

# until_answers COMMAND...: waits until it succeeds, as long as everything started lives.
until_answers() {
  local group
  for _ in $(seq 600); do
    "$@" >/dev/null 2>&1 && return 0
    for group in "${groups[@]}"; do kill -0 "$group" 2>/dev/null || fail "It did not start."; done
    sleep 0.04
  done
  fail "It did not answer in time."
}
port_answers() { (: >"/dev/tcp/$PEER_HOST/$1") 2>/dev/null; }

# hold: tells the test program that the peer is ready, and keeps it until standard input ends.
hold() { echo ready; while read -r _; do :; done; exit 0; }
