#!/usr/bin/env bash
# Runs a command with a private PostgreSQL server: tests/postgres.sh cargo test -p store
#
# The server is new, listens on a local socket alone, knows nothing of durability, and is gone at the end, also after
# Ctrl-C. The command finds its address in PLENARY_TEST_POSTGRES. Where there is no PostgreSQL and none can be
# installed, the command runs without that variable, and this script says plainly that PostgreSQL was not tested.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: tests/postgres.sh COMMAND [ARGUMENT…]" >&2
    exit 2
fi

# Says why, and runs the command without a server.
without() {
    echo "PostgreSQL tests: not run, because $1." >&2
    shift
    unset PLENARY_TEST_POSTGRES
    exec "$@"
}

# The folder of the newest server programs; nothing if there is none.
find_programs() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn); do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
            echo "$folder"
            return
        fi
    done
    if command -v initdb >/dev/null && command -v postgres >/dev/null; then
        dirname "$(command -v initdb)"
    fi
}

programs=$(find_programs)
if [ -z "$programs" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "PostgreSQL tests: installing Debian's postgresql package." >&2
    # Without this the package would also start a server of its own.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null 2>&1 || true
    programs=$(find_programs)
fi
[ -n "$programs" ] || without "no initdb and postgres were found, and Debian's package could not be installed" "$@"

version=$("$programs/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
[ "$version" -ge 15 ] || without "the PostgreSQL found is version $version, and 15 is the oldest that is supported" "$@"

# PostgreSQL refuses to run as root: then it runs as a user who may nothing.
as_owner=()
owner=$(id -un)
if [ "$(id -u)" = 0 ]; then
    owner=nobody
    id postgres >/dev/null 2>&1 && owner=postgres
    if command -v runuser >/dev/null; then
        as_owner=(runuser -u "$owner" --)
    elif command -v setpriv >/dev/null; then
        as_owner=(setpriv "--reuid=$owner" --clear-groups --)
    else
        without "root may not run it, and neither runuser nor setpriv is there to become $owner" "$@"
    fi
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/plenary-postgres-XXXXXX")
server=
child=
finish() {
    trap - EXIT INT TERM HUP
    # What was interrupted goes before its server does: the whole group, since cargo does not take its tests along.
    [ -z "$child" ] || kill -TERM -- "-$child" 2>/dev/null || true
    if [ -n "$server" ]; then
        # "Immediate" is enough: nothing of it is kept.
        "${as_owner[@]}" "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null 2>&1 || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

chmod 711 "$folder"
mkdir "$folder/data" "$folder/socket"
[ "$(id -u)" != 0 ] || chown "$owner" "$folder/data" "$folder/socket"
cd "$folder"
"${as_owner[@]}" "$programs/initdb" --pgdata="$folder/data" --username=plenary --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder/socket'
max_connections = 200
fsync = off
full_page_writes = off
synchronous_commit = off
END
server=started
"${as_owner[@]}" "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/data/server.log" --wait start >/dev/null ||
    { cat "$folder/data/server.log" >&2; exit 1; }
cd "$OLDPWD"

encoded=${folder//\//%2F}
export PLENARY_TEST_POSTGRES="postgres://plenary@${encoded}%2Fsocket/postgres"
# In the background and in a group of its own: a signal is heard while it runs, and can be passed on to all of it.
set -m
"$@" <&0 &
child=$!
set +m
status=0
wait "$child" || status=$?
child=
exit "$status"
