#!/bin/bash
# Deciding on the command line: parts with their grounds, a third party that objects, grounds that are confirmed twice, under both rule sets.
set -u
. tests/stage/lib/office.sh
new() { n=$((n + 1)); id=$(at "$1" request register --channel in_person --applicant_kind natural --name "申请人$n" --content "第 $n 件：${2:-查验记录}" --form paper --route post --id_kind other --id_number "A$n" --phone 138000000"$((10 + n))" --json | jq -r .id); }
text() { "$gwgk" letter show "$("$gwgk" letter list "$1" --json | jq -r '.[0].id')" --json | jq -r .text; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
for s in 'phone 0532-1' 'address 某路1号' 'fee_account 某银行1' 'online_review https://fy.example'; do "$gwgk" setting set $s >/dev/null; done

# --- 条例16: 可以 -----------------------------------------------------------------------------------------------------------------
why='讨论记录载有各科室尚未定稿的不同意见，公开会妨碍今后如实讨论'
new 2026-03-02; a=$id
at 2026-03-10 request decide "$a" --outcome refused --ground 16-4 --reasons "$why" --approved_by 李关长 >/dev/null
is 'the clerk hears that it must be confirmed' "$(grep -c 再次确认 "$work/err")" 1
refused 'an unconfirmed ground of article 16 is not issued' 再次确认 at 2026-03-10 letter issue "$a" refused
refused 'the approver confirms, nobody else' 李关长 at 2026-03-10 request confirm_ground "$a" --by 王科长
refused 'not before the decision' 早于 at 2026-03-10 request confirm_ground "$a" --on 2026-03-09
is 'confirmed' "$(at 2026-03-11 request confirm_ground "$a" --json | jq -c '.decision|[.confirmed_by,.confirmed_on]')" '["李关长","2026-03-11"]'
refused 'once' 已经再次确认 at 2026-03-11 request confirm_ground "$a"
is 'taken back' "$(at 2026-03-11 request undo "$a" --json | jq -c '[.state,.outcome,.decision.confirmed_by]')" '["decided","refused",null]'
at 2026-03-11 request confirm_ground "$a" >/dev/null
is 'confirmed, it is issued' "$(at 2026-03-11 letter issue "$a" refused --json | jq -r .state)" issued
new 2026-03-02; b=$id
refused 'a ground is written once' 两遍 at 2026-03-10 request decide "$b" --outcome refused --ground 15-1,商业秘密 --reasons "$why"
refused 'a ground of article 14 is not confirmed' 条例16 at 2026-03-10 request decide "$b" --outcome refused --ground 14-1 --reasons "$why" --approved_by 李 --confirmed yes
refused 'who confirms is the approver' approved_by at 2026-03-10 request decide "$b" --outcome refused --ground 16-1 --reasons "$why" --confirmed yes --json
refused 'nor is it answered across the counter' 不能当场答复 at 2026-03-10 request answer_now "$b" --outcome refused --reasons "$why"
refused 'nor is anything else whose remedies are told' 不能当场答复 at 2026-03-10 request answer_now "$b" --outcome not_held --reasons "$why"
is 'confirmed in one step' "$(at 2026-03-10 request decide "$b" --outcome refused --ground 16-1 --reasons "$why" --approved_by 李 --confirmed yes --json | jq -r .decision.confirmed_by)" 李
is 'and issued' "$(at 2026-03-10 letter issue "$b" refused --json | jq -r .state)" issued
new 2026-03-02; d=$id
is 'where one person does it all, a dated approval is the confirmation' "$(at 2026-03-10 request decide "$d" --outcome refused --ground 16-1 --reasons "$why" --approved_by 李 --approved_on 2026-03-09 --json | jq -r .decision.confirmed_by)" 李
new 2026-03-02; d=$id
is 'unless it is denied' "$(at 2026-03-10 request decide "$d" --outcome refused --ground 16-1 --reasons "$why" --approved_by 李 --approved_on 2026-03-09 --confirmed no --json | jq -r .decision.confirmed_by)" null

# --- parts ---------------------------------------------------------------------------------------------------------------------------
new 2026-03-02; p=$id
part() { at 2026-03-10 request decide "$p" --outcome partial --ground 15-1 --reasons '合同单价由对方采取保密措施，公开会使竞争者推知其成本' --withheld 合同单价 --approved_by 李 "$@"; }
refused 'a second part needs its ground' ground_2 part --withheld_2 联系人电话 --reasons_2 属于本人联系方式且与职务无关 --json
refused 'its reasons' reasons_2 part --withheld_2 联系人电话 --ground_2 15-2 --json
refused 'its name' withheld_2 part --ground_2 15-2 --reasons_2 属于本人联系方式且与职务无关 --json
refused 'a ground of this rule set' '没有不公开依据' part --withheld_2 联系人电话 --ground_2 08-3 --reasons_2 属于本人联系方式且与职务无关
refused 'a list and parts are not mixed' 只选一项 at 2026-03-10 request decide "$p" --outcome partial --ground 15-1,14-5 --reasons "$why" --withheld 甲 --withheld_2 乙 --ground_2 15-2 --reasons_2 属于本人联系方式
is 'three parts' "$(part --withheld_2 联系人电话 --ground_2 个人隐私 --reasons_2 属于本人联系方式且与职务无关 --withheld_3 布控参数 --ground_3 14-5 --reasons_3 公开将使高风险货物避开查验 --json | jq -c '[.ground,.report_row,[.decision.parts[]|[.withheld,.ground]]]')" \
	'["15-1,15-2,14-5","B",[["合同单价","15-1"],["联系人电话","15-2"],["布控参数","14-5"]]]'
is 'the letter has them from the decision' "$(at 2026-03-10 letter issue "$p" partial --slot given=合同其余条款 --json | jq -r .state)" issued
is 'each with its reasons' "$(text "$p" | tr -d '\n 　' | grep -o '理由：[^。]*' | wc -l)" 3
is 'and both remedies' "$(text "$p" | tr -d '\n' | grep -c '对不予公开的部分不服.*对予以公开的部分不服')" 1

# --- a refusal on several grounds ------------------------------------------------------------------------------------------------------
plain() { text "$1" | grep -v '^-----' | tr -d '\n ' | sed 's/　//g'; }
reasons_of() { plain "$1" | grep -o '理由：[^。]*' | tr '\n' ' '; }
new 2026-03-02; r=$id
refuse() { at 2026-03-10 request decide "$r" --outcome refused --approved_by 李 --approved_on 2026-03-09 "$@"; }
refused 'reasons have a ground' ground_2 refuse --ground 14-5 --reasons "$why" --reasons_2 "$why" --json
refused 'a second ground is another' 两遍 refuse --ground 14-5 --reasons "$why" --ground_2 危及经济安全 --reasons_2 "$why"
refused 'no more than a letter tells' 最多写3项 refuse --ground 14-5,16-3,16-4,15-1 --reasons "$why"
refused 'nor written in two ways' 只选一项 refuse --ground 14-5,16-3 --reasons "$why" --ground_2 16-4 --reasons_2 "$why"
is 'two grounds, each with its own reasons' "$(refuse --ground 14-5 --reasons 参数公开将使布控失去作用 --ground_2 16-3 --reasons_2 审批分工只在本关内部使用 --json | jq -c '[.ground,.report_row,[.decision.parts[]|[.withheld,.ground,.reasons]]]')" \
	'["14-5,16-3","C3",[[null,"14-5","参数公开将使布控失去作用"],[null,"16-3","审批分工只在本关内部使用"]]]'
at 2026-03-10 letter issue "$r" refused >/dev/null
is 'the letter tells both' "$(reasons_of "$r")" '理由：参数公开将使布控失去作用 理由：审批分工只在本关内部使用 '
new 2026-03-02; r=$id
refuse --ground 14-5,16-3 --reasons 参数公开将使布控失去作用 >/dev/null
at 2026-03-10 letter issue "$r" refused >/dev/null
is 'reasons of both are told once' "$(reasons_of "$r")" '理由：参数公开将使布控失去作用 '
is 'after the second ground' "$(plain "$r" | grep -c '第十六条第一款的规定，不予公开。理由：')" 1
new 2026-03-02; r=$id
is 'a second ground without reasons stands on those of the first' "$(refuse --ground 14-5 --reasons "$why" --ground_2 16-3 --json | jq -c --arg w "$why" '[.decision.parts[]|.reasons==$w]')" '[true,true]'
new 2026-03-02; r=$id
is 'a part of what is refused whole is not kept' "$(refuse --ground 14-5 --reasons "$why" --withheld 第三页 --json | jq -c '[.decision.parts[].withheld]')" '[null]'
is 'and the clerk hears it' "$(grep -c 应当选“部分公开” "$work/err")" 1
new 2026-03-02; r=$id
is 'a second ground does not outlive its outcome either' "$(at 2026-04-10 request decide "$r" --outcome granted --ground_2 14-5 --withheld 第三页 --json | jq -c '[.ground,.decision.parts]')" '[null,[]]'
is 'which is said besides that it is late' "$(grep -c '已过答复期限.*填的依据没有记下' "$work/err")" 1
new 2026-03-02; r=$id
is 'a list of grounds however its marks are typed' "$(refuse --ground '14-5， 16-3、15-1' --reasons "$why" --json | jq -r .ground)" 14-5,16-3,15-1
at 2026-03-10 request undo "$r" >/dev/null
is 'a label that holds such a mark is one ground' "$(refuse --ground 法律、行政法规禁止公开 --reasons "$why" --json | jq -r .ground)" 14-2
new 2026-03-02; r=$id
refused 'a word that is no outcome meets the list' '不予公开（refused）、' at 2026-03-10 request decide "$r" --outcome refuse
refused 'no ground likewise' '依法确定为国家秘密（14-1）、' at 2026-03-10 request decide "$r" --outcome refused --ground 14-9 --reasons "$why"
refused 'no choice of a field likewise' '按件（count）、按量（pages）' at 2026-03-10 request fee "$r" --basis item
for on in 2010-03-10 2018-03-12 2026-03-10; do
	new "${on/10-03-10/10-03-01}"
	test "$on" = 2026-03-10 && new 2018-03-05
	at "$on" request decide "$id" --outcome partial --ground 08-2 --reasons 对方对单价采取保密措施 --withheld 合同单价 --ground_2 08-3 --reasons_2 属于本人联系方式 --withheld_2 联系人电话 --approved_by 李 >/dev/null
	at "$on" letter issue "$id" partial --slot given=合同其余条款 >/dev/null
	is "2008: both parts are in the letter of $on" "$(plain "$id" | grep -c '合同单价.*对方对单价采取保密措施.*联系人电话.*属于本人联系方式')" 1
	new "${on/2026-03-10/2018-03-05}"
	at "$on" request decide "$id" --outcome refused --ground 08-2,08-3 --reasons 对方对单价采取保密措施 --approved_by 李 >/dev/null
	at "$on" letter issue "$id" refused >/dev/null
	is "2008: both grounds are in the letter of $on" "$(plain "$id" | grep -c '商业秘密.*个人隐私')" 1
done

# --- a third party that objects -----------------------------------------------------------------------------------------------------------
object() { # DAY ID PARTY
	at "$1" request consult "$2" --party "$3" --sent "$1" --reached "$1" ${4:+--until "$4"} >/dev/null
	at "$1" request opinion "$2" --party "$3" --answer object --reasons 会泄露成本 >/dev/null
}
new 2026-03-02; t=$id
object 2026-03-05 "$t" 某公司
refused 'what a third party objected to is not simply granted' disclose_basis at 2026-03-06 request decide "$t" --outcome granted --json
refused 'the law knows two reasons' '没有公开依据' at 2026-03-06 request decide "$t" --outcome granted --disclose_basis silence --disclose_reasons 无
refused 'which are written down' disclose_reasons at 2026-03-06 request decide "$t" --outcome granted --disclose_basis public_interest --json
refused 'where it is withheld for the third party nothing is overridden' 没有公开第三方 at 2026-03-06 request decide "$t" --outcome partial --ground 15-1 --reasons "$why" --disclose_basis public_interest --disclose_reasons 食品安全
at 2026-03-06 request decide "$t" --outcome granted --reasons 检出项目和批次 --approved_by 李 --disclose_basis public_interest --disclose_reasons '检出不合格的食品仍在流通，不公开将危害消费者健康' >/dev/null
is 'granted in the public interest' "$(at 2026-03-06 request show "$t" --json | jq -c '[.outcome,.decision.disclose_basis]')" '["granted","public_interest"]'
at 2026-03-06 letter issue "$t" granted --slot given=检出项目和批次 >/dev/null
at 2026-03-06 request deliver "$t" --method direct --signer 本人 >/dev/null
refused 'what is open is named with the command that settles it' '（出具文书 issue）' at 2026-03-09 request archive "$t"
printf 'open requests\nkey F7\ntype %s\nexpect 申请\nkey Enter*2\nexpect 归档以前还要办\nexpect 第三方告知书（条例32）：F9 出具文书\n' "$t" >"$work/closeout"
"$gwgk" --today 2026-03-09 run "$work/closeout" >"$work/out" 2>&1 && echo 'ok and on its page' || no 'and on its page' "$(cat "$work/out")"
refused 'the third party is told before the case is closed' 第三方告知书 at 2026-03-09 request archive "$t"
is 'content and reasons come from the decision' "$(at 2026-03-09 letter issue "$t" third_party_notice --slot given=检出项目和批次 --json | jq -r .state)" issued
is 'in writing' "$(text "$t" | tr -d '\n' | grep -c '公共利益造成重大影响.*危害消费者健康')" 1
new 2026-03-02; w=$id
at 2026-03-03 request consult "$w" --party 某公司 --sent 2026-03-03 --reached 2026-03-03 >/dev/null
at 2026-03-25 request decide "$w" --outcome granted --reasons 批次 >/dev/null
at 2026-03-26 request opinion "$w" --party 某公司 --answer object --reasons 会泄露成本 >/dev/null
is 'who objects late, before the answer left, is heard of' "$(grep -c 请核对决定 "$work/err")" 1
new 2026-03-02; w=$id
at 2026-04-20 request answer_now "$w" --reasons 批次 >/dev/null
is 'an answer across the counter may be late too' "$(grep -c 答复晚于期限 "$work/err")" 1
is 'then it is archived' "$(at 2026-03-09 request archive "$t" --json | jq -r .state)" archived
new 2026-03-02; u=$id
refused 'nobody objected' 没有第三方 at 2026-03-06 request decide "$u" --outcome granted --disclose_basis public_interest --disclose_reasons 无

# --- 2008: an objection binds --------------------------------------------------------------------------------------------------------------
new 2018-03-05; o=$id
object 2018-03-07 "$o" 某公司 2018-03-20
refused 'under the old law an objection binds' 不得公开 at 2018-03-08 request decide "$o" --outcome granted
refused 'whatever its reasons' '没有公开依据' at 2018-03-08 request decide "$o" --outcome granted --disclose_basis no_good_reason --disclose_reasons 理由不成立
is 'but for the public interest' "$(at 2018-03-08 request decide "$o" --outcome granted --disclose_basis public_interest --disclose_reasons 不合格食品仍在流通 --approved_by 李 --json | jq -r .decision.disclose_basis)" public_interest
new 2018-03-05; q=$id
is 'no ground of the old law is confirmed twice' "$(at 2018-03-08 request decide "$q" --outcome refused --ground 08-4 --reasons '案件正在调查，公开会使当事人得知取证方向' --approved_by 李 --json | jq -r .outcome)" refused
is 'it is issued' "$(at 2018-03-08 letter issue "$q" refused --slot law_basis=《中华人民共和国行政处罚法》第三十七条 --json | jq -r .state)" issued
# --- an order opens it again: what was counted stays counted --------------------------------------------------------------------------------
counted() { at "$1" request show "$2" --json | jq -c '[.state,.outcome,.counted.outcome,.counted.report_row]'; }
new 2026-03-02; c=$id
is 'nothing is counted before the decision' "$(counted 2026-03-03 "$c")" '["open",null,null,null]'
at 2026-03-05 request decide "$c" --outcome refused --ground 14-1 --reasons '文件标有机密，尚在保密期限内' --approved_by 李 >/dev/null
is 'the decision in force is' "$(counted 2026-03-05 "$c")" '["decided","refused","refused","C1"]'
at 2026-03-05 letter issue "$c" refused >/dev/null
at 2026-03-06 request deliver "$c" --method direct --signer 本人 >/dev/null
refused 'no case is opened again without an order' 责令 at 2026-03-09 request reopen "$c"
a=$(at 2026-04-01 appeal add --kind review --case "$c" --received 2026-04-01 --json | jq -r .id)
at 2026-05-20 appeal result "$a" --result corrected --on 2026-05-20 >/dev/null
at 2026-05-21 request reopen "$c" --reason 复议决定 >/dev/null
is 'opened again, the year keeps what it counted' "$(counted 2026-05-21 "$c")" '["open",null,"refused","C1"]'
at 2026-05-25 request decide "$c" --outcome granted --reasons 清单 >/dev/null
is 'and the new decision does not change it' "$(counted 2026-05-25 "$c")" '["decided","granted","refused","C1"]'

# --- what an outcome presupposes -----------------------------------------------------------------------------------------------------------
new 2026-03-02
at 2026-03-05 request decide "$id" --outcome excessive --reasons 一月内就同一事项申请四十件 >/dev/null
is 'excessive without asking for reasons is doubted' "$(grep -c 条例35 "$work/err")" 1
new 2026-03-02
at 2026-03-05 request decide "$id" --outcome unclear --reasons 内容仍无法确定 >/dev/null
is 'unclear without a clarification too' "$(grep -c 条例30 "$work/err")" 1
new 2018-03-05
at 2018-03-06 request coagency "$id" --body 某局 --kind other --sent 2018-03-06 >/dev/null
is 'the old law waits for no other body' "$(at 2018-03-07 request decide "$id" --outcome granted --reasons 清单 --json | jq -r .outcome)" granted
new 2018-03-05
at 2018-03-06 request consult "$id" --party 某公司 --sent 2018-03-06 >/dev/null
is 'its third party objects without reasons' "$(at 2018-03-07 request opinion "$id" --party 某公司 --answer object --json | jq -r .state)" open
# --- answered at the counter ------------------------------------------------------------------------------------------------------------------
new 2026-03-02
refused 'its letter says what is given' 提供的信息 at 2026-03-02 request answer_now "$id" --letter yes
is 'decided, written and signed for in one step' "$(at 2026-03-02 request answer_now "$id" --letter yes --reasons 办事指南全文，共三页 --json | jq -r .state)" delivered
is 'the letter is numbered' "$(at 2026-03-02 letter list --json | jq -r --arg id "$id" '[.[]|select(.case==$id)|.kind]|join(",")')" granted
is 'nothing is left to close' "$(at 2026-03-02 request archive "$id" --json | jq -r .state)" archived
new 2026-03-02
is 'what is public already, with where it is' "$(at 2026-03-02 request answer_now "$id" --outcome already_public --letter yes --reasons 办事指南 --where 门户网站公开目录第五项 --json | jq -r .outcome)" already_public
new 2012-03-05
is 'under the old law too' "$(at 2012-03-05 request answer_now "$id" --outcome 同意 --letter yes --reasons 办事指南 --json | jq -r .outcome)" granted
at 2026-03-02 setting set two_person yes >/dev/null
new 2026-03-02
is 'who signed, when, on which sheet' "$(at 2026-03-09 request decide "$id" --outcome granted --approved_by 李关长 --approved_on 2026-03-06 --approval_ref 批17 --json |
	jq -c '.decision|[.approved_by,.approved_on,.approval_ref]')" '["李关长","2026-03-06","批17"]'
new 2026-03-02
refused 'two persons also at the counter' 双人制 at 2026-03-02 request answer_now "$id"
is 'one of whom approves' "$(at 2026-03-02 request answer_now "$id" --approved_by 李关长 --json | jq -r .decision.approved_by)" 李关长
"$gwgk" operator add lisi --name 李四 --roles clerk >/dev/null
new 2026-03-02
refused 'a blank is nobody' 双人制 at 2026-03-02 --as lisi request decide "$id" --outcome granted --approved_by ' '
for who in lisi 李四 '李　四'; do
	refused "the clerk is no second person as '$who'" 双人制 at 2026-03-02 --as lisi request decide "$id" --outcome granted --approved_by "$who"
	refused "nor for an extension as '$who'" 双人制 at 2026-03-02 --as lisi request extend "$id" --days 3 --reason 等意见 --approved_by "$who"
done
is 'another is' "$(at 2026-03-02 --as lisi request decide "$id" --outcome granted --approved_by 李关长 --json | jq -r .decision.approved_by)" 李关长
at 2026-03-02 setting set two_person no >/dev/null
# --- a letter that never left, revoked, does not hold its decision -----------------------------------------------------------------------------------
new 2026-03-02
at 2026-03-05 request decide "$id" --outcome granted >/dev/null
number=$(at 2026-03-05 letter issue "$id" granted --slot given=办事指南 --json | jq -r .id)
refused 'while the letter stands its decision does too' 撤销 at 2026-03-05 request undo "$id"
at 2026-03-05 letter revoke "$number" --reason 决定有误 >/dev/null
is 'revoked before it was printed, the decision is taken back' "$(at 2026-03-05 request undo "$id" --json | jq -r .state)" open
at 2026-03-05 request decide "$id" --outcome already_public >/dev/null
number=$(at 2026-03-05 letter issue "$id" already_public --slot given=办事指南 --slot where=门户网站公开目录 --json | jq -r .id)
at 2026-03-05 letter print "$number" --out "$work/paper.txt" --to text >/dev/null
at 2026-03-05 letter revoke "$number" --reason 决定有误 >/dev/null
refused 'once printed it is not' 撤销 at 2026-03-05 request undo "$id"
is 'but it is decided anew before anything is served' "$(at 2026-03-06 request decide "$id" --outcome granted --json | jq -c '[.state,.outcome,.report_row]')" '["decided","granted","A"]'
refused 'once for each letter revoked' 已作决定 at 2026-03-06 request decide "$id" --outcome other --reasons 另行处理
number=$(at 2026-03-06 letter issue "$id" granted --slot given=办事指南 --json | jq -r .id)
refused 'not under a letter that stands' 已作决定 at 2026-03-06 request decide "$id" --outcome other --reasons 另行处理
at 2026-03-06 request deliver "$id" --method direct --signer 本人 >/dev/null
at 2026-03-06 letter revoke "$number" --reason 晚了 >/dev/null
refused 'nor once it was served' 已送达 at 2026-03-06 request decide "$id" --outcome other --reasons 另行处理
# --- articles of the law of the case --------------------------------------------------------------------------------------------------------------
new 2018-03-05
at 2018-03-06 request extend "$id" --days 5 --reason 档案在外 --approved_by 李关长 >/dev/null
refused 'once, says the old law' '条例(2008)24' at 2018-03-07 request extend "$id" --days 5 --reason 档案在外 --approved_by 李关长
refused 'reasons, says the old law' '条例(2008)21(二)' at 2018-03-07 request decide "$id" --outcome refused --ground 08-1
at 2018-03-07 request consult "$id" --party 某公司 >/dev/null
is 'a consultation without a day is waited for without end' "$(grep -c 没有写明答复期限 "$work/err")" 1
new 2026-03-02
at 2026-03-03 request extend "$id" --days 5 --reason 档案在外 --approved_by 李关长 >/dev/null
refused 'once, says the new law' '条例33(二)' at 2026-03-04 request extend "$id" --days 5 --reason 档案在外 --approved_by 李关长
at 2026-03-04 request decide "$id" --outcome not_held --reasons 由税务机关制作 >/dev/null
is 'whose it is should be told' "$(grep -c 负责机关 "$work/err")" 1
new 2026-03-02
is 'a ground that the outcome has no use for is not kept' "$(at 2026-03-04 request decide "$id" --outcome granted --ground 14-1 --json | jq -c .decision.ground)" null
is 'which is said' "$(grep -c 填的依据没有记下 "$work/err")" 1
"$gwgk" check >"$work/check" 2>&1; is 'the file is sound' "$?" 0
exit $failed
