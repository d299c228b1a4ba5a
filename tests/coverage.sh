#!/bin/bash
# tests/coverage.sh BUILD: line, function and branch coverage of the whole suite; the page is BUILD/html/index.html.
set -eu
cd "$(dirname "$0")/.."
build=$1
make --no-print-directory -j"$(nproc)" BUILD="$build" OPT='-O0 -g' SAN='--coverage' tested
find "$build" -name '*.gcda' -delete
tests/run.sh "$build" tests || echo "coverage of a suite with failures" >&2
rc='--rc lcov_branch_coverage=1'
# shellcheck disable=SC2086
lcov -q $rc -c -d "$build" -o "$build/all.info" 2>/dev/null
# shellcheck disable=SC2086
lcov -q $rc -e "$build/all.info" "$PWD/core/*" "$PWD/cli/*" "$PWD/tui/*" -o "$build/own.info"
# shellcheck disable=SC2086
genhtml -q $rc -o "$build/html" "$build/own.info"
# shellcheck disable=SC2086
lcov $rc --summary "$build/own.info" 2>&1 | tail -n 3
