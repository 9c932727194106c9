#!/usr/bin/env bash
# The checks in a real browser: bash tests/browser/run.sh
#
#     bash tests/browser/run.sh                                       everything
#     bash tests/browser/run.sh journeys weight                       these files
#     bash tests/browser/run.sh journeys --test-name-pattern=clipboard   one journey
#
# Starts the built program with the demonstration and what stage.mjs adds to it, on a free port and in a folder of its
# own, and stops it at the end, also after a failure. Where a tool is missing and may not be installed, it says so plainly
# and nothing is checked. Pictures of failures are put into target/browser.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
NODE_MIN=18.19
# How long the program may take to make its pages, in tenths of a second.
PATIENCE=1800

without() {
    echo "Browser checks: not run, because $1." >&2
    exit 0
}

has() { command -v "$1" >/dev/null; }
has_browser() { [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome; }

# Debian's packages for what is missing.
packages=()
has_browser || packages+=(chromium)
has node || packages+=(nodejs)
has npm || packages+=(npm)
has java || packages+=(default-jre-headless)
if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && has apt-get; then
    echo "Browser checks: installing Debian's ${packages[*]}." >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null 2>&1 || true
fi
for tool in node npm java; do
    has "$tool" || without "there is no $tool, and Debian's package could not be installed"
done
has_browser || without "there is no Chromium, and Debian's package could not be installed"
version=$(node --version)
[ "$(printf '%s\n' "$NODE_MIN" "${version#v}" | sort -V | head -n 1)" = "$NODE_MIN" ] ||
    without "node is $version, and $NODE_MIN is the oldest that will do"

# Once for each lock file.
if ! cmp -s package-lock.json node_modules/.installed-for; then
    npm ci --no-progress >&2 || without "npm could not install what package-lock.json names"
    cp package-lock.json node_modules/.installed-for
fi

program=${PLENARY:-${CARGO_TARGET_DIR:-$root/target}/debug/plenary}
if [ ! -x "$program" ]; then
    echo "$program is missing: run cargo build -p plenary first." >&2
    exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/plenary-browser-XXXXXX")
site=
finish() {
    trap - EXIT INT TERM HUP
    if [ -n "$site" ]; then
        kill -INT "$site" 2>/dev/null || true
        wait "$site" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Waits until a command succeeds.
until_done() {
    local left=$PATIENCE
    until "$@"; do
        left=$((left - 1))
        if [ $left = 0 ] || ! kill -0 "$site" 2>/dev/null; then
            echo "The site did not come up:" >&2
            cat "$folder/log" >&2
            exit 1
        fi
        sleep 0.1
    done
}
told() { grep -q Ctrl-C "$folder/log"; }
staged() { node stage.mjs --is-shown "$address"; }

# Not in a group that hears Ctrl-C: it is interrupted by us, after the tests.
set -m
"$program" demo --data "$folder/data" --listen 127.0.0.1:0 >"$folder/log" 2>&1 </dev/null &
site=$!
set +m
until_done told
address=$(sed -n 's|.*\(http://[^/]*\)/en/$|\1|p' "$folder/log" | head -n 1)
node stage.mjs "$folder/stage"
"$program" content import --data "$folder/data" "$folder/stage" >"$folder/import" || { cat "$folder/import" >&2; exit 1; }
until_done staged

files=()
options=()
for word in "$@"; do
    case $word in
        -*) options+=("$word") ;;
        *) files+=("$word.test.mjs") ;;
    esac
done
[ ${#files[@]} -gt 0 ] || files=(*.test.mjs)

export PLENARY_SITE=$address
export PLENARY_FAILURES=$root/target/browser
rm -rf "$PLENARY_FAILURES"
# Two at a time: a browser keeps a core busy, and so do the checks that sit in it.
node --test --test-concurrency=2 --test-reporter=spec "${options[@]}" "${files[@]}"
