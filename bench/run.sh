#!/usr/bin/env bash
# Measures everything that bench/README.md shows, and writes it. Needs Postgres' programs (test.sh installs them). About fifteen minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
root="$PWD" work="$(mktemp -d)" port=55433 web_port=5099 clients=32 requests=10000
programs="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)"
as_postgres() { (cd "$work/pg" && if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi); }
sql() { "$programs/psql" -h 127.0.0.1 -p "$port" -U postgres -d bench -qtAc "$1"; }
load="$(cut -d" " -f1 /proc/loadavg)" web= pg=
stop() { [ -z "$web" ] || kill "$web" 2>/dev/null || true; [ -z "$pg" ] || as_postgres "$programs/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null || true; rm -rf "$work"; }
trap stop EXIT

dotnet build -c Release -m:1 -v:quiet bench/RnnGrader.Bench >&2
dotnet publish src/RnnGrader.Web -c Release -m:1 -v:quiet -o "$work/app" >&2
bench="$root/bench/RnnGrader.Bench/bin/Release/net10.0/RnnGrader.Bench.dll"

# Postgres as it comes: fsync and synchronous_commit on.
mkdir "$work/pg"; chmod 755 "$work"; [ "$(id -u)" != 0 ] || chown postgres "$work/pg"
as_postgres "$programs/initdb" -D "$work/pg/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
as_postgres "$programs/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w -o "-c listen_addresses=127.0.0.1 -p $port -k $work/pg" start >/dev/null
pg=1

serve() { mkdir -p "$work/$1"; (cd "$work/$1" && exec env RateLimiting__Enabled=false ASPNETCORE_URLS="http://127.0.0.1:$web_port" dotnet "$work/app/RnnGrader.Web.dll" >"$work/$1/log" 2>&1) & web=$!; }
answers() { until curl -sf "http://127.0.0.1:$web_port/api/v1/exercises" >/dev/null; do :; done; }
now() { date +%s%N; }

# A row a store: start, load once warm, memory after.
measure() {
  local began; began="$(now)"; serve "$1"; answers; local start=$((($(now) - began) / 1000000))
  dotnet "$bench" load "http://127.0.0.1:$web_port" "$requests" "$clients" >/dev/null
  local memory; memory="$(awk '/VmRSS/ {printf "%.0f", $2 / 1000}' "/proc/$web/status")"
  read -r rate median slow <<<"$(dotnet "$bench" load "http://127.0.0.1:$web_port" "$requests" "$clients")"
  kill "$web"; wait "$web" 2>/dev/null || true; web=
  echo "| $2 | $rate | $median | $slow | $memory | $start |"
}

connection="Host=127.0.0.1;Port=$port;Username=postgres;Database=bench"
sqlite="$(measure sqlite SQLite)"
export ConnectionStrings__Postgres="$connection"
dotnet "$work/app/RnnGrader.Web.dll" migrate >&2
postgres="$(measure postgres Postgres)"
bytes="$(sql "select round((select avg(pg_column_size(s)) from submissions s) + (select avg(pg_column_size(g)) from grades g) + (select avg(pg_column_size(k)) from idempotency_keys k))")"
sql "create table bare (id uuid primary key default gen_random_uuid(), payload text not null)"
echo "insert into bare (payload) values (repeat('x', $bytes - 40));" >"$work/bare.sql"
bare="$("$programs/pgbench" -h 127.0.0.1 -p "$port" -U postgres -n -M prepared -f "$work/bare.sql" -c "$clients" -j 2 -T 15 bench 2>/dev/null | awk '/^tps/ {printf "%.0f", $3}')"
unset ConnectionStrings__Postgres
courses="$(bench/courses.sh "$work/app/RnnGrader.Web.dll" "$port" "$work/pg/log" "$web_port")"
lti="$(bench/lti.sh "$work/app/RnnGrader.Web.dll" "$bench" "$port" "$web_port")"
micro="$(dotnet "$bench" micro 2>"$work/micro.log")"
dotnet run -c Release --project bench/RnnGrader.Simulation 200 "$work/simulation.md" >&2

cat >bench/README.md <<EOF
# How fast it is
Written by \`bench/run.sh\` on $(date -u +%F): $(nproc) cores of $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo) GiB, .NET $(dotnet --list-runtimes | awk '/NETCore.App/ {v=$2} END {print v}'), $("$programs/postgres" --version | awk '{print $2 " " $3}' | sed 's/(PostgreSQL)/Postgres/').
Load average when it began and ended: $load and $(cut -d' ' -f1 /proc/loadavg).

## Submissions over HTTP
$clients clients that each send the next answer to \`rnn-step-2\` (100 instances, every request with a new \`Idempotency-Key\`) as soon as the last was answered; $requests requests once warm. Clients, service and
Postgres share the cores. Every commit is on disk before it is answered.

| store | submissions/s | median ms | 99th percentile ms | memory MB after the first $requests | process start to first answer ms |
|---|--:|--:|--:|--:|--:|
$sqlite
$postgres

A submission writes three rows in one transaction: itself, its grade, its key; together $bytes bytes. \`pgbench\` with as many clients inserts **$bare** bare rows of that size a second on the same server, one a transaction, with nothing else to do.

$courses

$lti

## Drawing and grading
BenchmarkDotNet, one core, once warm; reading and writing JSON not counted. A draw takes another seed each time. 'Half wrong': every second cell of the first blank, and the later ones worked out rightly from them (for sets, half of them chosen).

$micro

$(sed 's/^#/##/' "$work/simulation.md")
EOF
