#!/bin/bash
# tests/bench/paper.sh BUILD: letters as PDF. First ours beside its floor (the same lines through Pango and Cairo without layout), then, where it
# is installed (make bench-compare), the same letter set by weasyprint from HTML: ratios of one run on one machine.
set -eu
cd "$(dirname "$0")/../.."
build=$1
case $build in /*) ;; *) build=$PWD/$build ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
mkdir "$XDG_CACHE_HOME"
letters() { # FROM TO
	for ((i = $1; i <= $2; i++)); do
		printf 'gwdoc 1\treceipt\nhead\t\t演示海关\nnumber\t\t演关公开〔2026〕%d号\ntitle\t\t政府信息公开申请登记回执\naddressee\t\t张三：\n' $i
		printf 'para\t\t你于2026年3月2日通过信函提出的政府信息公开申请，本机关已于2026年3月3日收到，登记编号2026-%04d。\n' $i
		printf 'para\t\t根据《中华人民共和国政府信息公开条例》第三十三条的规定，本机关将于2026年3月31日前作出答复。\npara\t\t特此告知。\nsign\t\t演示海关\ndate\t\t2026年3月3日\nend\n'
	done
}
# The same page as HTML: A4, the margins and sizes of GB/T 9704.
page() { # FROM TO
	printf '<html lang="zh-CN"><meta charset="utf-8"><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font-family:"Noto Serif CJK SC";font-size:15.75pt;line-height:28.95pt}'
	printf 'section{break-after:page}p{margin:0;text-indent:2em;text-align:justify}h1,h2{text-align:center;font-weight:bold;margin:0}h1{font-size:26pt;color:#e00810;border-bottom:2pt solid #e00810}h2{font-size:22pt}.r{text-align:right}</style>'
	for ((i = $1; i <= $2; i++)); do
		printf '<section><h1>演示海关</h1><p class="r">演关公开〔2026〕%d号</p><h2>政府信息公开申请登记回执</h2><p style="text-indent:0">张三：</p>' $i
		printf '<p>你于2026年3月2日通过信函提出的政府信息公开申请，本机关已于2026年3月3日收到，登记编号2026-%04d。</p>' $i
		printf '<p>根据《中华人民共和国政府信息公开条例》第三十三条的规定，本机关将于2026年3月31日前作出答复。</p><p>特此告知。</p><p class="r">演示海关</p><p class="r">2026年3月3日</p></section>'
	done
	printf '</html>'
}
letters 1 1000 >"$work/1000.gwdoc"
letters 1 100 >"$work/100.gwdoc"
letters 1 1 >"$work/1.gwdoc"
cut -f 3 "$work/1.gwdoc" | sed '1d;/^$/d' | fold -w 84 >"$work/page.txt"
# timed NAME INPUT PROGRAM…: the best of three as $s seconds and $kb kilobytes; false where it does not run.
timed() {
	local name=$1 input=$2 try a b
	shift 2
	s=
	for try in 1 2 3; do
		"$build/floor-run" "$work/$name.$try" "$@" <"$input" || return 1
		read -r a b <"$work/$name.$try"
		[ -n "$s" ] && awk -v a="$a" -v s="$s" 'BEGIN {exit !(a >= s)}' || { s=$a kb=$b; }
	done
}
row() { awk -v w="$1" -v a="$2" -v f="$3" -v b="$4" -v u="${5:-s}" 'BEGIN {printf "%-44s %9.3f %s   %-44s %9.3f %s   x %.2f\n", w, a, u, f, b, u, a / b}'; }

XDG_CACHE_HOME=$work/none "$build/floor-run" "$work/cold" "$build/gwgk-paper" pdf <"$work/1.gwdoc"
read -r cold _ <"$work/cold"
timed ours1 "$work/1.gwdoc" "$build/gwgk-paper" pdf
one=$s one_kb=$kb
timed floor1 "$work/page.txt" "$build/floor-pdf" 1
row "one receipt, a new process" "$one" "the same lines, Pango and Cairo only" "$s"
row "the first one, no font cache" "$cold" "one receipt, a new process" "$one"
timed ours1000 "$work/1000.gwdoc" "$build/gwgk-paper" pdf
many=$s many_kb=$kb
timed floor1000 "$work/page.txt" "$build/floor-pdf" 1000
row "1,000 receipts into one PDF" "$many" "the same lines, Pango and Cairo only" "$s"
awk -v s="$many" -v k="$many_kb" 'BEGIN {printf "%-44s %9.0f letters/s, %.0f MB at most\n", "", 1000 / s, k / 1024}'

weasyprint=$(command -v weasyprint || true)
if [ -z "$weasyprint" ]; then
	echo "skip: weasyprint is not installed (make bench-compare installs it for this comparison)"
	exit 0
fi
timed ours100 "$work/100.gwdoc" "$build/gwgk-paper" pdf
hundred=$s
page 1 1 >"$work/1.html"
page 1 100 >"$work/100.html"
if ! timed weasy1 /dev/null "$weasyprint" "$work/1.html" "$work/1.pdf"; then
	echo "skip: weasyprint does not run here"
	exit 0
fi
row "one receipt: weasyprint" "$s" "ours" "$one"
row "  memory" "$((kb / 1024))" "ours" "$((one_kb / 1024))" MB
"$build/floor-run" "$work/weasy100" "$weasyprint" "$work/100.html" "$work/100.pdf" </dev/null
read -r s kb <"$work/weasy100"
[ "$(pdfinfo "$work/100.pdf" | sed -n 's/^Pages: *//p')" = 100 ] || echo "note: weasyprint made $(pdfinfo "$work/100.pdf" | sed -n 's/^Pages: *//p') pages of 100 letters"
row "100 receipts into one PDF: weasyprint" "$s" "ours" "$hundred"
awk -v a="$s" -v b="$hundred" 'BEGIN {printf "%-44s %9.1f letters/s   %-42s %9.0f letters/s\n", "", 100 / a, "ours", 100 / b}'
