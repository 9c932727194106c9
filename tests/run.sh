#!/usr/bin/env bash
# The whole test suite: bash tests/run.sh
#
# Form, lints, pages in a browser, tests, the examples in documentation. Can be run again and again, also on a new
# machine: what is missing is installed from Debian's packages where that is allowed, else it says plainly what was not
# run. The last lines are a summary; the exit code is 0 if nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."

logs=$(mktemp -d "${TMPDIR:-/tmp}/plenary-tests-XXXXXX")
trap 'rm -rf "$logs"' EXIT
summary=()
failures=0
began=$SECONDS
# Tests that draw by chance play as much as they do in CI.
export CI=${CI:-true}

# Runs one step, keeps what it prints, and goes on after a failure: all that is wrong is seen at once.
step() {
    local name=$1 log="$logs/${1// /-}" start=$SECONDS outcome=passed
    shift
    printf '\n=== %s: %s\n' "$name" "$*"
    "$@" 2>&1 | tee "$log" || outcome=FAILED
    [ "$outcome" = passed ] || failures=$((failures + 1))
    summary+=("$(printf '%-10s %-7s %5d s  %s' "$name" "$outcome" $((SECONDS - start)) "$(counts "$log")")")
}

# How many tests a step ran, by the words of any of the test runners; nothing for a step without tests.
counts() {
    if grep -q 'Summary \[' "$1"; then
        grep 'Summary \[' "$1" | tail -n 1 | sed 's/.*\] *//'
    elif grep -q '^ℹ tests ' "$1"; then
        awk '/^ℹ (pass|fail|cancelled|skipped) / { ran[$2] = $3 }
            END { print ran["pass"] " passed, " ran["fail"] + ran["cancelled"] " failed, " ran["skipped"] " skipped" }' "$1"
    else
        awk '/^test result:/ { passed += $4; failed += $6; ignored += $8; seen = 1 }
            END { if (seen) print passed " passed, " failed " failed, " ignored " ignored" }' "$1"
    fi
}

# A new machine has no lists of packages yet, without which nothing can be installed.
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
if may_install && ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1 || true
fi
if ! command -v cargo >/dev/null; then
    echo "There is no cargo: install the Rust toolchain with rustup, then run this again." >&2
    exit 1
fi
if ! command -v cc >/dev/null && may_install; then
    echo "Installing Debian's gcc."
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq gcc libc6-dev >/dev/null 2>&1 || true
fi
if ! command -v cc >/dev/null; then
    echo "There is no C compiler, with which SQLite is built: install gcc or clang, then run this again." >&2
    exit 1
fi

if cargo nextest --version >/dev/null 2>&1; then
    runner=(cargo nextest run --workspace --no-fail-fast --status-level fail --final-status-level fail)
else
    runner=(cargo test --workspace --lib --bins --tests --no-fail-fast)
fi

step form cargo fmt --all --check
step lints cargo clippy --workspace --all-targets -- -D warnings
# The tests of the program from outside run this binary.
step build cargo build -p plenary
step browser bash tests/browser/run.sh
step tests bash tests/postgres.sh "${runner[@]}"
step examples cargo test --workspace --doc

printf '\n=== Summary\n'
printf '%s\n' "${summary[@]}"
if grep '^PostgreSQL tests: not run' "$logs/tests" | head -n 1 | grep .; then
    :
elif [ -n "$(counts "$logs/tests")" ]; then
    echo "PostgreSQL tests: run on a private server."
fi
if grep '^Browser checks: not run' "$logs/browser" | head -n 1 | grep .; then
    :
elif [ -n "$(counts "$logs/browser")" ]; then
    echo "Browser checks: run in Chromium."
fi
if [ "$failures" -gt 0 ]; then
    echo "FAILED: $failures of ${#summary[@]} steps, $((SECONDS - began)) s"
    exit 1
fi
echo "All passed: ${#summary[@]} steps, $((SECONDS - began)) s"
