# Settings shared by up, down, pause, resume. Sourced, not run.
#
# One folder holds one PostgreSQL cluster with one seeded database that nobody ever opens. Every lab is a copy of it with a Tryton
# server of its own, named by its port: labs stand side by side, and each starts from the same data.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB=${TRYTON_LAB_DIR:-/var/tmp/backroom-lab-tryton}
PORT=${TRYTON_LAB_PORT:-18000}
PGPORT=${TRYTON_LAB_PGPORT:-18432}
DB=${TRYTON_LAB_DB:-lab}
WORKERS=${TRYTON_LAB_WORKERS:-0}          # 0: trytond's own threaded server; n: gunicorn with n processes and keep-alive
PDF=${TRYTON_LAB_PDF:-0}                  # 1: LibreOffice, and invoices printed as PDF
# Named by the content of what fills it: a changed seed is never mistaken for the old one, and labs of both stand side by side.
SEED_DB=lab_seed_$(cat "$HERE/modules" "$HERE/seed.py" "$HERE/cases.py" "$HERE/lean.py" | sha256sum | cut -c1-8)
[ "$PDF" = 0 ] || SEED_DB=${SEED_DB}_pdf
PGUSER_LAB=tryton
PGPASS_LAB=tryton-lab
ADMIN_PASSWORD=admin-lab-1
USER_LOGIN=backroom
USER_PASSWORD='Backroom-lab-2025'
READER_LOGIN=limited
READER_PASSWORD='Limited-lab-2025'
MANAGER_LOGIN=manager
MANAGER_PASSWORD='Manager-lab-2025'
PGDATA=$LAB/pgdata
CONF=$LAB/trytond-$PORT.conf
PIDFILE=$LAB/trytond-$PORT.pid
LOG=$LAB/trytond-$PORT.log
STATE=$LAB/$SEED_DB.json
PY=/usr/bin/python3
PGBIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)

say() { echo "[tryton-lab] $*" >&2; }
as_pg() { (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }

# One at a time sets a folder up or takes it down; the others wait for it.
lock_folder() { mkdir -p "$LAB"; chmod 755 "$LAB"; exec 8>"$LAB/lock"; flock -w 900 8; }

# When a process started, in clock ticks since boot: with its id, tells it from a later process of the same id.
started() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# The process group leader that `up` started, if it still runs: `server_pid [pidfile]`.
server_pid() {
  local pid when file=${1:-$PIDFILE}
  [ -f "$file" ] && read -r pid when <"$file" || return 1
  [ -n "$when" ] && [ "$(started "$pid")" = "$when" ] || return 1
  echo "$pid"
}
# The folder's servers that run, this port's among them.
running_servers() { local file; for file in "$LAB"/trytond-*.pid; do [ -f "$file" ] && server_pid "$file" || true; done; }

pg_running() { [ -s "$PGDATA/PG_VERSION" ] && as_pg "$PGBIN/pg_ctl" -D "$PGDATA" status >/dev/null 2>&1; }
# The file descriptor of the lock must not live on in what is started.
pg_start() { as_pg "$PGBIN/pg_ctl" -D "$PGDATA" -w -t 60 -l "$PGDATA/server.log" -o "-p $PGPORT $*" start >/dev/null 8>&-; }
pg_stop() { as_pg "$PGBIN/pg_ctl" -D "$PGDATA" -m fast -w stop >/dev/null; }
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
sql() { PGPASSWORD=$PGPASS_LAB "$PGBIN/psql" -h 127.0.0.1 -p "$PGPORT" -U "$PGUSER_LAB" -d "$1" -Atqc "$2"; }
