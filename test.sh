#!/usr/bin/env bash
# Installs what is missing, builds, and runs every check. Needs the .NET 10 SDK, and root or sudo where something is missing.
#   ./test.sh          everything, in the order pure, API, browser, storm
#   ./test.sh quick    format, build, the pure laws, and the API on SQLite: no Postgres, no browser
#   ./test.sh NAME     one test class
# Its last line is: N passed, N failed, N skipped
set -uo pipefail
cd "$(dirname "$0")"
# Garbage is collected each 64 MB, and not each time a processor's cache is full: the laws take 25 s so, and 35 without (two cores).
export DOTNET_GCgen0size=0x4000000
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
what="${1:-all}" results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

# The browser that the pages are tested in, whole and without a window.
need_chromium() { [ ! -x /usr/bin/chromium ] || [ ! -x /usr/bin/chromium-headless-shell ]; }
# The server's programs, which Debian keeps off the PATH; the tests start a cluster of their own.
need_postgres() { [ -z "${RNNGRADER_TEST_POSTGRES:-}" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

install() {
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" </dev/null
}

case "$what" in
  all | quick) ;;
  *) grep -rqE "class $what\b" tests --include='*.cs' || { echo "There is no test class $what."; exit 1; } ;;
esac

passed=0 failed=0 skipped=0
finish() {
  # Each class is a collection of its own, with the sum of its tests' times.
  echo "== the slowest classes, in seconds"
  cat "$results"/*.xml 2>/dev/null | grep -oE '<collection [^>]*>' | sed -E 's/.*name="Test collection for ([^ "]+).* time="([0-9.]+)".*/\2 \1/' | sort -rn | head -10
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}
check() { echo "== $* ($SECONDS s)"; "$@" </dev/null || { echo "FAILED: $*"; failed=$((failed + 1)); finish; }; }

# stage NAME PROJECT ARGUMENTS: runs a project's tests, those that the arguments choose.
stage() {
  local program="tests/$2/bin/Debug/net10.0/$2"
  echo "== $1 ($SECONDS s)"
  "$program" -noColor -noLogo -result-xml "$results/$1.xml" "${@:3}" </dev/null
  echo $? >"$results/$1.exit"
}
# count NAME: adds what came of a stage. One that ended badly without a failed test, or that ran none, has failed too.
count() {
  local line
  line="$(grep -m1 -oE '<assembly [^>]*>' "$results/$1.xml" 2>/dev/null)"
  number() { grep -oE " $1=\"[0-9]+\"" <<<"$line" | tr -dc 0-9; }
  local wrong=$(($(number failed || true) + $(number errors || true) + 0))
  passed=$((passed + $(number passed || true) + 0)) skipped=$((skipped + $(number skipped || true) + 0))
  if [ "$wrong" = 0 ] && { [ "$(cat "$results/$1.exit")" != 0 ] || [ "$(number passed || true)" = 0 ]; }; then wrong=1; fi
  failed=$((failed + wrong))
}

if [ "$what" != quick ] && need_postgres; then check install postgresql; fi
if [ "$what" != quick ] && need_chromium; then check install chromium chromium-headless-shell; fi
check .config/audit.sh
# Every other rule of .editorconfig is an error of the build, and the order of usings a test: all of `dotnet format` takes a minute.
check dotnet format whitespace --folder --verify-no-changes
check dotnet build --no-restore -m:1 -v:quiet

case "$what" in
  all)
    stage pure RnnGrader.Tests; count pure
    stage "api, browser, storm" RnnGrader.Web.Tests; count "api, browser, storm"
    ;;
  quick)
    stage pure RnnGrader.Tests >"$results/pure.log" 2>&1 &
    RNNGRADER_TEST_DATABASES=sqlite stage api RnnGrader.Web.Tests -trait- stage=browser -trait- stage=storm -trait- needs=postgres -trait- slow=yes
    wait
    cat "$results/pure.log"; count pure; count api
    ;;
  *)
    for project in RnnGrader.Tests RnnGrader.Web.Tests; do
      if grep -rqE "class $what\b" "tests/$project" --include='*.cs'; then stage "$project" "$project" -class "*.$what"; count "$project"; fi
    done
    ;;
esac
finish
