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

# A thousand receipts into one PDF.
for ((i = 1; i <= 1000; i++)); do
	printf 'gwdoc 1\treceipt\nhead\t\t演示海关\nnumber\t\t演关公开〔2026〕%d号\ntitle\t\t政府信息公开申请登记回执\naddressee\t\t张三：\n' $i
	printf 'para\t\t你于2026年3月2日通过信函提出的政府信息公开申请，本机关已于2026年3月3日收到，登记编号2026-%04d。\n' $i
	printf 'para\t\t根据《中华人民共和国政府信息公开条例》第三十三条的规定，本机关将于2026年3月31日前作出答复。\npara\t\t特此告知。\nsign\t\t演示海关\ndate\t\t2026年3月3日\nend\n'
done >"$work/letters.gwdoc"
sed -n '1,/^end/p' "$work/letters.gwdoc" | cut -f 3 | sed '1d;/^$/d' | fold -w 84 >"$work/page.txt"
seconds() { local t=$EPOCHREALTIME; "$@" >"$work/out" 3>/dev/null; awk -v a="$t" -v b="$EPOCHREALTIME" 'BEGIN {print b - a}'; }
ours=$(seconds "$build/gwgk-paper" pdf <"$work/letters.gwdoc")
pages=$(pdfinfo "$work/out" | sed -n 's/^Pages: *//p')
floor=$(seconds "$build/floor-pdf" 1000 <"$work/page.txt")
awk -v o="$ours" -v f="$floor" -v p="$pages" 'BEGIN {printf "%-44s %8.2f s   %-44s %8.2f s   x %.1f   (%d pages)\n", "1,000 receipts into one PDF", o, "the same lines, Pango and Cairo only", f, o / f, p}'
