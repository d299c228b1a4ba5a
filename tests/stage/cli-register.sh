#!/bin/bash
# Registers on the command line: readings of real cases, entries written by hand, masks. Goldens: tests/fixtures/register/*.csv, rewritten by
# UPDATE=1.
set -u
. tests/stage/lib/office.sh
gold=tests/fixtures/register
# refused NAME CODE TEXT COMMAND…
refused() {
	local name=$1 code=$2 text=$3 out rc=0
	shift 3
	out=$("$@" --json 2>"$work/err") || rc=$?
	if [ "$rc" = 1 ] && [ -z "$out" ] && [ "$(jq -r .error.code "$work/err")" = "$code" ] &&
		case $(jq -r .error.text "$work/err") in *"$text"*) true ;; *) false ;; esac; then ok "$name"
	else no "$name" "rc $rc, stdout \"$out\", stderr \"$(cat "$work/err")\""; fi
}
at() { local day=$1; shift; "$gwgk" --today "$day" "$@"; }
do_at() { local day=$1; shift; at "$day" "$@" >"$work/out" 2>&1 || no "setup" "$*: $(cat "$work/out")"; }
register() { at 2026-11-20 register "$@"; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init "init failed"
do_at 2026-01-05 setting set phone 0532-82955000
do_at 2026-01-05 setting set address 青岛市测试路1号
do_at 2026-01-05 unit add --name 查检一科
ID=370202199001011234 PHONE=13912345678 MAIL=li.si@example.com

# A case with everything: clarification, consultation, extension, fee-free decision, delivery, archive place.
do_at 2026-03-02 request register --channel post_signed --signed 2026-03-02 --arrived 2026-03-02 --applicant_kind natural --name 李四 --id_kind id_card --id_number $ID \
	--phone $PHONE --email $MAIL --address 青岛市市南区中山路12号 --form paper --route post --content "冻品查验记录，我的电话$PHONE，身份证$ID"
do_at 2026-03-05 request clarify 2026-0001 --items 请明确年度 --until 2026-03-26
do_at 2026-03-10 request clarified 2026-0001 --on 2026-03-10
do_at 2026-03-11 request assign 2026-0001 --unit 查检一科 --until 2026-03-18 --ask 提出意见
do_at 2026-03-20 request reply 2026-0001 --unit 查检一科 --reply 可以提供
do_at 2026-03-25 request consult 2026-0001 --party 清江冷链公司 --sent 2026-03-23 --reached 2026-03-25
do_at 2026-03-30 request opinion 2026-0001 --party 清江冷链公司 --answer consent --on 2026-03-30
do_at 2026-04-03 request extend 2026-0001 --days 10 --reason 需要汇总 --approved_by 王局 --approved_on 2026-04-03 --notified 2026-04-03
do_at 2026-04-10 request decide 2026-0001 --outcome granted --on 2026-04-10 --approved_by 王局 --approved_on 2026-04-10
do_at 2026-04-10 letter issue 2026-0001 granted --slot given=查验记录
do_at 2026-04-13 request deliver 2026-0001 --method post --carrier ems --waybill EA123456789CN --on 2026-04-13
do_at 2026-04-13 appeal add --kind review --received 2026-04-13 --case 2026-0001 --body 青岛海关
# One that is late and one that waits for its confirmation.
do_at 2026-10-12 request register --channel in_person --applicant_kind enterprise --name 清江贸易公司 --phone 0532-82345678 --content 处罚决定 --form paper --route pickup
do_at 2026-11-18 request register --channel web --applicant_kind natural --name 王五 --content 统计数据 --arrived 2026-11-18
do_at 2026-11-18 correction register --channel in_person --applicant_kind natural --name 李四 --id_number $ID --phone $PHONE --record 企业档案 --claim "电话应为$PHONE"

do_at 2026-01-05 info register --item 1 --element 1 --title 内部分工 --formed 2025-12-01 --disposition withheld --ground 16-1 --reason 内部管理 --confirm_with 王局
is 'what is withheld comes up after a year' "$(at 2026-11-20 today --json | jq -c '.sections[]|select(.key=="fixed_dates").rows[]|select(.kind=="register")|[.id,.due,.left]')" '["I2026-0001","2026-12-01",7]'
is 'and not before' "$(at 2026-06-01 today --json | jq -c '.sections[]|select(.key=="fixed_dates").rows[]|select(.kind=="register")')" ''
is 'its register says the same' "$(at 2026-11-20 register show withheld --json | jq -c '.[]|[.id,.on,.due,.overdue]')" '["I2026-0001","2025-12-01","2026-12-01",false]'

r=$(register show requests --json)
is 'a late case is late, with its days' "$(jq -c '[.[]|[.id,.received,.due,.overdue,.used,.left]]' <<<"$r")" \
	'[["2026-0001","2026-03-02","2026-04-29",false,18,null],["2026-0002","2026-10-12","2026-11-09",true,29,-9],["2026-0003",null,null,null,null,null]]'
is 'the ledger knows what came of a case' "$(jq -c '.[0]|[.clarify_sent,.clarified,.consult_sent,.consult_answered,.days,.extension_by,.outcome,.approved_by,.method,.waybill,.appeals,.unit,.assigned_on]' <<<"$r")" \
	'["2026-03-05","2026-03-10","2026-03-23","2026-03-30",10,"王局","granted","王局","post","EA123456789CN","A2026-0001","查检一科","2026-03-11"]'
is 'an answer has its number in the ledger' "$(jq -r '.[0].letter' <<<"$r")" "$("$gwgk" register show letters --text 2026-0001 --json | jq -r '.[]|select(.kind=="granted").letter')"
is 'a reply after its limit is late' "$(register show tasks --json | jq -c '.[]|[.id,.due,.replied_on,.overdue]')" '["2026-0001","2026-03-18","2026-03-20",true]'
is 'an evidence limit that passed is late' "$(register show appeals --json | jq -c '.[]|[.id,.case,.due,.overdue,.result]')" '["A2026-0001","2026-0001","2026-04-27",true,"pending"]'
is 'a period is of the day of receipt' "$(register show requests --from 2026-04-01 --json | jq -c '[.[].id]')" '["2026-0002","2026-0003"]'
is 'or a year by its name' "$(register show letters --period last_year --json | jq length) $(register show letters --period year --json | jq length)" '0 1'
is 'a unit sees what was given to it' "$(register show requests --unit 查检一科 --json | jq -c '[.[].id]')" '["2026-0001"]'
is 'words are looked for in every column' "$(register show requests --text '贸易 -李四' --json | jq -c '[.[].id]')" '["2026-0002"]'
refused 'an unknown register names the known ones' MISSING 'requests clarification' "$gwgk" register show nothing
refused 'a period must not end before it begins' INPUT 早于 "$gwgk" register show requests --from 2026-05-01 --to 2026-04-01

# --- written by hand ---------------------------------------------------------------------------------------------------------
r=$(register add complaints --received 2026-11-18 --channel 来信 --kind 投诉 --name 马丽 --phone $PHONE --content "答复太慢，证号$ID" --case 2026-0002 --json)
is 'a complaint is whole where it is made' "$(jq -c '[.id,.state,.channel,.kind,.phone,.case,.version]' <<<"$r")" "[\"T2026-0001\",\"open\",\"letter\",\"complaint\",\"$PHONE\",\"2026-0002\",1]"
refused 'a complaint needs what it says' INPUT 内容 "$gwgk" register add complaints --received 2026-11-18 --channel letter --kind report
refused 'nothing is complained of tomorrow' INPUT 之后 "$gwgk" --today 2026-11-18 register add complaints --received 2026-11-19 --channel letter --kind report --content x
is 'the page of its case tells it in words' "$("$gwgk" request show 2026-0002 | grep -c '^投诉来电收件  *编号 T2026-0001  台账 投诉举报  类别 投诉  ')" 1
refused 'a complaint links to a case that is there' MISSING 2026-0099 "$gwgk" --today 2026-11-20 register add complaints --received 2026-11-18 --channel letter --kind report --content x --case 2026-0099
refused 'a reading cannot be written in' RULE 自动生成 "$gwgk" register add requests --name x
register change T2026-1 --reason 更名 --name 马莉 >/dev/null
refused 'closing needs what was found' INPUT 结论 "$gwgk" --today 2026-11-20 register close T2026-0001 --handling 已致歉
register close T2026-0001 --result founded --handling 已致歉 --replied_on 2026-11-20 >/dev/null
refused 'a closed entry is not changed' RULE 重新打开 "$gwgk" --today 2026-11-20 register change T2026-0001 --reason x --name y
register reopen T2026-0001 --reason 补充 >/dev/null
register add calls --on 2026-11-19 --time 09:30 --content 如何申请 --name 赵六 --phone $PHONE >/dev/null
register add calls --on 2026-11-19 --content 打错 >/dev/null
register void D2026-0002 --reason 误登 >/dev/null
is 'a void entry keeps its number and its reason' "$(register show calls --json | jq -c '[.[]|[.id,.state,.void_reason]]')" '[["D2026-0001","open",null],["D2026-0002","void","误登"]]'
register add calls --on 2026-11-20 --content 再来 >/dev/null
is 'numbers are not used again' "$(register show calls --json | jq -r '.[-1].id')" D2026-0003
register add exchanges --on 2026-05-20 --kind open_day --title 海关开放日 --quantity 80 >/dev/null
register add opinions --on 2026-06-01 --channel social --title 通关慢 --handling 已发布说明 --replied_on 2026-06-02 >/dev/null
register add mail --received 2026-11-16 --channel post_signed --kind request --waybill 1234567890123 --name 李四 --address 青岛市市南区中山路12号 --unit 查检一科 --handed_on 2026-11-17 --case 2026-0003 >/dev/null
refused 'an envelope is not handed on before it came' INPUT 转交日 "$gwgk" --today 2026-11-20 register add mail --received 2026-11-16 --channel fax --kind other --handed_on 2026-11-15
is 'search finds an entry by its number' "$("$gwgk" search t2026-1 --json | jq -c '[.[0]|.kind,.id,.state]')" '["register","T2026-0001","open"]'
is 'search finds an envelope by its number' "$("$gwgk" search 1234567890123 --json | jq -c '.[0].id')" '"S2026-0001"'
is 'search finds an entry by its words' "$("$gwgk" search 海关开放日 --json | jq -c '[.[].id]')" '["J2026-0001"]'
is 'search finds an entry by its telephone' "$("$gwgk" search $PHONE --json | jq -c '[.[].id]|sort')" '["2026-0001","A2026-0001","C2026-0001","D2026-0001","T2026-0001"]'
is 'the list counts what the registers show' "$(register list --json | jq -r '.[]|select(.count!=null)|"\(.name) \(.count)"')" "$(for k in $(register list --json | jq -r '.[]|select(.count!=null).name'); do echo "$k $(register show "$k" --json | jq length)"; done)"

r=$(register show statistics --json)
is 'statistics add up' "$(jq -c '[.[]|select(.kind=="total" or .kind=="channel")|[.kind,.id,.count,.done,.late,.used_average]]' <<<"$r")" \
	'[["total","",3,1,1,"18.0"],["channel","post_signed",1,1,0,"18.0"],["channel","in_person",1,0,1,null],["channel","web",1,0,0,null]]'
is 'one grouping alone' "$(register show statistics --by channel --json | jq length)" 3
refused 'a grouping that is not there' INPUT 分组 "$gwgk" register show statistics --by colour
is 'a self-check names the late case and the open complaint' "$(register show selfcheck --json | jq -c '[.[]|select(.kind=="late" or .kind=="complaint" or .kind=="evidence")|[.kind,.id]]')" \
	'[["late","2026-0002"],["evidence","A2026-0001"],["complaint","T2026-0001"]]'

# --- goldens: every register, whole ------------------------------------------------------------------------------------------------
for k in $(register list --json | jq -r '.[].name'); do
	register show "$k" --csv | sed "s/\b$(id -un)\b/OPERATOR/g" | tr -d '\r' >"$work/$k.csv"
	[ -z "${UPDATE:-}" ] || { mkdir -p $gold; cp "$work/$k.csv" "$gold/$k.csv"; }
	if diff -u "$gold/$k.csv" "$work/$k.csv" >"$work/diff"; then ok "register $k reads as in $gold/$k.csv"; else no "register $k reads as in $gold/$k.csv" "$(cat "$work/diff")"; fi
done

# --- files ---------------------------------------------------------------------------------------------------------------------
register show requests --out "$work/a.xlsx" >/dev/null
is 'a spreadsheet is written' "$(head -c2 "$work/a.xlsx")" PK
register show requests --out "$work/a.csv" >/dev/null
is 'a CSV file speaks to spreadsheets' "$(head -c3 "$work/a.csv" | od -An -tx1 | tr -d ' ')" efbbbf
is 'a CSV file has a line a row' "$(wc -l <"$work/a.csv")" 4
register print requests --until 2026-12-31 --to text --out "$work/a.txt" >/dev/null
is 'on paper a register has its cover' "$(grep -c '政府信息公开台账\|依申请公开登记台账' "$work/a.txt")" 3
is 'and its rows, masked' "$(grep -c "$PHONE\|$ID" "$work/a.txt") $(tr -d ' \n' <"$work/a.txt" | grep -c 2026-0002)" '0 1'
refused 'any other file is refused' INPUT .xlsx "$gwgk" register show requests --out "$work/a.doc"

# --- behind the mask -------------------------------------------------------------------------------------------------------------
refused 'no reason, no numbers' INPUT 理由 "$gwgk" register show requests --unmasked
lines=$("$gwgk" audit list --json --limit 1 | jq '.[0].seq')
is 'with role and reason the numbers are there' "$(register show requests --unmasked --reason 复议举证 --json | jq -r '.[0].id_number')" $ID
is 'the log says what, how many and why in one line' "$("$gwgk" audit list --json --limit 1 | jq -r '.[0]|"\(.seq) \(.verb) \(.result)"')" "$((lines + 1)) personal.show 显示依申请公开登记台账的个人信息 3 行：复议举证"
"$gwgk" operator add --login clerk --name 经办 --role clerk >/dev/null 2>&1 || "$gwgk" operator add --login clerk --name 经办 --roles clerk >/dev/null || no setup "operator"
refused 'a clerk has not the power' DENIED 角色 "$gwgk" --as clerk register show requests --unmasked --reason 好奇
is 'a clerk sees one case whole' "$("$gwgk" --as clerk request show 2026-0001 --json | jq -r .phone)" $PHONE
# --- answered anew by order: the first answer is the one that is counted ------------------------------------------------------------
do_at 2026-11-20 request search 2026-0003 --where 公文系统 --words 统计 --result 无
do_at 2026-11-20 request undo 2026-0003
do_at 2026-11-20 request file_copy 2026-0001
do_at 2026-11-20 request undo 2026-0001
is 'what was taken back is in no ledger' "$(register show requests --json | jq -c '[.[2].quantity,.[0].filed_on]')" '[0,null]'
do_at 2026-11-20 appeal result A2026-0001 --result corrected --on 2026-11-19
do_at 2026-11-20 request reopen 2026-0001 --days 10 --reason 复议决定责令重新答复
do_at 2026-11-20 request decide 2026-0001 --outcome refused --ground 14-1 --reasons 该记录已由青岛海关定为秘密级 --approved_by 王局
do_at 2026-11-20 letter issue 2026-0001 refused
do_at 2026-11-20 request deliver 2026-0001 --method post --carrier ems --waybill EA000000002CN
do_at 2026-11-20 request deliver_again 2026-0001 --reason 退件 --method post --carrier ems --waybill EA000000003CN
is 'the ledger keeps the first answer with its letter and its delivery, the new one beside it' \
	"$(register show requests --json | jq -c '.[0]|[.outcome,.outcome_name,.ground,.decided_on,.letter,.delivered_on,.waybill,.reopened_on,.redecided,.redecided_name,.redecided_on,.redecided_letter]')" \
	'["granted","予以公开",null,"2026-04-10","测关公开〔2026〕1号","2026-04-13","EA123456789CN","2026-11-20","refused","不予公开","2026-11-20","测关公开〔2026〕2号"]'
is 'statistics count the first answer' "$(register show statistics --by outcome --json | jq -c '[.[]|[.title,.count]]')" '[["予以公开",1],["（未决定）",2]]'
is 'three deliveries are on record, one of them once more' "$(register show deliveries --json | jq -c '[.[]|[.waybill,.reasons]]')" '[["EA123456789CN",null],["EA000000002CN",null],["EA000000003CN","退件"]]'
do_at 2026-11-20 correction identity C2026-0001
do_at 2026-11-20 correction decide C2026-0001 --outcome partly --reasons 电话已改，地址无证据 --approved_by 王局
do_at 2026-11-20 letter issue C2026-0001 correction_result --slot corrected=电话已改
do_at 2026-11-20 correction deliver C2026-0001 --method direct --signer 李四
do_at 2026-11-20 correction archive C2026-0001
do_at 2026-11-20 correction register --channel in_person --applicant_kind natural --name 张乙 --record 企业档案 --claim 改地址
do_at 2026-11-20 correction decide C2026-0002 --outcome no_power --reasons 属登记机关职权 --body 青岛市市场监督管理局
do_at 2026-11-20 letter issue C2026-0002 correction_no_power --slot body_contact=青岛市
do_at 2026-11-20 appeal add --kind review --received 2026-11-20 --case C2026-0002
do_at 2026-11-20 appeal result A2026-0002 --result corrected
do_at 2026-11-20 correction reopen C2026-0002 --days 5
do_at 2026-11-20 correction decide C2026-0002 --outcome corrected
do_at 2026-11-20 letter issue C2026-0002 correction_result --slot corrected=已改
do_at 2026-11-20 correction deliver C2026-0002 --method direct --signer 张乙
is 'an answer that was never served has no delivery of another' "$(register show corrections --json | jq -c '.[]|select(.id=="C2026-0002")|[.outcome,.letter,.method,.redecided,.redecided_letter]')" \
	'["no_power","测关公开〔2026〕4号",null,"corrected","测关公开〔2026〕5号"]'
is 'the page of a correction tells who was seen' "$("$gwgk" --today 2026-11-20 correction show C2026-0001 | grep -c '^核对身份：2026-11-20')" 1
is 'the list of archived files says results in words' "$(register show archive --json | jq -c '[.[]|select(.kind=="correction")|[.outcome,.outcome_name]]')" '[["partly","部分更正"]]'
is 'the chain holds' "$("$gwgk" audit verify --json | jq -r .ok)" true
exit $failed
