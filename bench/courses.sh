#!/usr/bin/env bash
# Measures a course of 10,000 students × 20 items × 3 submissions over HTTP, and looks at the plans of what it asks Postgres. Called by run.sh, which has built the service
# and started Postgres; prints a section of bench/README.md.
# usage: courses.sh RnnGrader.Web.dll POSTGRES_PORT POSTGRES_LOG FREE_PORT
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)" dll="$1" port="$2" log="$3" web_port="$4"
work="$(mktemp -d)" web=
trap '[ -z "$web" ] || kill "$web" 2>/dev/null || true; rm -rf "$work"' EXIT
export ConnectionStrings__Postgres="Host=127.0.0.1;Port=$port;Username=postgres;Database=courses"
sql() { psql -h 127.0.0.1 -p "$port" -U postgres -d courses -v ON_ERROR_STOP=1 -qtA "$@"; }
serve() {
  (cd "$work" && exec env RateLimiting__Enabled=false RNNGRADER_ADMIN_TOKEN=administrator ASPNETCORE_URLS="http://127.0.0.1:$web_port" dotnet "$dll" >"$work/service.log" 2>&1) & web=$!
  until curl -sf "http://127.0.0.1:$web_port/health/ready" >/dev/null; do :; done
}
stop() { kill "$web"; wait "$web" 2>/dev/null || true; web=; }

(cd "$work" && dotnet "$dll" migrate && dotnet "$dll" demo) >&2
sql -f "$here/courses.sql" >&2
course=02000000000070008000000000000001 assignment=02000000000070008000000000000002
item="$(sql -c "select replace(id::text, '-', '') from items where assignment_id = '02000000-0000-7000-8000-000000000002' and exercise = 'rnn-step-1'")"
instance="$(sql -c "select replace(i.id::text, '-', '') from instances i join access_tokens t on t.person_id = i.person_id join items m on m.id = i.item_id where t.name = 'bench' and m.exercise = 'rnn-step-1'")"
submission="$(sql -c "select replace(s.id::text, '-', '') from submissions s join instances i on i.id = s.instance_id where replace(i.id::text, '-', '') = '$instance' limit 1")"
answers='{"answers": {"h_1": [1, 2, 3], "y_1": ["1+1", 2]}}'
middle="$(printf 5000 | base64 -w0 | tr -d =)"

# Asks for a path as somebody, or sends a body there.
ask() { curl -sf -o "$work/answer" -w '%{time_total} %{size_download}\n' -H "Authorization: Bearer $1" ${3:+-H 'Content-Type: application/json' -d "$3"} "http://127.0.0.1:$web_port/api/v1/$2"; }
# A row: the middle and the worst of 20 requests in ms, after five to warm up, and the bytes of an answer.
row() {
  for _ in 1 2 3 4 5; do ask "${@:2}" >/dev/null; done
  for _ in $(seq 20); do ask "${@:2}"; done | sort -n | awk -v what="$1" '{ms[NR] = $1 * 1000; bytes = $2} END {printf "| %s | %.1f | %.1f | %.1f |\n", what, (ms[10] + ms[11]) / 2, ms[20], bytes / 1000}'
}
all() {
  "$1" 'a page of the gradebook, 50 rows' administrator "assignments/$assignment/gradebook"
  "$1" 'the same, in the middle of the class' administrator "assignments/$assignment/gradebook?cursor=$middle"
  "$1" 'a page of progress, 50 rows' administrator "courses/$course/progress"
  "$1" 'the same, in the middle of the class' administrator "courses/$course/progress?cursor=$middle"
  "$1" "a student's own progress" student "courses/$course/progress"
  "$1" "statistics of all 20 items" administrator "assignments/$assignment/statistics"
  "$1" 'statistics and heat map of one item' administrator "assignments/$assignment/items/$item/statistics"
  "$1" "opening one's work" student "assignments/$assignment/work"
  "$1" 'submitting answers' student "instances/$instance/submissions" "$answers"
  "$1" "opening a submission" student "submissions/$submission"
  "$1" 'the whole class as CSV, 10,000 rows' administrator "assignments/$assignment/gradebook?format=csv"
}
load="$(cut -d' ' -f1 /proc/loadavg)"
serve
rows="$(all row)"
memory="$(awk '/VmRSS/ {printf "%.0f", $2 / 1000}' "/proc/$web/status")"
stop

# The same requests once more, with every plan in the log of Postgres.
sql -c "alter database courses set session_preload_libraries = 'auto_explain'" -c "alter database courses set auto_explain.log_min_duration = 0"
serve
once() { ask "${@:2}" >/dev/null; }
lines="$(wc -l <"$log")"
all once
stop
plans="$(tail -n "+$((lines + 1))" "$log")"
scans="$(grep -oE '(Index Only Scan|Index Scan|Bitmap Heap Scan|Seq Scan)( using [a-z_]+)? on [a-z_]+' <<<"$plans" | grep -vE ' on (ix|pk)_' | sort | uniq -c | sort -rn | awk '{n = $1; $1 = ""; printf "| %s | %s |\n", substr($0, 2), n}')"
grep -q 'Seq Scan on' <<<"$plans" || { echo "no plan was logged" >&2; exit 1; }
if grep -qE 'Seq Scan on (submissions|grades|instances|mistakes)' <<<"$plans"; then verdict='**scan submissions, grades, instances or mistakes**'; else verdict='find submissions, grades, instances and mistakes by an index alone'; fi

cat <<END
## A course of 10,000 students
20 items and 3 submissions each, multiplied in Postgres from the demo course's rows ($(sql -c "select to_char(count(*), 'FM9,999,999') from submissions") submissions, $(sql -c "select to_char(count(*), 'FM9,999,999') from mistakes") wrong cells, $(sql -c "select pg_size_pretty(pg_database_size('courses'))")). Over HTTP, one after another, of 20 once warm; load average when it began $load. The
service took $memory MB afterwards.

| request | median ms | worst ms | kB |
|---|--:|--:|--:|
$rows

Every plan of these requests (auto_explain): they $verdict. What they read:

| scan | times |
|---|--:|
$scans

END
