#!/bin/bash
# The command line as its contract: exit codes, the form of refusals, the keys of every shape, codes as stored and as shown.
set -u
gwgk=$(readlink -f "$GWGK_BUILD/gwgk")
work=$(mktemp -d "${TMPDIR:-/tmp}/contract-XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export GWGK_DB=$work/office.gwgk GWGK_TODAY=2026-03-02
failed=0
ok() { echo "ok $1"; }
no() { echo "not ok $1: $2"; failed=1; }
is() { if [ "$2" = "$3" ]; then ok "$1"; else no "$1" "$(printf 'got "%s", wanted "%s"' "$2" "$3")"; fi; }
j() { "$gwgk" "$@" --json 2>/dev/null </dev/null; }
# keys NAME WANTED COMMAND…: the keys of an object, or of the first row of a list, at least these, in this order.
keys() {
	local name=$1 want=$2
	shift 2
	is "$name" "$(j "$@" | jq -c --arg want "$want" '(if type=="array" then .[0] else . end | keys_unsorted) as $k | [$k[] | select(. as $x | $want | split(" ") | index($x))] | join(" ")' -r)" "$want"
}
# refused NAME RC CODE FIELD COMMAND…: this exit code, nothing on stdout, one line of JSON on stderr, the audit head unmoved.
refused() {
	local name=$1 rc=$2 code=$3 field=$4 before after got=0
	shift 4
	before=$("$gwgk" audit head)
	"$@" --json >"$work/out" 2>"$work/err" </dev/null || got=$?
	after=$("$gwgk" audit head)
	[ "$code" = RULE ] || [ "$code" = DENIED ] || [ "$before" = "$after" ] || { no "$name" "something was written"; return; }
	if [ "$got" = "$rc" ] && [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" = 1 ] && [ "$(wc -c <"$work/err")" -lt 4000 ] &&
		is_error=$(jq -r '[.error.code,(.error.field//""),(.error.text|type)]|join("|")' "$work/err") && [ "$is_error" = "$code|$field|string" ]; then
		ok "$name"
	else
		no "$name" "rc $got, stderr $(head -c 300 "$work/err"), stdout $(head -c 100 "$work/out")"
	fi
}
register() { j request register --channel in_person --applicant_kind natural --name 王小明 --content "${1:-冻品查验记录}" "${@:2}" | jq -r .id; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
"$gwgk" setting set phone 0532-82955000 >/dev/null

# --- exit codes and the form of a refusal -------------------------------------------------------------------------------------
refused 'an unknown noun is wrong usage' 2 USAGE '' "$gwgk" nosuch
refused 'an unknown verb is wrong usage' 2 USAGE '' "$gwgk" request nosuch
refused 'an unknown option is wrong usage' 2 USAGE '' "$gwgk" date due 2026-03-02 5 --foo 1
refused 'an option without its value is wrong usage' 2 USAGE '' "$gwgk" request register --channel --name x
refused 'a second init is refused' 1 RULE '' "$gwgk" init
refused 'an unknown operator is denied' 1 DENIED '' "$gwgk" --as nobody today
refused 'an impossible --today is refused in JSON even before --json' 1 INPUT today "$gwgk" --today 2026-02-30 today
refused 'and in the environment' 1 INPUT today env GWGK_TODAY=abc "$gwgk" today
is 'unless --today stands in its place' "$(GWGK_TODAY=abc "$gwgk" --today 2026-03-02 date show . --json | jq -r .date)" 2026-03-02
refused 'an option where a noun should be' 2 USAGE '' "$gwgk" --frob today
refused 'bytes that are no UTF-8 name their field' 1 INPUT name "$gwgk" unit add --name $'\xff\xfe'
refused 'terminal escapes are no text' 1 INPUT name "$gwgk" unit add --name $'a\x1b[31m'
big=$(head -c 100000 /dev/zero | tr '\0' A)
refused 'a long field names itself' 1 INPUT name "$gwgk" unit add --name "$big"
refused 'a long word is refused in one line' 1 INPUT '' "$gwgk" request show "$big"
refused 'a long global option too' 1 INPUT as "$gwgk" --as "$big" today
refused 'init refuses a long name' 1 INPUT office "$gwgk" --db "$work/never.gwgk" init --office "$big"
is 'and makes no file' "$(ls "$work" | grep -c never)" 0
refused 'an unknown setting names the key' 1 INPUT key "$gwgk" setting get nosuch
refused 'a pattern without serial would number two letters alike' 1 INPUT number_patterns "$gwgk" setting set number_patterns x
refused 'reminders are days' 1 INPUT reminders "$gwgk" setting set reminders a,b
before=$("$gwgk" audit head)
"$gwgk" setting set fax 0532-1234567 >&- 2>"$work/err" && no 'a closed stdout is refused' 'exit 0'
is 'with stdout closed nothing is done' "$("$gwgk" audit head)" "$before"
"$gwgk" catalogue list --json >/dev/full 2>"$work/err"; is 'a full disk fails' "$?" 1
is 'a warning is JSON too' "$("$gwgk" request register --channel in_person --applicant_kind natural --name 甲 --content 乙 --id_kind id_card --id_number 110101199003070000 --json 2>&1 >/dev/null | jq -r '.warning.text|type')" string

# --- files of every kind ------------------------------------------------------------------------------------------------------
echo garbage >garbage; : >empty; printf 'a\0b,c\n' >nul; printf 'name,code\n\xff\xff\xfe,JK\n' >bytes; printf 'name,code\n甲,"JK\n' >cut
for f in garbage empty nul bytes cut /nonexist "$work"; do
	for noun in unit person body info catalogue calendar; do
		"$gwgk" $noun import "$f" --json >out 2>err </dev/null; rc=$?
		[ $rc = 1 ] && [ ! -s out ] && [ "$(wc -l <err)" = 1 ] && jq -e .error.text err >/dev/null || no "$noun import ${f##*/}" "rc $rc $(head -c 200 err)"
	done
done
for f in garbage empty "$work" /dev/null /nonexist/x; do
	"$gwgk" --db "$f" today --json >out 2>err </dev/null; rc=$?
	[ $rc = 1 ] && [ ! -s out ] && jq -e .error.text err >/dev/null || no "office file $f" "rc $rc $(head -c 200 err)"
done
is 'after all of this nothing has changed but the two refusals' "$("$gwgk" audit verify --json | jq .ok)" true
refused 'a folder that does not exist' 1 MISSING '' "$gwgk" catalogue export --out /nonexist/x.tsv

# --- dates --------------------------------------------------------------------------------------------------------------------
is 'date due' "$(j date due 2022-09-30 20 | jq -c '[.start,.n,.unit,.due,.provisional,.missing,(.ledger|length),(.ledger[0]|keys_unsorted)]')" \
	'["2022-09-30",20,"working","2022-11-02",false,[],34,["date","weekday","kind","name","counted"]]'
is 'provisional names the notice' "$(j date due 2026-12-20 20 | jq -c '[.due,.provisional,.missing]')" '["2027-01-18",true,["2027 年放假安排"]]'
printf '2022-09-30\t20\n2026-12-20 20\n2026-03-02,5\n' >batch
is 'batch: four columns, the last P or empty' "$("$gwgk" date due --batch batch)" "$(printf '2022-09-30\t20\t2022-11-02\t\n2026-12-20\t20\t2027-01-18\tP\n2026-03-02\t5\t2026-03-09\t')"
is 'batch from standard input' "$("$gwgk" date due --batch - <batch | wc -l)" 3
is 'count is (FROM,TO]' "$(j date count 2022-09-30 2022-11-02 | jq .count)" 20
is 'the unit as stored or as shown' "$(j date due 2026-03-02 5 --unit 自然日 --no-roll | jq -c '[.unit,.due]')" '["calendar","2026-03-07"]'
is 'a switch with yes, with no' "$(j date due 2026-03-02 5 --unit calendar --no-roll yes | jq -r .due) $(j date due 2026-03-02 5 --unit calendar --no-roll no | jq -r .due)" '2026-03-07 2026-03-09'
is 'calendar export and import change nothing' "$("$gwgk" calendar export >cal.tsv; j calendar import cal.tsv | jq -c '[.changed,.moved]')" '[[],[]]'

# --- shapes -------------------------------------------------------------------------------------------------------------------
keys 'catalogue item' 'number group name content basis publishers channels audience mode note elements unit person deputy phone' catalogue show 1
is 'types of an item' "$(j catalogue show 1 | jq -c '[.basis,.publishers,.channels|type]+[(.channels[0]|keys_unsorted|join(" ")),(.elements[0]|keys_unsorted|join(" "))]')" \
	'["array","array","array","code name recommended","k text rule rule_text ours"]'
is 'the superior publishes items 3, 10 and 18' "$(j catalogue list | jq -c '[.[]|select(.elements|all(.ours|not))|.number]')" '[3,10,18]'
is 'an item by number, by number with a zero, by name' "$(for n in 9 09 行政处罚; do j catalogue show $n | jq .number; done | xargs)" '9 9 9'
keys 'who' 'item name unit person deputy phone room elsewhere' who 行政处罚
keys 'today' 'date weekday working_day reason sections' today
is 'the sections of today, in order' "$(j today | jq -r '[.sections[].key]|join(" ")')" \
	'overdue due_today due_soon unconfirmed clarify_due waiting_applicant waiting_third_party waiting_unit review publish deliver archive catalogue fixed_dates provisional drafts'
is 'a section' "$(j today | jq -c '.sections[0]|keys_unsorted')" '["key","title","count","rows"]'
is 'a row of today' "$(j today | jq -r '[.sections[].rows[]][0]|keys_unsorted[:6]|join(" ")')" 'kind id title due left state'
keys 'letter kinds' 'kind title ruleset valid_from valid_to articles remedy slots' letter kinds
is 'audit head and verify agree' "$(h=$(j audit head | jq -r '"\(.seq):\(.hash)"'); "$gwgk" audit verify --head "$h" >/dev/null && echo good)" good
h=$(j audit head | jq -r '"\(.seq):\(.hash)"'); "$gwgk" audit verify --head "${h%????}0000" >/dev/null 2>&1; is 'a head that differs is exit 1' "$?" 1
keys 'check' 'ok checks' check

# --- CSV has a header everywhere ----------------------------------------------------------------------------------------------
for row in 'key,value:setting get office' 'ok,lines,head,faults:audit verify' 'head:audit head' 'check,ok,text:check' 'id,name,code,parent,phone,room,closed_on,version:unit list' \
	'item,name,unit,person,deputy,phone,room,elsewhere:who 9' 'date,weekday,kind,name,counted:date due 2026-03-02 2' 'section,kind,id,title,due,left,state:today'; do
	first=$("$gwgk" ${row#*:} --csv 2>/dev/null | head -1 | tr -d '\r')
	[ "$first" = "${row%%:*}" ] || no "csv ${row#*:}" "header $first"
done
is 'help in the usual ways' "$("$gwgk" --help | head -1) $("$gwgk" date due --help | head -1)" "$("$gwgk" help | head -1) $("$gwgk" help date | head -1)"

# --- information --------------------------------------------------------------------------------------------------------------
keys 'info' 'id item element title index_number state due provisional overdue left first_published duties reviews publications' \
	info register --item 行政处罚 --element 2 --title 决定甲 --formed 0227
is 'info by its id in any spelling' "$(for n in I2026-0001 i2026-1 2026-0001 2026-1; do j info show $n | jq -r .id; done | sort -u)" I2026-0001
refused 'publishing before review is refused' 1 RULE '' "$gwgk" info publish I2026-0001 --channel site
j info review I2026-0001 --step unit --result 同意公开 --reviewer 甲 >/dev/null
is 'codes as shown' "$(j info review I2026-0001 --step 办公室 --result pass --reviewer 乙 | jq -r .state)" ready
is 'a part of a label' "$(j info publish I2026-0001 --channel 公用电脑 | jq -c '[.state,.publications[0].channel]')" '["published","terminal"]'
is 'a change is a new duty' "$(j info revise I2026-0001 --changed . | jq -c '[.state,(.duties|length),.duties[1].met]')" '["draft",2,null]'

# --- requests -----------------------------------------------------------------------------------------------------------------
keys 'request' 'id state ruleset received due provisional left missing similar outcome version' request show "$(register)"
is 'received is null until its date exists' "$(for c in post_signed 平信 fax email web telegram; do
	j request register --channel $c --applicant_kind natural --name 丙$c --content 丁$c --arrived 2026-02-27 | jq -c '[.state,.received,.due]'; done | sort | uniq -c | xargs)" '6 [unconfirmed,null,null]'
is 'and stands when it does' "$(for c in in_person oral; do j request register --channel $c --applicant_kind natural --name 戊$c --content 己$c --arrived 2026-02-27 | jq -r .received; done | xargs) $(
	j request register --channel 挂号信 --applicant_kind natural --name 庚 --content 辛 --arrived 2026-02-27 --signed 2026-02-28 | jq -r .received)" '2026-02-27 2026-02-27 2026-02-28'
is 'option names with - or _, flags with and without yes' "$(j request register --channel in-person --applicant-kind 自然人 --name 壬 --content 癸 --accept-other --form 光盘 | jq -c '[.channel,.accept_other,.form]')" '["in_person",true,["disc"]]'
refused 'an unknown channel' 1 INPUT channel "$gwgk" request register --channel pigeon --applicant_kind natural --name x --content y
refused 'an impossible date' 1 INPUT arrived "$gwgk" request register --channel fax --applicant_kind natural --name x --content y --arrived 2026-02-30
is 'a request as CSV has its id and what was typed' "$("$gwgk" request show 2026-0001 --csv | cut -d, -f1-2 | tr -d '\r' | xargs)" 'id,state 2026-0001,open'
r=$(register 第一件)
is 'a request in any spelling' "$(for n in "$r" "R$r" "r${r%%-*}-$((10#${r#*-}))" " ２０２６－${r#*-}"; do j request show "$n" | jq -r .id; done | sort -u)" "$r"
is 'what is not yet provisional is not unknown' "$(j request list | jq -c 'map(.provisional|type)|unique')" '["boolean"]'
is 'clock' "$(j request clock "$r" | jq -r '[keys_unsorted[]|select(IN("received","ruleset","state","due","provisional","moving","clocks","events","ledger"))]|sort|join(" ")')" 'clocks due events ledger moving provisional received ruleset state'
is 'a clock' "$(j request clock "$r" | jq -r '.clocks[0]|keys_unsorted[:4]|join(" ")')" 'key due left running'
is 'while the applicant must clarify, due is null' "$(j request clarify "$r" --items 说明 --until 2026-03-20 | jq -c '[.state,.due]')" '["clarifying",null]'
d=$(register 第二件)
refused 'an unknown outcome' 1 INPUT outcome "$gwgk" request decide "$d" --outcome bogus --reasons x
refused 'a refusal wants its ground' 1 INPUT ground "$gwgk" request decide "$d" --outcome refused --reasons x
is 'outcome and ground as shown; the row of the annual report' "$(j request decide "$d" --outcome 不予公开 --ground 商业秘密 --reasons 商密 | jq -c '[.state,.outcome,.ground,.report_row]')" '["decided","refused","15-1","C4"]'
for pair in granted:A already_public:A query_law:C8 not_held:D1 needs_making:D2 unclear:D3 petition:E1 repeat:E2 published_matter:E3 excessive:E4 reconfirm:E5 not_gov_info:F3 other:F3; do
	row=$(j request decide "$(register "结果${pair}")" --outcome "${pair%:*}" --reasons 理由 --body 某局 | jq -r .report_row)
	[ "$row" = "${pair#*:}" ] || no "outcome ${pair%:*}" "row $row"
done
for pair in 14-1:C1 14-2:C2 14-3:C3 14-6:C3 15-1:C4 15-2:C4 16-1:C5 16-2:C5; do
	row=$(j request decide "$(register "依据${pair}")" --outcome refused --ground "${pair%:*}" --reasons 理由 | jq -r .report_row)
	[ "$row" = "${pair#*:}" ] || no "ground ${pair%:*}" "row $row"
done
two=$(register 两人同办)
for i in 1 2 3 4; do "$gwgk" request decide "$two" --outcome other --reasons "第$i人" >/dev/null 2>&1 & done; wait
is 'of four deciding at once one decides' "$(j audit list --limit 40 | jq '[.[]|select(.verb=="request.decide" and .outcome=="done")]|map(.result)|map(select(startswith("'"$two"'")))|length')" 1

# --- every change returns the record with id, state, version -------------------------------------------------------------------
j correction register --channel in_person --applicant_kind natural --name 甲 --record 乙 --claim 丙 >/dev/null
record() { # COMMAND…
	[ "$(j "$@" | jq -r '[has("id"),has("state"),has("version")]|all')" = true ] || no "$*" 'no id, state or version'
}
record setting set fax 0532-1; record setting get email; record appeal add --kind review --received . --case "$r"
record appeal change A2026-0001 --reason 补录 --body 某局; record unit add --name 综合科; record person add --name 钱文; record body add --name 某局 --kind local
record operator add zhao --roles clerk; record register add calls --on . --content 问; record template show receipt; record request undo "$r"
is 'an appeal, an entry of a register, a correction in any spelling' "$(for n in A2026-0001 a2026-1 2026-1 Ａ２０２６－１; do j appeal show "$n"; done | jq -r .id | sort -u) $(
	for n in D2026-0001 d2026-1 ' D2026-01'; do j register show "$n"; done | jq -r .id | sort -u) $(for n in C2026-0001 c2026-1 2026-1; do j correction show "$n"; done | jq -r .id | sort -u)" 'A2026-0001 D2026-0001 C2026-0001'
is 'and each is found by it' "$(for n in r2026-1 2026-1 c2026-1 i2026-1 a2026-1 d2026-1; do j search "$n" | jq -r '.[0].id'; done | xargs)" '2026-0001 2026-0001 C2026-0001 I2026-0001 A2026-0001 D2026-0001'
for n in A2026-1x A2026-1-1 A202-0001 B2026-1 A2026- 'A2026-1 1' A2026-18446744073709551617; do refused "no appeal is $n" 1 MISSING '' "$gwgk" appeal show "$n"; done
for n in 2026-1x R2026-1x C2026-1 2026--1 +2026-1 2026-; do refused "no request is $n" 1 MISSING '' "$gwgk" request show "$n"; done
refused 'no entry has something behind its number' 1 MISSING '' "$gwgk" register void D2026-1x --reason 误
is 'a correction tells its days as a request does' "$(j correction show C2026-0001 | jq -c '[has("closed_on","registered_on","archive_number","void_reason","retention")]|all') $(
	j request show 2026-0001 | jq -c '[has("closed_on","registered_on","archive_number","void_reason","retention")]|all')" 'true true'
is 'an appeal is open, then closed' "$(j appeal show A2026-0001 | jq -r .state) $(j appeal result A2026-0001 --result upheld | jq -r .state)" 'open closed'
is 'a setting that has its default, a value, none' "$(for k in asap_days fax online_review; do j setting get $k | jq -r .state; done | xargs)" 'default set empty'
is 'as many as asked for' "$(j correction register --channel in_person --applicant_kind natural --name 丁 --record 乙 --claim 丙 >/dev/null; j correction list --limit 1 | jq -c 'map(.id)') $(j request list --limit 1 | jq length)" '["C2026-0002"] 1'

# --- letters ------------------------------------------------------------------------------------------------------------------
l=$(register 回执件)
is 'a preview is one value' "$(j letter preview "$l" receipt | jq -c '[.kind,(.text|type),(.grid|type)]')" '["receipt","string","string"]'
keys 'letter issue' 'id number kind case date ruleset template sha256 state' letter issue "$l" receipt --on .
numbers='L2026-0001 L2026-1 测关公开〔2026〕1号 测关公开[2026]1号 测关公开（2026）1号 〔2026〕1号 (2026)1号'
is 'a letter by its id, by its number, by the end of it' "$(for n in $numbers; do j letter show "$n" | jq -r .id; done | sort -u)" L2026-0001
is 'and so it is found' "$(for n in $numbers; do j search "$n" | jq -r '.[0].id'; done | sort -u)" L2026-0001
is 'by the template it was made from' "$(j template show "$(j letter show L2026-0001 | jq -r .template)" | jq -c '[.kind,.state,.version]')" '["receipt","in_force",0]'
is 'printing is one value' "$(j letter print L2026-0001 --to text --out l.txt | jq -c '[.to,.out,(.pages|type),(.sha256|length)]')" '["text","l.txt","number",64]'
refused 'an unknown kind' 1 INPUT kind "$gwgk" letter issue "$l" nosuch
refused 'an output that cannot be made' 1 MISSING '' "$gwgk" letter print L2026-0001 --to text --out /nonexist/l.txt
refused 'an unknown target' 1 INPUT to "$gwgk" letter print L2026-0001 --to docx
is 'the template of a kind, of the rules of today' "$(j template show receipt | jq -c '[.kind,.ruleset,(.text|type)]')" '["receipt","2019","string"]'
is 'the chain is whole, dates and digests agree' "$(j audit verify | jq .ok) $(j check | jq .ok)" 'true true'
# --- the demo office ----------------------------------------------------------------------------------------------------------
demo() { "$gwgk" --db demo.gwgk --today 2026-11-20 "$@" --json 2>/dev/null; }
"$gwgk" --db demo.gwgk --today 2026-11-20 init --demo >/dev/null || no demo failed
demo request list --limit 1000 >demo.json
is 'an old number with its round brackets' "$(for n in （2012）第1号 '(2012)第1号' '[2012]第1号' L2012-1; do demo letter show "$n" | jq -r .number; demo search "$n" | jq -r '.[0].id'; done | sort -u | xargs)" 'L2012-0001 （2012）第1号'
lacks() { jq -r --arg want "$2" "map(.$1)"' as $have | [$want|split(" ")[]|select(IN($have[])|not)] | join(" ")' demo.json; }
is 'the demo has a case in every state' "$(lacks state 'unconfirmed open clarifying fee_pending decided delivered archived void')" ''
is 'and with every outcome' "$(lacks outcome "granted already_public partial refused query_law not_held not_existing needs_making unclear petition repeat published_matter excessive reconfirm lapsed_clarify lapsed_fee withdrawn not_gov_info other")" ''
is 'some provisional, overdue, excluded' "$(jq 'any(.[];.provisional)' demo.json) $(demo today | jq '.sections[0].count>0') $(for id in $(jq -r '.[]|select(.state=="open")|.id' demo.json); do demo request clock "$id" | jq .moving; done | sort -u | tail -1)" 'true true true'
ok 'every file, outcome and ground has been tried'
exit $failed
