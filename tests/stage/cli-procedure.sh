#!/bin/bash
# The whole procedure on the command line: golden dates of the law under both rule sets, refusals, undoing, corrections, reviews.
set -u
. tests/stage/lib/office.sh
step() { local day=$1; shift; at "$day" request "$@" --json | jq -c '[.state,.due]'; } # DAY VERB ID …
clock() { at "$1" request clock "$2" --json; }
new() { n=$((n + 1)); id=$(at "$1" request register --channel in_person --applicant_kind natural --name "申请人$n" --content "第 $n 件：${2:-查验记录}" --json | jq -r .id); }
issue() { at "$1" letter issue "$2" "$3" "${@:4}" --json | jq -r .state; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
for s in 'phone 0532-1' 'address 某路1号' 'fee_account 某银行1' 'online_review https://fy.example'; do "$gwgk" setting set $s >/dev/null; done
"$gwgk" unit add --name 监管科 >/dev/null

# --- A: clarification restarts the whole period --------------------------------------------------------------------------------
new 2026-03-02; a=$id
is 'A: asked to clarify, the clock stops' "$(step 2026-03-09 clarify "$a" --items 身份证明)" '["clarifying",null]'
is 'A: the applicant has its own clock' "$(clock 2026-03-10 "$a" | jq -c '[.clocks[]|select(.key=="clarify_reply")|.due,.running]')" '["2026-03-30",true]'
is 'A: who waits for the applicant is not overdue' "$(at 2026-04-20 today --json | jq -c --arg id "$a" '[.sections[]|select(.key=="overdue" or .key=="waiting_applicant")|[.rows[]|select(.id==$id)]|length]')" '[0,1]'
refused 'A: it cannot lapse before its day' 期限未满 at 2026-03-30 request lapse "$a"
is 'A: clarified, twenty days anew' "$(step 2026-03-25 clarified "$a" --on 2026-03-25)" '["open","2026-04-23"]'
refused 'A: there is one clarification only (一次性)' 一次性 at 2026-03-26 request clarify "$a" --items 又
is 'A: the letter of the step' "$(issue 2026-03-25 "$a" clarify)" issued

new 2026-03-02; x=$id
step 2026-03-03 extend "$x" --days 5 --reason 复杂 --approved_by 张 >/dev/null
step 2026-03-09 clarify "$x" --items 内容 >/dev/null
step 2026-03-16 clarified "$x" >/dev/null
refused 'an extension used before a restart stays used' 一次 at 2026-03-17 request extend "$x" --days 5 --reason 复杂 --approved_by 张
"$gwgk" setting set extension_spent no >/dev/null
is 'unless the office reads the law otherwise' "$(step 2026-03-17 extend "$x" --days 5 --reason 复杂 --approved_by 张 | jq -r '.[1]')" 2026-04-21
"$gwgk" setting set extension_spent yes >/dev/null
new 2026-03-02; y=$id
step 2026-03-04 clarify "$y" --items 内容 >/dev/null
step 2026-03-12 clarified "$y" >/dev/null
refused 'nothing is extended while the applicant is waited for' 没有在走 at 2026-03-17 request extend "$y" --days 5 --reason 复杂 --approved_by 张 --notified 2026-03-09
refused 'the day is at fault' '"field":"notified"' at 2026-03-17 request fee "$y" --basis count --quantity 15 --notified 2026-03-09 --json
is 'before and after it is, once' "$(step 2026-03-17 extend "$y" --days 5 --reason 复杂 --approved_by 张 | jq -r '.[1]')" 2026-04-17
refused 'at most once' 一次 at 2026-03-17 request extend "$y" --days 5 --reason 复杂 --approved_by 张 --notified 2026-03-16

# --- lapse --------------------------------------------------------------------------------------------------------------------
new 2026-03-02; l=$id
step 2026-03-09 clarify "$l" --items 内容 --until 2026-03-20 >/dev/null
is 'lapsed after the last day' "$(at 2026-03-23 request lapse "$l" --json | jq -c '[.state,.outcome]')" '["decided","lapsed_clarify"]'
is 'its letter tells the remedy' "$(issue 2026-03-23 "$l" stop_clarify --slot reasons=逾期未补正)" issued
is 'and is delivered' "$(step 2026-03-24 deliver "$l" --method post --carrier ems --waybill EX1 | jq -r '.[0]')" delivered

# --- B: a third party, boundary (sent,received] ------------------------------------------------------------------------------------
new 2026-03-02; b=$id
step 2026-03-09 consult "$b" --party 某公司 --sent 2026-03-09 >/dev/null
is 'B: it reached the third party' "$(step 2026-03-11 consult "$b" --party 某公司 --reached 2026-03-11)" '["open","2026-04-01"]'
is 'B: while it is open the date moves' "$(clock 2026-03-20 "$b" | jq -c '[.moving,(.clocks[]|select(.key=="third_party").due)]')" '[true,"2026-04-01"]'
is 'B: it waits, it is not overdue' "$(at 2026-03-31 today --json | jq -c --arg id "$b" '[.sections[]|select(.key=="overdue" or .key=="waiting_third_party")|[.rows[]|select(.id==$id)]|length]')" '[0,1]'
refused 'B: no decision before the opinion or its limit' 第三方 at 2026-03-20 request decide "$b" --outcome granted
refused 'B: an objection has reasons' 理由 at 2026-03-26 request opinion "$b" --party 某公司 --answer object
is 'B: thirteen days were not counted' "$(step 2026-03-26 opinion "$b" --party 某公司 --answer object --reasons 商业秘密 --on 2026-03-26)" '["open","2026-04-17"]'
refused 'B: it answered once' 没有尚未答复 at 2026-03-26 request opinion "$b" --party 某公司 --answer consent
is 'C on B: extended by twenty days' "$(step 2026-03-27 extend "$b" --days 20 --reason 案情复杂 --approved_by 张主任)" '["open","2026-05-19"]'
refused 'C: once' 一次 at 2026-03-27 request extend "$b" --days 1 --reason 又 --approved_by 张
is 'undoing an extension is computing anew' "$(step 2026-03-27 undo "$b")" '["open","2026-04-17"]'
is 'and it may be extended otherwise' "$(step 2026-03-27 extend "$b" --days 10 --reason 案情复杂 --approved_by 张主任)" '["open","2026-05-06"]'
is 'its letter names old and new date' "$(issue 2026-03-27 "$b" extend >/dev/null; "$gwgk" letter show "$("$gwgk" letter list "$b" --json | jq -r '.[0].id')" --json | jq -r .text | grep -c '2026年4月17日\|2026年5月6日')" 2
refused 'after a letter there is nothing of one'"'"'s own to undo' 撤销 at 2026-03-27 request undo "$b"
new 2026-03-02; b2=$id
step 2026-03-11 consult "$b2" --party 沉默公司 --sent 2026-03-09 --reached 2026-03-11 >/dev/null
is 'B2: silence ends after fifteen days of its own receipt' "$(clock 2026-04-10 "$b2" | jq -r '.due+" "+(.moving|tostring)')" '2026-04-23 false'
is 'and the clock has run on by itself' "$(at 2026-04-24 today --json | jq -c --arg id "$b2" '[.sections[0].rows[]|select(.id==$id)|.left]')" '[-1]'

# --- deciding ------------------------------------------------------------------------------------------------------------------
refused 'a refusal needs its ground' 依据 at 2026-04-01 request decide "$b" --outcome partial --reasons 涉密
refused 'of this rule set' 没有不公开依据 at 2026-04-01 request decide "$b" --outcome partial --ground 08-1 --reasons 涉密
refused 'and its reasons' 理由 at 2026-04-01 request decide "$b" --outcome partial --ground 15-1
refused 'an outcome of the old rules only' 没有结果 at 2026-04-01 request decide "$b" --outcome exempt --ground 15-1 --reasons 理由
is 'decided in part' "$(at 2026-04-01 request decide "$b" --outcome partial --ground 15-1 --reasons 合同价格由某公司自行确定并采取了保密措施，公开后竞争者可据此推算其成本 --approved_by 李关长 --json | jq -c '[.state,.outcome]')" '["decided","partial"]'
refused 'not delivered without its letter' 尚未制发 at 2026-04-01 request deliver "$b" --method direct --signer 甲
refused 'nor is another letter issued for it' '决定' at 2026-04-01 letter issue "$b" refused
is 'the decision is issued' "$(issue 2026-04-01 "$b" partial --slot given=合同 --slot withheld=价格)" issued
text=$("$gwgk" letter show "$("$gwgk" letter list "$b" --json | jq -r '.[0].id')" --json | jq -r .text)
is 'review first for what is withheld' "$(grep -c '先向青岛海关申请行政复议' <<<"$text")" 1
is 'review or suit for the rest' "$(grep -c '6个月内向青岛市中级人民法院提起行政诉讼' <<<"$text")" 1
refused 'not by a courier' 邮政企业 at 2026-04-02 request deliver "$b" --method post --carrier courier --waybill 1
refused 'not without its number' 邮件号 at 2026-04-02 request deliver "$b" --method post --carrier ems
is 'posted' "$(step 2026-04-02 deliver "$b" --method post --carrier ems --waybill EX2)" '["delivered","2026-05-06"]'
is 'archived' "$(step 2026-04-03 archive "$b" | jq -r '.[0]')" archived
refused 'nothing is decided after the archive' '' at 2026-04-03 request decide "$b" --outcome granted

# --- not existing: a search first ------------------------------------------------------------------------------------------------
new 2026-03-02; s=$id
refused 'not existing needs a search' 检索 at 2026-03-10 request decide "$s" --outcome not_existing --reasons 经检索
step 2026-03-10 search "$s" --where 档案系统 --words 查验 --by 王 --result 未检索到 >/dev/null
is 'with one it is decided' "$(at 2026-03-10 request decide "$s" --outcome not_existing --json | jq -r .outcome)" not_existing
is 'and undone' "$(at 2026-03-10 request undo "$s" --json | jq -c '[.state,.outcome]')" '["open",null]'
step 2026-03-10 assign "$s" --unit 监管科 --until 2026-03-16 --ask 核对 >/dev/null
is 'a task of a unit is on the desk' "$(at 2026-03-10 today --json | jq -c --arg id "$s" '[.sections[]|select(.key=="waiting_unit").rows[]|select(.id==$id)|.due]')" '["2026-03-16"]'
step 2026-03-12 reply "$s" --unit 监管科 --reply 无 >/dev/null
is 'and answered' "$(at 2026-03-12 today --json | jq -c --arg id "$s" '[.sections[]|select(.key=="waiting_unit").rows[]|select(.id==$id)]|length')" 0
step 2026-03-17 assign "$y" --unit 监管科 --until 2026-03-20 --on 2026-03-13 --ask 核对 >/dev/null
step 2026-03-17 assign "$y" --unit 监管科 --until 2026-03-24 --ask 再核对 >/dev/null
step 2026-03-17 reply "$y" --unit 监管科 --reply 有 --on 2026-03-16 >/dev/null
is 'a unit that was asked twice answers the first' "$(at 2026-03-17 request show "$y" --json | jq -c '[.tasks[]|[.ask,.replied_on]]')" '[["核对","2026-03-16"],["再核对",null]]'
at 2026-03-12 request decide "$s" --outcome granted >/dev/null
issue 2026-03-12 "$s" granted --slot given=材料 >/dev/null
step 2026-03-12 deliver "$s" --method email >/dev/null
refused 'a delivery without proof is not archived' 送达凭证 at 2026-03-13 request archive "$s"
step 2026-03-13 material add "$s" --kind proof --title 邮件回执 --pages 1 >/dev/null
is 'with its proof it is' "$(step 2026-03-13 archive "$s" | jq -r '.[0]')" archived

# --- D: fees ---------------------------------------------------------------------------------------------------------------------
new 2026-03-10; f=$id
refused 'thirty pages are free' 不收取 at 2026-03-10 request fee "$f" --basis pages --quantity 30
is 'D: a fee notice stops the clock' "$(step 2026-03-10 fee "$f" --basis pages --quantity 57 --notified 2026-03-10)" '["fee_pending",null]'
is 'D: twenty days to pay' "$(clock 2026-03-11 "$f" | jq -c '[.clocks[]|select(.key=="fee_payment").due]')" '["2026-04-08"]'
is 'D: the notice names the amount' "$(issue 2026-03-10 "$f" fee >/dev/null; "$gwgk" letter show "$("$gwgk" letter list "$f" --json | jq -r '.[0].id')" --json | jq -r .text | grep -c 270)" 1
is 'D: paid, the whole period from the next day' "$(step 2026-03-31 paid "$f" --on 2026-03-31)" '["open","2026-04-29"]'
new 2020-03-02; g=$id
refused 'no fee between the two laws' 收费依据 at 2020-03-03 request fee "$g" --basis pages --quantity 57

# --- 2008 -------------------------------------------------------------------------------------------------------------------------
new 2011-06-01; o=$id
is 'guiding case 26: fifteen days' "$(clock 2011-06-01 "$o" | jq -r .due)" 2011-06-23
step 2011-06-07 coagency "$o" --body 某局 --kind other --sent 2011-06-07 >/dev/null
is 'under the old rules another agency does not stop the clock' "$(step 2011-06-14 coagency_reply "$o" --body 某局 --answer consent --on 2011-06-14)" '["open","2011-06-23"]'
is 'fifteen more days' "$(step 2011-06-15 extend "$o" --days 15 --reason 复杂 --approved_by 张)" '["open","2011-07-14"]'
refused 'not sixteen' 1至15 at 2011-06-15 request extend "$(new 2011-06-01; echo "$id")" --days 16 --reason 复杂 --approved_by 张
at 2011-06-20 request decide "$o" --outcome exempt --ground 08-6 --reasons 免予公开的其他情形 >/dev/null
is 'an answer of the old rules' "$(at 2011-06-20 request show "$o" --json | jq -r .outcome)" exempt

# --- one letter request under the old rules, from arrival to archive, with the texts of its day --------------------------------------
old=$(at 2012-03-05 request register --channel post_signed --signed 2012-03-05 --applicant_kind natural --name 老王 --content 旧案 --applied_on 2012-03-01 --json)
id=$(jq -r .id <<<"$old")
is '2008: identity is no gap' "$(jq -c '[.ruleset,.due,.missing]' <<<"$old")" '["2008","2012-03-26",["phone","form","route"]]'
is '2008: its receipt' "$(at 2012-03-05 letter issue "$id" receipt --json | jq -r .number)" '（2012）第1号'
step 2012-03-08 clarify "$id" --items 内容不明确 >/dev/null
step 2012-03-20 clarified "$id" >/dev/null
is '2008: clarification may be asked again' "$(step 2012-03-20 clarify "$id" --items 仍不明确)" '["clarifying",null]'
is '2008: fifteen days anew' "$(step 2012-03-22 clarified "$id")" '["open","2012-04-13"]'
step 2012-03-22 consult "$id" --party 某厂 --sent 2012-03-22 --until 2012-04-05 >/dev/null
is '2008: time for the third party is not counted' "$(step 2012-03-30 opinion "$id" --party 某厂 --answer consent)" '["open","2012-04-23"]'
is '2008: extended' "$(step 2012-04-02 extend "$id" --days 15 --reason 复杂 --approved_by 张)" '["open","2012-05-15"]'
is '2008: the extension letter of its day' "$(issue 2012-04-03 "$id" extend --slot extend_cause=other)" issued
at 2012-04-10 request decide "$id" --outcome refused --ground 08-2 --reasons 涉及某厂的商业秘密，该厂书面说明了损害 >/dev/null
is '2008: refused' "$(issue 2012-04-10 "$id" refused)" issued
is '2008: suit or review at choice, three months' "$("$gwgk" letter show "$("$gwgk" letter list "$id" --json | jq -r '.[0].id')" --json | jq -r .text | grep -c '3个月内')" 1
is '2008: a courier was allowed then' "$(step 2012-04-11 deliver "$id" --method post --carrier courier --waybill SF1 | jq -r '.[0]')" delivered
is '2008: archived' "$(step 2012-04-12 archive "$id" | jq -r '.[0]')" archived

# --- other ends -----------------------------------------------------------------------------------------------------------------
new 2026-03-02; w=$id
is 'withdrawn' "$(at 2026-03-03 request withdraw "$w" --json | jq -c '[.state,.outcome]')" '["decided","withdrawn"]'
new 2026-03-02; t=$id
is 'transferred to another channel is counted, not lost' "$(at 2026-03-03 request transfer "$t" --body 12360 --reason 属于咨询 --json | jq -r .outcome)" petition
new 2026-03-02; tc=$id
at 2026-03-03 request clarify "$tc" --items 所指何事 >/dev/null
at 2026-03-04 request transfer "$tc" --body 12360 --reason 属于咨询 >/dev/null
is 'nobody waits for a clarification of what was passed on' "$(clock 2026-04-30 "$tc" | jq -c '[.clocks[]|select(.running)|.key]')" '[]'
new 2026-03-02; xl=$id
at 2026-03-09 request consult "$xl" --party 某公司 --sent 2026-03-09 >/dev/null
at 2026-04-02 request extend "$xl" --days 5 --reason 等意见 --approved_by 李关长 >/dev/null
refused 'an opinion written down late does not make an extension one that came too late' 2026-03-31 at 2026-04-02 request opinion "$xl" --party 某公司 --answer consent --on 2026-03-10
is 'one that leaves it in time is' "$(step 2026-04-02 opinion "$xl" --party 某公司 --answer consent --on 2026-03-12)" '["open","2026-04-10"]'
# --- a case that ended early can be closed ------------------------------------------------------------------------------------------
new 2026-03-02; wf=$id
at 2026-03-03 request fee "$wf" --basis pages --quantity 60 >/dev/null
at 2026-03-04 request withdraw "$wf" >/dev/null
issue 2026-03-04 "$wf" withdraw >/dev/null
at 2026-03-04 request deliver "$wf" --method direct --signer 本人 >/dev/null
is 'who withdrew owes no fee' "$(at 2026-03-04 request archive "$wf" --json | jq -r .state)" archived
new 2026-03-02; wc=$id
at 2026-03-03 request consult "$wc" --party 某公司 --reached 2026-03-03 >/dev/null
at 2026-03-03 request assign "$wc" --unit 监管科 --until 2026-03-09 >/dev/null
at 2026-03-04 request withdraw "$wc" >/dev/null
issue 2026-03-04 "$wc" withdraw >/dev/null
at 2026-03-04 request deliver "$wc" --method direct --signer 本人 >/dev/null
refused 'what was asked is written down first' reply at 2026-03-04 request archive "$wc"
at 2026-03-04 request reply "$wc" --unit 监管科 --reply 不必再查 >/dev/null
at 2026-03-05 request opinion "$wc" --party 某公司 --answer none >/dev/null
is 'and then it is closed' "$(at 2026-03-05 request archive "$wc" --json | jq -r .state)" archived
new 2026-03-02; m=$id
refused 'two people keep two answers' 申请人不同 at 2026-03-03 request merge "$m" --into "$t" --reason 重复
m2=$(at 2026-03-02 request register --channel in_person --applicant_kind natural --name "申请人$n" --content "第 $n 件：查验记录" --json | jq -r .id)
is 'the same application that came twice is merged' "$(at 2026-03-03 request merge "$m2" --into "$m" --reason 重复寄送 --json | jq -r .state)" void
twice() { at "$1" request register --channel in_person --applicant_kind natural --name 王伟 --content 办公楼维修合同及附件 "${@:2}" --json | jq -r .id; }
w1=$(twice 2026-03-02 --id_kind passport --id_number E0000001)
w2=$(twice 2026-03-02 --id_kind passport --id_number E0000002)
refused 'two of one name and two documents are two people' 申请人不同 at 2026-03-03 request merge "$w2" --into "$w1"
w3=$(twice 2026-03-04)
refused 'the first to arrive is kept' 先收到 at 2026-03-04 request merge "$w1" --into "$w3"
at 2026-03-04 request decide "$w1" --outcome granted >/dev/null
w4=$(twice 2026-03-05)
refused 'what comes after the answer is asked again' 重复申请 at 2026-03-05 request merge "$w4" --into "$w1"
is 'what came before it arrived twice' "$(at 2026-03-05 request merge "$w3" --into "$w1" --json | jq -r .state)" void
refused 'nothing is merged into what is void' 作废 at 2026-03-05 request merge "$w4" --into "$w3"
new 2026-03-02; q=$id
is 'answered at once' "$(at 2026-03-02 request answer_now "$q" --signer 本人 --json | jq -c '[.state,.outcome]')" '["delivered","granted"]'
refused 'not reopened without an order' 复议 at 2026-03-09 request reopen "$q" --days 20 --reason 想
ap=$(at 2026-03-09 appeal add --kind review --received 2026-03-09 --case "$q" --json)
is 'a review gives ten working days for evidence' "$(jq -c '[.id,.evidence_due,.result]' <<<"$ap")" '["A2026-0001","2026-03-23","pending"]'
is 'a suit fifteen days' "$(at 2026-03-09 appeal add --kind suit_direct --received 2026-03-09 --case "$q" --json | jq -r .evidence_due)" 2026-03-24
at 2026-04-01 appeal result A2026-0001 --result corrected >/dev/null
refused 'not before the order' 2026-04-01 at 2026-04-02 request reopen "$q" --days 20 --on 2026-03-31
is 'by order it is' "$(step 2026-04-01 reopen "$q" --days 20 --reason 复议决定)" '["open","2026-04-30"]'
at 2026-04-02 request answer_now "$q" >/dev/null
refused 'one order opens it once' 复议 at 2026-04-03 request reopen "$q" --days 20
new 2026-03-02; r=$id
refused 'a delay comes after asking for reasons' 说明理由 at 2026-03-03 request delay "$r" --until 2026-06-01 --reason 大量
step 2026-03-03 ask_reasons "$r" --reasons 申请数量明显超过合理范围 >/dev/null
is 'a reasonable delay' "$(step 2026-03-09 delay "$r" --until 2026-06-01 --reason 数量大)" '["open","2026-06-01"]'

# --- corrections ----------------------------------------------------------------------------------------------------------------
c=$(at 2026-03-02 correction register --channel in_person --applicant_kind natural --name 丁 --record 报关单0425 --claim 更正电话 --json)
is 'a correction has an internal target' "$(jq -c '[.id,.state,.due]' <<<"$c")" '["C2026-0001","open","2026-03-30"]'
is 'its receipt' "$(issue 2026-03-02 C2026-0001 correction_receipt)" issued
refused 'and no other' 更正 at 2026-03-02 letter issue C2026-0001 receipt
is 'its identity is checked' "$(at 2026-03-03 correction identity C2026-1 --by 王 --json | jq -r .identity_checked_by)" 王
refused 'what is not corrected has reasons' 理由 at 2026-03-05 correction decide C2026-1 --outcome refused
is 'decided' "$(at 2026-03-05 correction decide C2026-1 --outcome partly --reasons 登记的电话与营业执照不符，地址与登记机关记录一致 --json | jq -c '[.state,.outcome]')" '["decided","partly"]'
is 'told' "$(issue 2026-03-05 C2026-1 correction_result --slot corrected=电话已更正)" issued
is 'delivered and archived' "$(at 2026-03-06 correction deliver C2026-1 --method direct --signer 丁 >/dev/null; at 2026-03-06 correction archive C2026-1 --json | jq -r .state)" archived

is 'the log is whole' "$("$gwgk" audit verify >/dev/null 2>&1; echo $?)" 0
is 'the index equals the engine' "$("$gwgk" check >"$work/check" 2>&1; echo $?)" 0
is 'letters prove themselves' "$("$gwgk" letter check --json)" '[]'
exit $failed
