#!/bin/bash
# Catalogue, directory and who on the command line: shapes, imports in both encodings, refusals that change nothing.
set -u
cd "$(dirname "$0")/../.."
G=$PWD/$GWGK_BUILD/gwgk rc=0
work=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-catalogue-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk GWGK_TODAY=2026-03-09
ok() { if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; rc=1; fi; }
# is NAME WANT COMMAND…: the command succeeds and prints exactly that.
is() {
	local name=$1 want=$2 got
	shift 2
	got=$("$@" 2>&1) && [ "$got" = "$want" ]
	local st=$?
	[ $st = 0 ] || printf '# wanted %s\n# got    %s\n' "$want" "${got//$'\n'/ }"
	ok "$name" $st
}
jq_is() { local name=$1 want=$2 filter=$3; shift 3; is "$name" "$want" bash -c '"$@" --json | jq -rc "$0"' "$filter" "$@"; }
seq() { "$G" audit head | grep -oE '[0-9]+' | head -n 1; }
# refused NAME CODE FIELD COMMAND…: exit 1, one JSON line on stderr, nothing on stdout.
refused() {
	local name=$1 code=$2 field=$3 out st
	shift 3
	out=$("$@" --json 2>"$work/err") && st=0 || st=$?
	[ $st = 1 ] && [ -z "$out" ] && [ "$(wc -l <"$work/err")" = 1 ] &&
		[ "$(jq -r '.error.code+" "+(.error.field//"")' "$work/err")" = "$code $field" ]
	st=$?
	[ $st = 0 ] || sed 's/^/# /' "$work/err"
	ok "$name" $st
}

"$G" init --office 黄岛海关 --superior 青岛海关 >"$work/out" 2>&1; ok "an office is made" $?
jq_is "25 items in 7 groups" '25 7' '"\(length) \([.[].group]|unique|length)"' "$G" catalogue list
jq_is "the keys of an item" 'audience basis channels content deputy elements group mode name note number person phone publishers unit' \
	'[.[0]|keys[]|select(IN("number","group","name","content","basis","publishers","channels","audience","mode","note","elements","unit","person","deputy","phone"))]|join(" ")' "$G" catalogue list
jq_is "the keys of an element" '["k","ours","rule","rule_text","text"]' '.elements[0]|keys' "$G" catalogue show 24
jq_is "item 24 has two rules" '["WD(3)","FIX(01-31)"]' '[.elements[].rule]' "$G" catalogue show 24
jq_is "item 9 has its three bases" '["①","③","④"]' .basis "$G" catalogue show 行政处罚
jq_is "eight channels, the recommended ones marked" '8 ["site","board"]' '"\(.channels|length) \([.channels[]|select(.recommended).code])"' "$G" catalogue show 1
jq_is "what is not ours" '[3,10,18]' '[.[]|select(.elements|all(.ours|not)).number]' "$G" catalogue list
refused "an item nobody has" INPUT number "$G" catalogue show 99

before=$(seq)
"$G" catalogue export --out "$work/a.tsv" >/dev/null && "$G" catalogue export --encoding gb18030 --out "$work/b.csv" >/dev/null; ok "export" $?
cmp -s "$work/a.tsv" db/seed/catalogue.tsv; ok "what is exported is what shipped" $?
! iconv -f UTF-8 -t UTF-8 "$work/b.csv" >"$work/null" 2>&1; ok "GB18030 is not UTF-8" $?
jq_is "importing the export changes nothing" '[]' . "$G" catalogue import "$work/a.tsv"
jq_is "nor in GB18030" '[]' '[.[]|select(.field!="raw")]' "$G" catalogue import "$work/b.csv" --dry-run
[ "$(seq)" = "$before" ]; ok "and leaves no line" $?
printf 'number,group,name,publishers,text,deadline\n8,行政执法信息,行政许可,隶属海关,行政许可办理结果,自信息形成之日起5个工作日内\n40,综合管理,公众开放日,隶属海关,安排,择日公布\n' >"$work/c.csv"
iconv -f UTF-8 -t GB18030 "$work/c.csv" >"$work/c.gb"
jq_is "a dry run shows what would change" '3 ["add","change"]' '"\(length) \([.[].kind]|unique)"' "$G" catalogue import "$work/c.gb" --dry-run
jq_is "and changed nothing" 25 length "$G" catalogue list
"$G" catalogue import "$work/c.gb" >"$work/out"; ok "import in GB18030" $?
jq_is "an unreadable time-limit becomes EXT with its text" '["EXT","择日公布"]' '[.elements[0].rule,.elements[0].rule_text]' "$G" catalogue show 40
jq_is "twice changes nothing" '[]' . "$G" catalogue import "$work/c.gb"
jq_is "the versions of item 8" '[["2022-01-01","2026-03-08"],["2026-03-09",null]]' '[.[]|[.valid_from,.valid_to]]' "$G" catalogue versions 8
jq_is "the catalogue of another day" '["WD(7)"]' '[.elements[].rule]' "$G" catalogue show 8 --on 2026-03-08
jq_is "the difference of two days" '["40 add","8 change"]' '[.[]|"\(.number) \(.kind)"]|unique' "$G" catalogue diff 2026-03-08 2026-03-09

before=$(seq)
head -c 1048576 /dev/zero | tr '\0' a >"$work/mega"
{ printf 'number,group,name,publishers,text,deadline\n50,g,'; cat "$work/mega"; printf ',p,t,d\n'; } >"$work/mega.csv"
refused "a cell of a megabyte" INPUT name "$G" catalogue import "$work/mega.csv"
printf 'number,group,name\n1,\0a,b\n' >"$work/nul.csv"
refused "a NUL byte" INPUT "" "$G" catalogue import "$work/nul.csv"
printf 'number,group,name\n\xff\xff,a,b\n' >"$work/bytes.csv"
refused "neither UTF-8 nor GB18030" INPUT "" "$G" catalogue import "$work/bytes.csv"
printf 'number,group,name,publishers,text,deadline\n50,g,n,p,"t,d\n' >"$work/open.csv"
refused "an unclosed quote" INPUT "" "$G" catalogue import "$work/open.csv"
refused "a file that is not there" MISSING "" "$G" catalogue import "$work/none.csv"
refused "an impossible day" INPUT on "$G" catalogue change 8 --name 甲 --on 2026-02-30
refused "an unknown channel" INPUT channels "$G" catalogue change 8 --channels 飞鸽
refused "a mark without its text" INPUT basis "$G" catalogue change 8 --basis ⑳
refused "no change at all" INPUT "" "$G" catalogue change 8 --name 行政许可
[ "$(seq)" = "$before" ]; ok "wrong input leaves no line" $?
"$G" catalogue retire 40 --reason 不再举办 --on 2026-03-10 >"$work/out"; ok "retire" $?
GWGK_TODAY=2026-03-10 refused "a retired item is not changed" RULE "" "$G" catalogue change 40 --name 甲
[ "$(seq)" = $((before + 2)) ]; ok "the refusal has its line" $?

"$G" unit add --name 办公室 --code BGS --phone 82955001 >"$work/out" && "$G" unit add --name 财务科 --parent 办公室 >"$work/out"; ok "units" $?
jq_is "a new person is shown whole" '["单志远","办公室","active",1]' '[.name,.unit,.state,.version]' "$G" person add --name 单志远 --unit bgs --phone 82955002
refused "the same name in the same unit" INPUT name "$G" person add --name 单志远 --unit 办公室
refused "a unit nobody has" INPUT unit "$G" person add --name 查理 --unit 后勤部
"$G" person assign 单志远 24 政府采购 >"$work/out"; ok "assign" $?
jq_is "who by pinyin of the surname" '[15,24]' '[.[:2][].item]' "$G" who shan
jq_is "the keys of who" '["deputy","elsewhere","item","name","person","phone","room","unit"]' '.[0]|keys' "$G" who zfcg
jq_is "who by initials" '[15,"政府采购","单志远","82955002",null]' '.[0]|[.item,.name,.person,.phone,.elsewhere]' "$G" who zfcg
jq_is "who by telephone" '单志远' '.[0].person' "$G" who 82955002
jq_is "an item of the superior" '["行政强制","青岛海关"]' '.[0]|[.name,.elsewhere]' "$G" who xzqz
jq_is "nobody" '[]' . "$G" who 没有这样的事
"$G" person change 单志远 --phone '' >"$work/out"; ok "a field is emptied" $?
jq_is "and then the unit's telephone answers" 82955001 '.[0].phone' "$G" who zfcg
printf '名称,类别,掌握的信息,电话\n市信访局,信访,信访事项,12345678\n' | iconv -t GB18030 >"$work/body.csv"
jq_is "bodies from a spreadsheet with Chinese heads" '{"added":1,"changed":0,"dry_run":false,"differences":["新增 市信访局"]}' . "$G" body import "$work/body.csv"
jq_is "twice changes nothing" '{"added":0,"changed":0,"dry_run":false,"differences":[]}' . "$G" body import "$work/body.csv"
jq_is "what a body holds answers" '市信访局' '.[0].elsewhere' "$G" who xinfangshixiang
"$G" catalogue check >"$work/out"; ok "catalogue check" $?
"$G" audit verify >"$work/out" 2>&1; ok "the chain holds" $?
"$G" --db "$work/d1" init --demo >"$work/out" && "$G" --db "$work/d2" init --demo >"$work/out" && [ "$("$G" --db "$work/d1" audit head)" = "$("$G" --db "$work/d2" audit head)" ]
ok "a demo office is the same every time" $?
jq_is "and every item of ours has someone who answers" '[]' '[.[]|select((.elements[0].ours) and (.person==null or .deputy==null) and (.number|IN(19)|not)).number]' "$G" --db "$work/d1" catalogue list
jq_is "with information in every state" '["draft","published","ready","refused","reviewing","void","withdrawn"]' '[.[].state]|unique' "$G" --db "$work/d1" info list
jq_is "some of it late" true 'length>2' "$G" --db "$work/d1" info overdue
jq_is "requests in every state" '["archived","clarifying","decided","delivered","fee_pending","open","unconfirmed","void"]' '[.[].state]|unique' "$G" --db "$work/d1" request list --limit 1000
jq_is "and with every outcome" '["already_public","excessive","exempt","granted","lapsed_clarify","lapsed_fee","needs_making","not_existing","not_gov_info","not_held","other","partial","petition","published_matter","query_law","reconfirm","refused","repeat","transferred","unclear","withdrawn"]' '[.[].outcome|select(.)]|unique' "$G" --db "$work/d1" request list --limit 1000
jq_is "corrections in every state" '["archived","clarifying","decided","delivered","open","unconfirmed","void"]' '[.[].state]|unique' "$G" --db "$work/d1" correction list
jq_is "and with every outcome of theirs" '["corrected","no_power","partly","refused","withdrawn"]' '[.[].outcome|select(.)]|unique' "$G" --db "$work/d1" correction list
jq_is "reviews and suits of every kind" '["review","suit_after_review","suit_direct"]' '[.[].kind]|unique' "$G" --db "$work/d1" appeal list
jq_is "and with every result" '["corrected","other","pending","upheld"]' '[.[].result]|unique' "$G" --db "$work/d1" appeal list
jq_is "under the rule set of each time" '["2008","2019"]' '[.[].ruleset|select(.)]|unique' "$G" --db "$work/d1" request list --limit 1000
"$G" --db "$work/d3" --today 2026-11-20 init --demo >"$work/out" 2>&1
jq_is "some dates hang on a notice that is not out yet" true '[.[]|select(.provisional)]|length>0' "$G" --db "$work/d3" --today 2026-11-20 request list --limit 1000
jq_is "the index of deadlines is the engine's" '[true,true,true]' '[.checks[]|select(.id|IN("integrity","audit","deadlines"))|.ok]' "$G" --db "$work/d3" --today 2026-11-20 check
jq_is "a desk with work in most sections" true '[.sections[]|select(.count>0)]|length>8' "$G" --db "$work/d1" today
"$G" --db "$work/d1" audit verify >"$work/out" 2>&1; ok "its chain holds" $?
for d in 2024-01-05 2026-01-31 2026-10-08 2031-02-02; do
	"$G" --db "$work/d$d" --today "$d" init --demo >"$work/out" 2>&1; ok "a demo office on $d" $?
done
"$G" catalogue >"$work/out" 2>&1; [ $? = 2 ]; ok "a noun without a verb is usage" $?
exit $rc
