#!/bin/bash
# An identity number, telephones and a mail address are planted in every field of a case that takes text, and looked for in every list and
# export of every noun, in every format.
set -u
cd "$(dirname "$0")/../.."
gwgk=$(realpath "$GWGK_BUILD/gwgk")
work=$(mktemp -d "${TMPDIR:-/tmp}/masking-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk
failed=0
ok() { echo "ok $1"; }
no() { echo "not ok $1: $2"; failed=1; }
ID=370202199001011234 PHONE=13912345678 LINE=0532-82345678 MAIL=li.si@example.com
ALL="证$ID、电话$PHONE、$LINE、$MAIL"
do_at() { local day=$1; shift; "$gwgk" --today "$day" "$@" >"$work/out" 2>&1 || no "setup" "$*: $(cat "$work/out")"; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init "init failed"
do_at 2026-01-05 setting set address 青岛市测试路1号
do_at 2026-01-05 setting set phone 0532-82955000
do_at 2026-01-05 unit add --name 查检一科 --phone 0532-82955001
APPLICANT=(--applicant_kind natural --name 李四 --id_kind id_card --id_number $ID --phone $PHONE --email $MAIL --fax $LINE --address "青岛市中山路12号$PHONE")
do_at 2026-03-02 request register --channel post_plain --arrived 2026-03-02 "${APPLICANT[@]}" --form paper --route post --content "要查验记录，$ALL" --purpose "$ALL" --document_number "$ALL" --assistance "$ALL"
do_at 2026-03-03 request confirm 2026-0001 --on 2026-03-03 --with "打电话$PHONE" --by 王五
do_at 2026-03-03 request change 2026-0001 --reason "更正$ALL" --phone 13800000000
do_at 2026-03-03 request change 2026-0001 --reason 改回 --phone $PHONE
do_at 2026-03-05 request clarify 2026-0001 --items "请明确$ALL" --until 2026-03-26
do_at 2026-03-10 request clarified 2026-0001 --on 2026-03-10
do_at 2026-03-11 request assign 2026-0001 --unit 查检一科 --until 2026-03-18 --ask "请查$ALL"
do_at 2026-03-12 request search 2026-0001 --where 档案系统 --words "$ALL" --by 王五 --on 2026-03-12 --result "无$ALL"
do_at 2026-03-16 request reply 2026-0001 --unit 查检一科 --reply "查无$ALL"
do_at 2026-03-20 request consult 2026-0001 --party "张三$PHONE" --sent 2026-03-18 --reached 2026-03-20
do_at 2026-03-25 request opinion 2026-0001 --party "张三$PHONE" --answer object --on 2026-03-25 --reasons "$ALL"
do_at 2026-03-26 request extend 2026-0001 --days 10 --reason "因$ALL" --approved_by 王局 --approved_on 2026-03-26 --notified 2026-03-26
do_at 2026-03-27 request decide 2026-0001 --outcome refused --ground 15-1 --reasons "涉及$ALL" --on 2026-03-27 --approved_by 王局 --approved_on 2026-03-27
do_at 2026-03-27 request material add 2026-0001 --kind id_copy --title "证$ID" --pages 1 --place "柜$PHONE"
do_at 2026-03-30 appeal add --kind review --received 2026-03-30 --case 2026-0001 --body 青岛海关 --note "$ALL"
do_at 2026-10-12 request register --channel in_person "${APPLICANT[@]}" --content "第二件$ALL"
do_at 2026-10-12 request void 2026-0002 --reason "重复$ALL"
do_at 2026-11-02 correction register --channel in_person "${APPLICANT[@]}" --record "档案$ALL" --claim "应为$ALL" --reasons "$ALL" --evidence "$ALL"
do_at 2026-11-02 register add complaints --received 2026-11-02 --channel phone --kind report --name 马丽 --phone $LINE --address "$ALL" --content "$ALL" --handling "$ALL" --note "$ALL"
do_at 2026-11-02 register change T2026-0001 --phone $PHONE --reason "$ALL"
do_at 2026-11-02 register add calls --on 2026-11-02 --content "$ALL" --phone $PHONE --handling "$ALL"
do_at 2026-11-02 register add exchanges --on 2026-11-02 --kind survey --title "征集$ALL" --content "$ALL"
do_at 2026-11-02 register add opinions --on 2026-11-02 --channel social --title "$ALL" --place "$ALL" --content "$ALL"
do_at 2026-11-02 register add mail --received 2026-11-02 --channel fax --kind other --name "李四$PHONE" --phone $LINE --address "$ALL" --content "$ALL" --note "$ALL"
do_at 2026-11-02 register void S2026-0001 --reason "误登$ALL"
do_at 2026-11-02 info register --item 1 --element 1 --title "公告，联系$PHONE" --formed 2026-11-02 --disposition open --summary "$ALL"
"$gwgk" --today 2026-11-03 request register --channel web --applicant_kind natural --name "$ID" --content x >/dev/null 2>&1

# leaks NAME COMMAND…: none of the planted numbers in any format.
leaks() {
	local name=$1 format out
	shift
	for format in '' --csv --json; do
		out=$("$gwgk" --today 2026-11-20 "$@" $format 2>/dev/null)
		[ -n "$out" ] || { no "$name $format" "it prints nothing"; continue; }
		if grep -qE "$ID|$PHONE|$LINE|$MAIL|13800000000" <<<"$out"; then no "$name $format" "$(grep -oE ".{0,30}($ID|$PHONE|$LINE|$MAIL|13800000000).{0,20}" <<<"$out" | head -3)"; else ok "$name ${format:-text} masks them"; fi
	done
}
leaks 'request list' request list
leaks 'request list --open' request list --open yes
leaks 'correction list' correction list
leaks 'appeal list' appeal list
leaks 'info list' info list
leaks 'audit list' audit list --limit 500
leaks 'today' today
leaks 'search by name' search 李四
leaks 'search by telephone' search $PHONE
leaks 'search by identity number' search $ID
leaks 'search in titles' search 公告
leaks 'register list' register list
for k in $("$gwgk" register list --json | jq -r '.[].name'); do leaks "register $k" register show "$k"; done
for k in requests complaints mail; do
	"$gwgk" --today 2026-11-20 register show $k --out "$work/$k.csv" >/dev/null
	if [ -s "$work/$k.csv" ] && ! grep -qE "$ID|$PHONE|$LINE|$MAIL" "$work/$k.csv"; then ok "$k.csv masks them"; else no "$k.csv" "a number is in it"; fi
done
# What is masked is there: whole in one case, and in a list with role, reason and a line in the log.
for k in requests corrections complaints mail; do
	out=$("$gwgk" --today 2026-11-20 register show $k --unmasked --reason 检查 --json)
	if grep -q "$PHONE\|$LINE" <<<"$out"; then ok "register $k --unmasked shows them"; else no "register $k --unmasked" "$out"; fi
done
for n in request correction; do
	for format in --csv --json; do
		out=$("$gwgk" --today 2026-11-20 $n list --unmasked --reason 检查 $format)
		if grep -q "$PHONE" <<<"$out"; then ok "$n list --unmasked $format shows them"; else no "$n list --unmasked $format" "$out"; fi
	done
done
n=$("$gwgk" audit list --verb personal.show --json | jq length)
[ "$n" = 8 ] && ok 'each of these left one line' || no 'each of these left one line' "$n"
[ "$("$gwgk" request show 2026-0001 --json | jq -r '.id_number+.phone')" = $ID$PHONE ] && ok 'one case is whole' || no 'one case is whole' ''
[ "$("$gwgk" request show 2026-0001 --json | jq -r .content)" = "要查验记录，$ALL" ] && ok "the applicant's words are whole" || no "the applicant's words are whole" ''
"$gwgk" unit list | grep -q 0532-82955001 && ok "the office's own telephones are not masked" || no "the office's own telephones are not masked" ''
exit $failed
