#!/bin/bash
# Every fuzz target under libFuzzer with ASan and UBSan, FUZZ_SECONDS (30) each. What it finds stays in tests/fuzz/found.
set -u
cd "$(dirname "$0")/../.."
command -v clang >/dev/null || { echo "skip fuzz: clang is not installed"; exit 0; }
build=${GWGK_BUILD:-build} seconds=${FUZZ_SECONDS:-30} rc=0 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
san='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined'
make --no-print-directory -s -j"$(nproc)" BUILD="$work/build" CC=clang OPT='-O1 -g' SAN="$san" fuzzed >"$work/log" 2>&1 || { echo "not ok the library builds for libFuzzer"; exit 1; }
for src in tests/fuzz/*.c; do
	t=$(basename "$src" .c)
	[ "$t" != driver ] || continue
	mkdir -p "$work/$t"
	"$build/fuzz/$t" --seeds "$work/$t"
	# shellcheck disable=SC2046
	clang -std=c11 -O1 -g -D_GNU_SOURCE -Icore -I. -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -o "$work/run-$t" "$src" \
		$(make -s BUILD="$work/build" CC=clang print-fuzzed) || { echo "not ok $t builds for libFuzzer"; rc=1; continue; }
	if "$work/run-$t" -max_total_time="$seconds" -max_len=4096 -timeout=5 -artifact_prefix="$work/found-" "$work/$t" >"$work/log" 2>&1; then
		echo "ok $t: $(grep -o 'Done [0-9]* runs' "$work/log")"
	else
		grep -vE '^#[0-9]+\s+(NEW|REDUCE|pulse)' "$work/log" | head -n 40
		mkdir -p tests/fuzz/found && cp "$work"/found-* tests/fuzz/found/ 2>/dev/null
		echo "not ok $t bears libFuzzer (see tests/fuzz/found)"
		rc=1
	fi
done
exit $rc
