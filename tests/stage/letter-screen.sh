#!/bin/bash
# A letter printed from its screen goes out through a program beside the desk: to a text file and a PDF, marked as a copy after paper; refused where a
# file is in the way, and failures come in the clerk's words.
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-letter-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp LC_ALL=C.UTF-8
unset TERM GWGK_DB GWGK_KEYS XDG_DATA_HOME XDG_CACHE_HOME SSH_CONNECTION
export GWGK_TODAY=2026-03-09
fail=0
db=$tmp/o.gwgk
say() { # OK NAME
	if [ "$1" = 0 ]; then echo "ok $2"; else echo "not ok $2"; fail=1; fi
}
run() { # lines of a story on standard input
	cat >"$tmp/story"
	"$gwgk" --db "$db" run "$tmp/story" >"$tmp/out" 2>&1
}

"$gwgk" --db "$db" init --office 黄岛海关 --superior 青岛海关 --prefix 黄关 >/dev/null
for kv in court=人民法院 address=1号 postcode=266500 phone=0532-80001000 email=a@b.cn hours=8:30 fax=1; do
	"$gwgk" --db "$db" setting set "${kv%%=*}" "${kv#*=}" >/dev/null
done
"$gwgk" --db "$db" request register --channel in_person --applicant-kind natural --name 张三丰 --content 关于采购的合同 >/dev/null
say $? "a request is registered"

run <<EOF
open requests
key F8
expect 可以出具
key F2 F2
expect 送到哪里
type utf
key Enter
key ^U
type $tmp/a.txt
key Enter
expect 正在排版
wait
expect 已写入
EOF
say $? "a letter is issued and written to a text file"
grep -q 张三丰 "$tmp/a.txt"
say $? "the file holds the letter"

run <<EOF
open requests
key F8
expect 已出具
key F8
type pdf
key Enter
key ^U
type $tmp/a.txt
key Enter
expect 已有文件
key F8
type pdf
key Enter
key ^U
type $tmp/a.pdf
key Enter
wait
expect 已写入
key F8
type pdf
key Enter
key ^U
type $tmp/none/a.pdf
key Enter
wait
refute 正在排版
EOF
say $? "a PDF is written, no file is written over, a folder that is not there is said"
[ "$(head -c 5 "$tmp/a.pdf")" = %PDF- ]
say $? "the PDF is one"
[ ! -e "$tmp/none" ]
say $? "nothing is made where it was not asked"
[ "$("$gwgk" --db "$db" letter show L2026-0001 --json | jq '.prints | length')" = 2 ]
say $? "both are in the letter's prints, the failure is not"

# The option column: three receipts issued one after the other, then printed into one PDF; a case that owes none says so and keeps its digit.
for i in 2 3 4; do
	"$gwgk" --db "$db" request register --channel in_person --applicant-kind natural --name "李四$i" --content "第${i}份合同" >/dev/null
done
run <<EOF
open requests
type 6
key Down
type ６
key Down
type 6
key Down
type 6
expect 选项 4
key Enter
expect 6 出具文书  4 件
key F2
expect 办成 3 件，没有办成 1 件
expect 没有到期要出的文书
key ^D ^A ^K
type 打印
key Enter
key Enter
expect 4 份文书 送到哪里
type pdf
key Enter
key ^U
type $tmp/all.pdf
key Enter
expect 正在排版
expect 选项 4
wait
expect 已写入
refute 选项 4
refute 已标
EOF
say $? "receipts are issued and printed from the option column of the requests"
pages=$(pdftotext -raw "$tmp/all.pdf" - 2>/dev/null | tr -d ' \n\f')
[[ $pages == *关于采购的合同*第2份合同*第3份合同*第4份合同* ]]
say $? "one PDF holds them all, oldest case first"
[ "$("$gwgk" --db "$db" letter show L2026-0003 --json | jq '.prints[0].pages')" -ge 1 ]
say $? "each letter's print has its pages"
run <<EOF
open letters
action resume
expect 还没有在打印机上印过
type 9
key Down
type 9
key Enter
expect 2 份文书 送到哪里
key Esc
expect 选项 2
EOF
say $? "left at the question every digit stays; a letter that went to no printer has no job to go on with"
run <<EOF
open desk
key F8
expect 今日办件清单 送到哪里
type pdf
key Enter
key ^U
type $tmp/today.pdf
key Enter
expect 正在排版
wait
expect 已写入
open sheets
key Enter
type 空白
key Enter
type pdf
key Enter
key ^U
type $tmp/blank.pdf
key Enter
wait
expect 已写入
key F8
key Up
key Enter
type 2026-0001、2026-0002
key Enter
type pdf
key Enter
key ^U
type $tmp/two.pdf
key Enter
wait
expect 已写入
open requests
key Enter
key ^E
expect 导出
type 文件夹：
key Enter
key ^U
type $tmp/evidence
key Enter
type 行政复议举证
key Enter
expect 正在导出
wait
expect 已导出
EOF
say $? "today's list, blank and filled forms and a case file go out from their screens"
[[ $(pdftotext -raw "$tmp/today.pdf" - | tr -d ' \n') == *今日办件清单*2026-0001* ]]
say $? "today's list has the cases of the desk"
[[ $(pdftotext -raw "$tmp/blank.pdf" - | tr -d ' \n') == *政府信息公开申请表* && $(pdftotext -raw "$tmp/blank.pdf" -) != *张三丰* ]]
say $? "a blank form is blank"
[[ $(pdftotext -raw "$tmp/two.pdf" - | tr -d ' \n') == *关于采购的合同*第2份合同* ]]
say $? "a form for two cases is two forms"
(cd "$tmp/evidence" && sha256sum --quiet -c SHA256SUMS)
say $? "the case file has its fingerprints"
"$gwgk" --db "$db" audit verify >/dev/null
say $? "the log is whole"
[ $fail = 0 ] || sed 's/^/# /' "$tmp/out"
exit $fail
