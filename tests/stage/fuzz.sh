#!/bin/bash
# Every fuzz target on its seeds and a fixed stream of mutations; the long runs are tests/soak/fuzz.sh.
set -u
cd "$(dirname "$0")/../.."
rc=0
for src in tests/fuzz/*.c; do
	t=$(basename "$src" .c)
	[ "$t" != driver ] || continue
	if "$GWGK_BUILD/fuzz/$t" 20000; then echo "ok $t bears 20,000 mutations"; else echo "not ok $t bears 20,000 mutations"; rc=1; fi
done
exit $rc
