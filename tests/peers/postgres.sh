#!/usr/bin/env bash
# PostgreSQL with nothing on disk that must last; user postgres, password in POSTGRES_PASSWORD.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || fail "PostgreSQL is not installed: ./test installs it as root."
as=()
if [ "$(id -u)" = 0 ]; then   # it refuses to run as root
  chown postgres: "$PEER_DIR"
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
cd "$PEER_DIR" || exit 1
export HOME="$PEER_DIR" LC_ALL=C.UTF-8
(umask 077; echo "$POSTGRES_PASSWORD" >password)
[ "$(id -u)" != 0 ] || chown postgres: password
"${as[@]}" "$bin/initdb" -D data -U postgres -A scram-sha-256 --pwfile=password -E UTF8 --locale=C.UTF-8 --no-sync \
  --no-instructions >>log 2>&1 || fail "initdb failed."
stop_signal=QUIT   # immediate: clients may still be connected
start "${as[@]}" "$bin/postgres" -D data -p "$PEER_PORT" -c listen_addresses="$PEER_HOST" -c unix_socket_directories= \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB \
  -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0 -c password_encryption=scram-sha-256
until_answers "$bin/pg_isready" -q -h "$PEER_HOST" -p "$PEER_PORT"
hold
