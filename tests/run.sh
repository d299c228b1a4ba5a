#!/bin/bash
# Runs the stages, as many at once as there are processors, and counts. tests/run.sh BUILD [all|tests|lint|soak|only PART]
# A stage is an executable that prints TAP lines (ok / not ok / skip) and exits non-zero when anything failed. tests/stage/*.sh are
# the test stages, tests/lint/run.sh the lints, tests/soak/*.sh the long runs; the unit tests are dealt out to several. What failed is
# said where it happens and once more before the last line, "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.."
build=$1 what=${2:-all} part=${3:-}
export GWGK_BUILD=$build
export LC_ALL=C.UTF-8
unset TERM LANG LANGUAGE NO_COLOR GWGK_DB GWGK_TODAY SSH_ORIGINAL_COMMAND SSH_CONNECTION
jobs=${GWGK_JOBS:-$(nproc)} shards=6
work=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-run-XXXXXX")
trap 'rm -rf "$work"' EXIT

unit() { # K/N
	CMOCKA_MESSAGE_OUTPUT=TAP "$build/test-unit" "$part" "$1" && return
	local rc=$?
	[ "$rc" != 2 ] || [ "$what" != only ] || { echo "skip no unit test is named $part"; return; }
	return "$rc"
}

# One stage with a home of its own; its counts go into a file, what it has to say out in one piece.
stage() { # NAME COMMAND…
	local name=$1 rc=0 start=$SECONDS p f s log=$work/$1.log
	shift
	export HOME=$work/$name/home TMPDIR=$work/$name/tmp
	mkdir -p "$HOME" "$TMPDIR"
	"$@" >"$log" 2>&1 </dev/null || rc=$?
	p=$(grep -ac '^ok ' "$log") f=$(grep -ac '^not ok ' "$log") s=$(grep -ac '^skip ' "$log")
	if [ "$rc" != 0 ] && [ "$f" = 0 ]; then f=1; echo "not ok $name: stage exited $rc" >>"$log"; fi
	if [ "$p$f$s" = 000 ]; then f=1; echo "not ok $name: stage ran nothing" >>"$log"; fi
	echo "$p $f $s" >"$work/$name.count"
	{
		printf '%-24s %5d passed %3d failed %3d skipped %4ds\n' "$name" "$p" "$f" "$s" $((SECONDS - start))
		[ "$s" = 0 ] || grep -a '^skip ' "$log"
		[ "$f" = 0 ] || grep -av '^ok ' "$log" | tail -n 150
	} >"$work/$name.said"
	[ "$f" = 0 ] || faults "$name" >"$work/$name.bad"
	flock "$work" cat "$work/$name.said"
	rm -rf "${work:?}/$name"
}
# Each failed case with the lines of its own that say why: a log that was cut to its tail still holds them.
faults() { # NAME
	awk -v stage="$1" '/^not ok / {print "FAILED " stage ": " substr($0, 8, 200); left = 2; next}
		/^(ok|skip) / {left = 0} left && /^# ./ {left--; print "       " substr($0, 1, 200)}' "$work/$1.log" | head -n 12
}

asked=0
start() {
	[ "$(jobs -rp | wc -l)" -lt "$jobs" ] || wait -n
	asked=$((asked + 1))
	stage "$@" &
}

case $what in
all | tests | only)
	[ "$what" != only ] || shards=1
	for k in $(seq "$shards"); do start "unit-$k" unit "$k/$shards"; done
	for s in tests/stage/*.sh; do
		[ -e "$s" ] || continue
		[ "$what" != only ] || case $s in *"$part"*) ;; *) continue ;; esac
		start "$(basename "$s" .sh)" "$s"
	done
	;;
esac
case $what in all | lint) start lint tests/lint/run.sh ;; esac
case $what in
soak)
	jobs=1
	for s in tests/soak/*.sh; do [ -e "$s" ] && start "$(basename "$s" .sh)" "$s"; done
	;;
esac
wait
cat "$work"/*.bad 2>/dev/null
cat "$work"/*.count /dev/null | awk -v asked="$asked" '{p += $1; f += $2; s += $3}
	END {f += asked - NR; printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f || !p}'
