#!/bin/bash
# Runs the stages and counts. tests/run.sh BUILD [all|tests|lint|soak|only PART]
# A stage is an executable that prints TAP lines (ok / not ok / skip) and exits non-zero when anything failed. tests/stage/*.sh are
# the test stages, tests/lint/run.sh the lints, tests/soak/*.sh the long runs. The last line is "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.."
build=$1 what=${2:-all} part=${3:-}
export GWGK_BUILD=$build
export LC_ALL=C.UTF-8
unset TERM LANG LANGUAGE NO_COLOR GWGK_DB GWGK_TODAY SSH_ORIGINAL_COMMAND SSH_CONNECTION
work=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-run-XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME=$work/home TMPDIR=$work/tmp
mkdir -p "$HOME" "$TMPDIR"
log=$work/log passed=0 failed=0 skipped=0

stage() { # NAME COMMAND…
	local name=$1 rc=0 start=$SECONDS p f s
	shift
	"$@" >"$log" 2>&1 </dev/null || rc=$?
	p=$(grep -c '^ok ' "$log") f=$(grep -c '^not ok ' "$log") s=$(grep -c '^skip ' "$log")
	if [ "$rc" != 0 ] && [ "$f" = 0 ]; then f=1; echo "not ok $name: stage exited $rc" >>"$log"; fi
	if [ "$p$f$s" = 000 ]; then f=1; echo "not ok $name: stage ran nothing" >>"$log"; fi
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
	printf '%-24s %5d passed %3d failed %3d skipped %4ds\n' "$name" "$p" "$f" "$s" $((SECONDS - start))
	[ "$s" = 0 ] || grep '^skip ' "$log"
	[ "$f" = 0 ] || { grep -v '^ok ' "$log" | tail -n 150; }
}

unit() { CMOCKA_MESSAGE_OUTPUT=TAP "$build/test-unit" $part; }

case $what in
all | tests | only)
	stage unit unit
	for s in tests/stage/*.sh; do
		[ -e "$s" ] || continue
		[ "$what" != only ] || case $s in *"$part"*) ;; *) continue ;; esac
		stage "$(basename "$s" .sh)" "$s"
	done
	;;
esac
case $what in all | lint) stage lint tests/lint/run.sh ;; esac
case $what in
soak)
	for s in tests/soak/*.sh; do [ -e "$s" ] && stage "$(basename "$s" .sh)" "$s"; done
	;;
esac
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
