#!/usr/bin/env bash
# Measures launches from an LMS and scores sent to one, over HTTP, on Postgres. Called by run.sh, which has built the service and the bench and started Postgres; prints a
# section of bench/README.md. By itself, with nothing prepared: lti.sh
# usage: lti.sh [RnnGrader.Web.dll RnnGrader.Bench.dll POSTGRES_PORT FREE_PORT]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)" launches=2000 clients=16
work="$(mktemp -d)" web= pg=
as_postgres() { (cd "$work/pg" && if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi); }
programs="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)"
stop() { [ -z "$web" ] || { kill "$web" && wait "$web"; } 2>/dev/null || true; web=; }
end() { stop; [ -z "$pg" ] || as_postgres "$programs/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null || true; rm -rf "$work"; }
trap end EXIT
if [ $# = 0 ]; then
  set -- "$work/app/RnnGrader.Web.dll" "$here/RnnGrader.Bench/bin/Release/net10.0/RnnGrader.Bench.dll" 55434 5098
  dotnet build -c Release -m:1 -v:quiet "$here/RnnGrader.Bench" >&2
  dotnet publish "$here/../src/RnnGrader.Web" -c Release -m:1 -v:quiet -o "$work/app" >&2
  mkdir "$work/pg"; chmod 755 "$work"; [ "$(id -u)" != 0 ] || chown postgres "$work/pg"
  as_postgres "$programs/initdb" -D "$work/pg/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
  as_postgres "$programs/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w -o "-c listen_addresses=127.0.0.1 -p $3 -k $work/pg" start >/dev/null
  pg=1
fi
dll="$1" bench="$2" address="http://127.0.0.1:$4"
export ConnectionStrings__Postgres="Host=127.0.0.1;Port=$3;Username=postgres;Database=lti"
(cd "$work" && dotnet "$dll" migrate) >&2
serve() {
  (cd "$work" && exec env "$@" RateLimiting__Enabled=false RNNGRADER_ADMIN_TOKEN=administrator Outbound__AllowPrivateNetworks=true ASPNETCORE_URLS="$address" dotnet "$dll" >"$work/service.log" 2>&1) & web=$!
  until curl -sf "$address/health/ready" >/dev/null; do :; done
}

load="$(cut -d' ' -f1 /proc/loadavg)"
serve
dotnet "$bench" launches "$address" administrator "$launches" "$clients" >/dev/null
read -r rate median slow fast slower <<<"$(dotnet "$bench" lti "$address" administrator "$launches" "$clients")"
stop

# What a launch asks the store: the difference that 1600 more of them make to the log.
serve Deliveries__PollSeconds=86400 Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command=Information
# The log is written behind: it is counted when it has come to rest.
logged() { sleep 2; grep -c 'Executed DbCommand' "$work/service.log" || true; }
commands() { local before; before="$(logged)"; dotnet "$bench" launches "$address" administrator "$1" "$clients" >/dev/null; echo $(($(logged) - before)); }
commands 160 >/dev/null
few="$(commands 160)" more="$(commands 1760)"
stop

cat <<END
## Launches from an LMS, and scores sent to one
On Postgres. $clients browsers of students who have been here before launch a link as soon as the last launch has landed: the login and the launch with its checks, without the platform's part; $launches launches once warm. Then the scores of 300
students are wanted again at one moment, by one copy of the service that sends at most eight at once to one platform. Browsers, platform, service and Postgres share the cores; load average when it began $load.

| launches/s | median ms | 99th percentile ms | commands of the store a launch | scores/s to a platform that answers at once | to one that takes 50 ms |
|--:|--:|--:|--:|--:|--:|
| $rate | $median | $slow | $(awk -v n=$((more - few)) 'BEGIN {printf "%.1f", n / 1600}') | $fast | $slower |

END
