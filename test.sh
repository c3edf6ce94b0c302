#!/usr/bin/env bash
# Installs what is missing, builds, and runs every check. Needs the .NET 10 SDK, and root or sudo where something is missing.
# Its last line is: N passed, N failed, N skipped
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# The browser that the pages are tested in.
need_chromium() { [ ! -x /usr/bin/chromium ]; }
# The server's programs, which Debian keeps off the PATH; the tests start a cluster of their own.
need_postgres() { [ -z "${RNNGRADER_TEST_POSTGRES:-}" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

install() {
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" </dev/null
}

passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" = 0 ] && [ "$passed" -gt 0 ]; exit; }
check() { echo "== $*"; "$@" </dev/null || { echo "FAILED: $*"; failed=$((failed + 1)); finish; }; }

if need_postgres; then check install postgresql; fi
if need_chromium; then check install chromium; fi
check .config/audit.sh
check dotnet format --no-restore --verify-no-changes
check dotnet build --no-restore -m:1 -v:quiet

# One project after another: two would share the cores and the clock of the tests that start servers.
for project in tests/*/; do
  log="$(mktemp)"
  echo "== $project"
  dotnet test --project "$project" --no-build --no-ansi </dev/null 2>&1 | tee "$log"
  status="${PIPESTATUS[0]}"
  count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -1; }
  passed=$((passed + $(count succeeded || true) + 0)) skipped=$((skipped + $(count skipped || true) + 0))
  wrong="$(count failed)"; wrong="${wrong:-0}"
  # A run that ended badly without a failed test, or without any test, has failed too.
  if [ "$wrong" = 0 ] && { [ "$status" != 0 ] || [ -z "$(count succeeded)" ]; }; then wrong=1; fi
  failed=$((failed + wrong))
  rm -f "$log"
done
finish
