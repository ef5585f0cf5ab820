#!/usr/bin/env bash
# Installs what the suites need, builds once, runs every suite, and closes with one line: N passed, N failed, N skipped.
#
#   bash tests/run-all.sh                                      everything
#   bash tests/run-all.sh --filter FullyQualifiedName~Floor    arguments go on to dotnet test
#
# Programs that are absent are installed from Debian's packages where there are the rights (root, or sudo without a password).
# Where there are not, the suites that need them are skipped and say so; with CI=true a missing program is a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=TestResults
configuration=Release
hang=10m        # a single test that takes longer is ended, named, and counts as failed
bound=85m       # in CI, the whole run is ended after this

# One line a need: how to see that it is there, the package that brings it, what for.
needs='
test -n "$CHROMIUM" || command -v chromium || command -v chromium-browser || command -v google-chrome | chromium | the browser tests
fc-list :lang=zh | grep -q . | fonts-noto-cjk   | Chinese text on the pages
fc-list :lang=en | grep -q . | fonts-liberation | Latin text on the pages
'

trim() { local text=$1; text=${text#"${text%%[![:space:]]*}"}; printf '%s' "${text%"${text##*[![:space:]]}"}"; }

install_what_is_missing() {
  local missing=() line check package purpose
  while IFS= read -r line; do
    [[ -n ${line// /} ]] || continue
    purpose=$(trim "${line##*|}"); line=${line%|*}
    package=$(trim "${line##*|}"); check=${line%|*}
    bash -c "$check" >/dev/null 2>&1 && continue
    echo "Missing: $package, for $purpose."
    missing+=("$package")
  done <<<"$needs"
  [[ ${#missing[@]} -gt 0 ]] || return 0

  local as_root=()
  if ! command -v apt-get >/dev/null; then
    echo "This is not Debian: please install these yourself. What needs them is skipped."
    return 0
  elif [[ $(id -u) -ne 0 ]]; then
    if ! sudo -n true 2>/dev/null; then
      echo "No rights to install: 'sudo apt-get install ${missing[*]}' does it. What needs them is skipped."
      return 0
    fi
    as_root=(sudo -n)
  fi

  echo "Installing from Debian's packages: ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
  "${apt[@]}" update </dev/null && "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null ||
    echo "They could not be installed. What needs them is skipped."
}

# Sum over all suites of one counter in their result files: total, executed, passed or failed.
sum_of() {
  local sum=0 n
  for n in $(grep -rhos --include='*.trx' '<Counters [^>]*>' "$results" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n'); do
    sum=$((sum + n))
  done
  echo "$sum"
}

close() {
  local passed failed skipped
  passed=$(sum_of passed)
  failed=$(sum_of failed)
  skipped=$(($(sum_of total) - $(sum_of executed)))
  [[ $((passed + failed)) -gt 0 ]] || { echo "No test was run."; [[ $1 -ne 0 ]] || set -- 1; }
  [[ $failed -eq 0 || $1 -ne 0 ]] || set -- 1
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$1"
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export HOME=${HOME:-/root}
bounded=()
if [[ ${CI:-} == true ]]; then
  # Nothing of ours goes on when the script has ended.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
  bounded=(timeout --kill-after=60s "$bound")
fi

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"; close 1; }
install_what_is_missing
rm -rf "$results"

echo "Building."
"${bounded[@]}" dotnet build NegotiationSim.sln -c "$configuration" -v quiet </dev/null || { echo "It does not build."; close 1; }

# One suite after another: some measure time, some start servers, and two cores are enough for one of them.
echo "Testing."
"${bounded[@]}" dotnet test NegotiationSim.sln -c "$configuration" --no-build -m:1 \
  --logger trx --results-directory "$results" --blame-hang-timeout "$hang" --blame-hang-dump-type none "$@" </dev/null
close $?
