#!/bin/bash
# tests/bench/run.sh BUILD: measures on a generated office of 100,000 requests, 200,000 infos and 1,000,000 publications, and on one of a
# hundredth. Each line: the work, its floor in the same run, the ratio. BENCH_SIZE=requests,infos,publications for another size.
set -eu
cd "$(dirname "$0")/../.."
build=$1 size=${BENCH_SIZE:-100000,200000,1000000}
case $build in /*) ;; *) build=$PWD/$build ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GWGK_TODAY=2026-11-20
office() { # NAME REQUESTS INFOS PUBLICATIONS
	"$build/gwgk" --db "$work/$1.gwgk" init --office 演示海关 >/dev/null
	{ echo "CREATE TEMP TABLE size(requests,infos,publications); INSERT INTO size VALUES($2,$3,$4);"; cat tests/bench/office.sql; } |
		sqlite3 -bail "$work/$1.gwgk"
	printf '%s office: %s requests, %s infos, %s publications, %s\n' "$1" "$2" "$3" "$4" "$(du -h "$work/$1.gwgk" | cut -f 1)"
}
IFS=, read -r requests infos publications <<<"$size"
office small $((requests / 100)) $((infos / 100)) $((publications / 100))
office large "$requests" "$infos" "$publications"
"$build/bench" "$build" "$work/large.gwgk" "$work/small.gwgk"
