#!/bin/bash
# Fees on the command line: 信息处理费 at the edges of its tiers, none between the laws, cost fees and their waiver under the old law.
set -u
. tests/stage/lib/office.sh
new() { # DAY [OPTION…]
	local day=$1; shift; n=$((n + 1))
	id=$(at "$day" request register --channel in_person --applicant_kind natural --name "申请人$n" --content "第 $n 件" --form paper --route post --id_kind other --id_number "A$n" "$@" --json | jq -r .id)
}
fee() { at "$1" request show "$2" --json | jq -c '.fees[-1]|[.basis,.quantity,.amount]'; }
text() { "$gwgk" letter show "$("$gwgk" letter list "$1" --json | jq -r '.[0].id')" --json | jq -r .text | tr -d '\n'; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
for s in 'phone 0532-1' 'address 某路1号' 'fee_account 某银行1' 'online_review https://fy.example'; do "$gwgk" setting set $s >/dev/null; done

# --- by pages ------------------------------------------------------------------------------------------------------------------------
for pair in 31:10.00 100:700.00 101:720.00 200:2700.00 201:2740.00 250:4700.00; do
	new 2026-03-02
	at 2026-03-03 request fee "$id" --basis pages --quantity "${pair%:*}" >/dev/null
	is "${pair%:*} pages" "$(fee 2026-03-03 "$id")" "[\"pages\",${pair%:*},\"${pair#*:}\"]"
done
refused 'never a second fee' 待缴费 at 2026-03-03 request fee "$id" --basis count --quantity 11
new 2026-03-02
refused 'thirty pages are free' 不收取 at 2026-03-03 request fee "$id" --basis pages --quantity 30
refused 'pages are counted' 页数 at 2026-03-03 request fee "$id" --basis pages
refused 'not below one' 页数 at 2026-03-03 request fee "$id" --basis pages --quantity 0
refused 'no cost fee since 2019' 条例42 at 2026-03-03 request fee "$id" --basis cost --copy_fee 5
refused 'no cost beside pages' 不填成本费 at 2026-03-03 request fee "$id" --basis pages --quantity 40 --copy_fee 5
at 2026-03-03 request material add "$id" --kind provided --title 合同 --pages 44 >/dev/null
at 2026-03-03 request fee "$id" --basis pages >/dev/null
is 'the papers of what is provided count themselves' "$(fee 2026-03-03 "$id")" '["pages",44,"140.00"]'
new 2026-03-02 --route onsite
refused 'reading at the desk has no pages' 当场阅读 at 2026-03-03 request fee "$id" --basis pages --quantity 57

# --- by requests of the month ------------------------------------------------------------------------------------------------------------
for i in $(seq 12); do new 2026-04-01 --id_number SAME; [ "$i" = 10 ] && tenth=$id; [ "$i" = 11 ] && eleventh=$id; done
refused 'the tenth of the month is free' 第10件 at 2026-04-02 request fee "$tenth" --basis count
at 2026-04-02 request fee "$eleventh" --basis count >/dev/null
is 'the eleventh is not' "$(fee 2026-04-02 "$eleventh")" '["count",11,"100.00"]'
new 2026-05-06 --id_number SAME
refused 'a new month begins anew' 第1件 at 2026-05-06 request fee "$id" --basis count
for pair in 30:100.00 31:200.00 40:200.00 41:300.00; do
	new 2026-03-02
	at 2026-03-03 request fee "$id" --basis count --quantity "${pair%:*}" >/dev/null
	is "the ${pair%:*}th is not what the register counts" "$(grep -c '当月第1件' "$work/err")" 1
	is "the ${pair%:*}th" "$(fee 2026-03-03 "$id")" "[\"count\",${pair%:*},\"${pair#*:}\"]"
done
refused 'no waiver under the law of today' '没有“减免费用”' at 2026-03-03 request waive "$id" --hardship dibao --reason 低保 --approved_by 李

# --- between the laws ---------------------------------------------------------------------------------------------------------------------
for day in 2019-05-15 2020-12-31; do
	new "$day"
	refused "no fee for a request of $day" 收费依据 at "$day" request fee "$id" --basis pages --quantity 57
done
new 2021-01-04
is 'since 2021 there is one' "$(at 2021-01-05 request fee "$id" --basis pages --quantity 57 --json | jq -r .state)" fee_pending

# --- the old law ----------------------------------------------------------------------------------------------------------------------------
new 2018-03-05; o=$id
refused 'no processing fee before 2019' '条例(2008)27' at 2018-03-07 request fee "$o" --basis pages --quantity 57
refused 'a cost is an amount' search_fee at 2018-03-07 request fee "$o" --basis cost --json
refused 'not a quantity' quantity at 2018-03-07 request fee "$o" --basis cost --copy_fee 5 --quantity 3 --json
refused 'nor below nothing' 金额 at 2018-03-07 request fee "$o" --basis cost --copy_fee -5
is 'a cost fee leaves the clock alone' "$(at 2018-03-07 request fee "$o" --basis cost --search_fee 10 --copy_fee 6.50 --post_fee 12 --json | jq -c '[.state,.due,.fees[-1].amount]')" '["open","2018-03-26","28.50"]'
is 'its notice names every cost' "$(at 2018-03-07 letter issue "$o" fee --json >/dev/null; text "$o" | grep -o '检索费10.00元，复制费6.50元，邮寄费12.00元')" 检索费10.00元，复制费6.50元，邮寄费12.00元
refused 'more is not waived than asked for' 28.50 at 2018-03-08 request waive "$o" --hardship other --reason 失业 --approved_by 李 --amount 30
refused 'who lives on relief pays nothing' 免收全部 at 2018-03-08 request waive "$o" --hardship dibao --reason 低保 --approved_by 李 --amount 10
is 'a part is waived' "$(at 2018-03-08 request waive "$o" --hardship other --reason 失业 --approved_by 李 --amount 8.50 --json | jq -c '.fees[-1]|[.amount,.waived,.hardship,.waived_by]')" '["28.50","8.50","other","李"]'
is 'taken back' "$(at 2018-03-08 request undo "$o" --json | jq -c '.fees[-1]|[.waived,.hardship]')" '[null,null]'
at 2018-03-08 request waive "$o" --hardship other --reason 失业 --approved_by 李 --amount 8.50 >/dev/null
is 'the rest is paid' "$(at 2018-03-09 request paid "$o" --json | jq -c '[.state,.due,.fees[-1].paid_on]')" '["open","2018-03-26","2018-03-09"]'
refused 'once' 没有未缴 at 2018-03-09 request paid "$o"
new 2018-03-05; w=$id
at 2018-03-07 request fee "$w" --basis cost --copy_fee 20 >/dev/null
is 'waived in full, nothing is open' "$(at 2018-03-07 request waive "$w" --hardship dibao --reason 低保证 --approved_by 李 --json | jq -c '.fees[-1]|[.amount,.waived]')" '["20.00","20.00"]'
refused 'nothing is left to pay' 没有未缴 at 2018-03-08 request paid "$w"
is 'the notice says so' "$(at 2018-03-08 letter issue "$w" fee --json >/dev/null; text "$w" | grep -c '第二十八条.*减免20.00元（低保证）.*应缴纳0.00元')" 1
is 'and the register' "$(at 2018-03-08 register show fees --json | jq -c '.[]|select(.id=="'"$w"'")|[.kind,.quantity,.amount,.waived,.status]')" '["cost",null,"20.00","20.00","waived"]'
at 2018-03-09 request decide "$o" --outcome granted --reasons 查验记录 --approved_by 李 >/dev/null
is 'the answer names the cost and where it is paid' "$(at 2018-03-09 letter issue "$o" granted --json >/dev/null; text "$o" | grep -c '成本费用（检索费、复制费、邮寄费），请到某路1号办理')" 1
n=$((n + 1)); e=$(at 2018-03-05 request register --channel in_person --applicant_kind enterprise --name 某公司 --content 第"$n"件 --form paper --route post --json | jq -r .id)
at 2018-03-07 request fee "$e" --basis cost --copy_fee 20 >/dev/null
refused 'a company has no hardship' 不是公民 at 2018-03-08 request waive "$e" --hardship other --reason 困难 --approved_by 李
"$gwgk" check >"$work/check" 2>&1; is 'the file is sound' "$?" 0
exit $failed
