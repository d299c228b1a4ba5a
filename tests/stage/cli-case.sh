#!/bin/bash
# What a request carries beside its procedure: several applicants, 缉私, what is public already, how often, merging, talking it over,
# showing who one is under the old law.
set -u
. tests/stage/lib/office.sh
new() { # DAY CONTENT [OPTION…]
	local day=$1 content=$2; shift 2
	id=$(at "$day" request register --channel in_person --applicant_kind natural --name 王小明 --content "$content" --form paper --route post --id_kind other --id_number 甲一 --phone 13800000001 "$@" --json | jq -r .id)
}
text() { "$gwgk" letter show "$("$gwgk" letter list "$1" --json | jq -r '.[0].id')" --json | jq -r .text | tr -d '\n'; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
for s in 'phone 0532-1' 'address 某路1号' 'fee_account 某银行1' 'online_review https://fy.example'; do "$gwgk" setting set $s >/dev/null; done
"$gwgk" unit add --name 办公室 >/dev/null

# --- public already ---------------------------------------------------------------------------------------------------------------------
info() { # TITLE DOCUMENT
	local i
	i=$(at 2026-02-02 info register --item 14 --element 1 --title "$1" --formed 2026-02-02 --unit 办公室 --document_number "$2" --json | jq -r .id)
	at 2026-02-03 info review "$i" --step unit --result pass --reviewer 甲 >/dev/null
	at 2026-02-03 info review "$i" --step office --result pass --reviewer 乙 --approval_ref 1 >/dev/null
	at 2026-02-04 info publish "$i" --channel site --place http://测试.example/1 >/dev/null
	echo "$i"
}
one=$(info 测试海关2026年部门预算 测关〔2026〕3号)
draft=$(at 2026-02-02 info register --item 14 --element 1 --title 测试海关2025年部门决算 --formed 2026-02-02 --unit 办公室 --json | jq -r .id)
new 2026-03-02 '请公开：测试海关2026年部门预算，以及其他文件'
is 'what is public is named with item, day and address' "$(at 2026-03-02 request show "$id" --json | jq -c '.public[0]|[.id,.item,.on,.place]')" "[\"$one\",14,\"2026-02-04\",\"http://测试.example/1\"]"
new 2026-03-02 '请公开《测试海关2026年部门预算》'
is 'the clerk hears it' "$(grep -c '可能已主动公开：第14项' "$work/err")" 1
new 2026-03-02 某文件 --document_number 测关〔2026〕3号
is 'found by its document number' "$(at 2026-03-02 request show "$id" --json | jq -r '.public[0].why')" 文号相同
for typed in '测关[2026]3号' '测关（２０２６） 3号'; do
	is "also as $typed" "$(at 2026-03-02 request change "$id" --document_number "$typed" --reason 照申请表 --json | jq -r '.public[0].why')" 文号相同
done
new 2026-03-02 测试海关2025年部门决算
is 'a draft is not public' "$(at 2026-03-02 request show "$id" --json | jq -c --arg d "$draft" '[.public[].id]|index($d)')" null
is 'how often in month and year' "$(at 2026-03-02 request show "$id" --json | jq -c .repeat)" '{"month":4,"year":4}'
at 2026-03-09 info withdraw "$one" --reason 数字有误 >/dev/null
new 2026-03-09 测试海关2026年部门预算
is 'the fifth of the month is said aloud' "$(grep -c '本月第5件、本年第5件' "$work/err")" 1
is 'withdrawn, it is not' "$(at 2026-03-09 request show "$id" --json | jq -c '.public|length')" 0

# --- merging ----------------------------------------------------------------------------------------------------------------------------------
new 2026-03-10 进口冷冻水产品查验记录; first=$id
new 2026-03-10 '进口 冷冻水产品，查验记录。'; again=$id
new 2026-03-10 办公楼物业合同; other=$id
refused 'two things asked are two requests' 不能合并 at 2026-03-10 request merge "$other" --into "$first"
refused 'not into itself' 自己 at 2026-03-10 request merge "$first" --into "$first"
is 'the same application that came twice is one' "$(at 2026-03-10 request merge "$again" --into "$first" --json | jq -r .state)" void
refused 'nothing is merged into what is void' 作废 at 2026-03-10 request merge "$first" --into "$again"

# --- several applicants, 缉私, talking it over ------------------------------------------------------------------------------------------------
new 2026-03-10 缉私案件移送情况 --co_applicants 李四、某公司 --agent 赵律师 --anti_smuggling yes; m=$id
is 'flagged for the other regime' "$(grep -c 警务公开 "$work/err")" 1
is 'one request, counted in the first one'"'"'s column' "$(at 2026-03-10 request show "$m" --json | jq -c '[.applicant_kind,.co_applicants,.agent,.anti_smuggling]')" '["natural","李四、某公司","赵律师",true]'
is 'the letter names them all' "$(at 2026-03-10 letter issue "$m" receipt --json >/dev/null; text "$m" | grep -c '王小明、李四、某公司：')" 1
refused 'a report goes to somebody' body at 2026-03-11 request joint_review "$m" --unit 办公室 --result 移送情况属于刑事侦查 --reported_on 2026-03-11 --json
is 'talked over and reported upward' "$(at 2026-03-11 request joint_review "$m" --unit 办公室、缉私分局 --result 移送情况属于刑事侦查 --body 青岛海关办公室 --approval_ref 1号 --json | jq -c '.joint_reviews[0]|[.on,.units,.reported_to,.reported_on]')" '["2026-03-11","办公室、缉私分局","青岛海关办公室","2026-03-11"]'
is 'and taken back' "$(at 2026-03-11 request undo "$m" --json | jq -c '.joint_reviews')" '[]'

# --- 2008: who asks for what concerns itself --------------------------------------------------------------------------------------------------
new 2018-03-05 本人报关单记录 --purpose own; w=$id
at 2018-03-08 request decide "$w" --outcome granted --reasons 报关单 --approved_by 李 >/dev/null
at 2018-03-08 letter issue "$w" granted --slot given=报关单 >/dev/null
at 2018-03-09 request deliver "$w" --method direct --signer 本人 >/dev/null
refused 'shows who it is before the case is closed' 核对身份 at 2018-03-12 request archive "$w"
is 'shown' "$(at 2018-03-12 request identity "$w" --by 王 --on 2018-03-09 --json | jq -c '[.identity_checked_on,.identity_checked_by]')" '["2018-03-09","王"]'
is 'then it is closed' "$(at 2018-03-12 request archive "$w" --json | jq -r .state)" archived
"$gwgk" check >"$work/check" 2>&1; is 'the file is sound' "$?" 0
exit $failed
