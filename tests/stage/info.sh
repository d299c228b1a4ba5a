#!/bin/bash
# The information chain as a clerk drives it: register, review, publish, withdraw, revise, import; every refusal and its audit line.
set -u
gwgk=$PWD/$GWGK_BUILD/gwgk
db=$TMPDIR/info.gwgk
day=2026-03-09
fail=0
g() { "$gwgk" --db "$db" --today "$day" "$@"; }
ok() { echo "ok info: $1"; }
bad() { echo "not ok info: $1: $2"; fail=1; }
does() { # NAME WANTED COMMAND…: exit 0 and output holds WANTED
	local name=$1 want=$2 out
	shift 2
	if out=$(g "$@" 2>&1) && [[ $out == *"$want"* ]]; then ok "$name"; else bad "$name" "$out"; fi
}
refuses() { # NAME CODE WANTED COMMAND…: exit 1, that code and that reason, and the audit log grows only for RULE and DENIED
	local name=$1 code=$2 want=$3 out before after line=0
	shift 3
	before=$(g audit head | tr -dc 0-9: | cut -d: -f1)
	out=$(g --json "$@" 2>&1) && { bad "$name" "was done: $out"; return; }
	after=$(g audit list --json | jq 'map(.seq)|max')
	before=${before:-0}
	[[ $code == RULE || $code == DENIED ]] && line=1
	if [[ $out == *"\"code\":\"$code\""* && $out == *"$want"* ]] && [ "$((after - count))" = "$line" ]; then ok "$name"; else bad "$name" "audit +$((after - count)), $out"; fi
	count=$after
}
field() { # ID FILTER WANTED NAME
	local got
	got=$(g info show "$1" --json | jq -c "$2")
	if [ "$got" = "$3" ]; then ok "$4"; else bad "$4" "$2 = $got, not $3"; fi
}
seen() { count=$(g audit list --json | jq 'map(.seq)|max'); }

g init --office 甲海关 --superior 乙海关 --court 丙法院 --prefix 甲关公开 >/dev/null || bad init "$?"
g unit add --name 监管科 >/dev/null

does "register gives number and due date" 'I2026-0001，公开期限 2026-03-11' info register --item 8 --title 许可决定 --formed 0302
field I2026-1 '[.state,.due,.left,.overdue,.index_number]' '["draft","2026-03-11",2,false,"2026-00001"]' "a draft counts working days to its due date"
seen
refuses "publishing without review" RULE 先审查 info publish I2026-1 --channel site
refuses "the office before the unit" RULE 制作部门 info review I2026-1 --step office --result pass --reviewer 李强
refuses "a result without reason" INPUT 理由 info review I2026-1 --step unit --result partial --reviewer 王芳
refuses "a review in the future" RULE 今天之后 info review I2026-1 --step unit --result pass --reviewer 王芳 --on 2026-03-10
refuses "a review before formation" RULE 形成 info review I2026-1 --step unit --result pass --reviewer 王芳 --on 2026-03-01
does "the unit passes it" 审查中 info review I2026-1 --step unit --result pass --reviewer 王芳 --on 0305
seen
refuses "the superior without being asked" RULE 报请 info review I2026-1 --step superior --result pass --reviewer 赵某
refuses "the unit twice" RULE 王芳 info review I2026-1 --step unit --result pass --reviewer 王芳
does "the office is in doubt" 审查中 info review I2026-1 --step office --result escalate --reviewer 李强 --reason 涉及商业秘密 --on 0305
does "the superior decides" 待公开 info review I2026-1 --step superior --result pass --reviewer 赵某 --approval_ref 乙关〔2026〕8号 --on 0306
seen
refuses "publishing before formation" RULE 早于信息形成 info publish I2026-1 --channel site --on 2026-03-01
refuses "publishing before the review" RULE 审查通过 info publish I2026-1 --channel site --on 0305
refuses "publishing tomorrow" RULE 今天之后 info publish I2026-1 --channel site --on 2026-03-10
refuses "other without a name" RULE 具体形式 info publish I2026-1 --channel other
refuses "an unknown channel" INPUT 渠道 info publish I2026-1 --channel 广告
does "publish" 已公开 info publish I2026-1 --channel 直属海关网站 --on 0309 --place https://example.invalid/1 --evidence 截图1
field I2026-1 '[.state,.first_published,.overdue,.left,(.reviews|length),.reviews[2].approval_ref]' '["published","2026-03-09",false,null,3,"乙关〔2026〕8号"]' "published in time"
seen
refuses "the same publication twice" RULE 登记过 info publish I2026-1 --channel site --on 0309
refuses "voiding what is out" RULE 撤回 info void I2026-1 --reason 错
day=2026-04-01
does "nothing is overdue" '[]' info overdue --json
does "a change opens a new duty" 2026-04-10 info revise I2026-1 --changed 2026-03-31 --title 许可决定（更正）
field I2026-1 '[.state,(.duties|length),.duties[0].met,.duties[1].met,.due]' '["draft",2,"2026-03-09",null,"2026-04-10"]' "the old publication does not meet it"
seen
refuses "the change goes out unreviewed" RULE 先审查 info publish I2026-1 --channel site
day=2026-04-20
does "the change is overdue" I2026-0001 info overdue
g info review I2026-1 --step unit --result pass --reviewer 王芳 >/dev/null
g info review I2026-1 --step office --result pass --reviewer 李强 >/dev/null
does "publishing late says so" 晚于期限 info publish I2026-1 --channel site
field I2026-1 '[.overdue,.duties[0].overdue,.duties[1].overdue]' '[true,false,true]' "late is overdue for ever"
does "but off the list" '[]' info overdue --json
does "withdraw" 已撤回 info withdraw I2026-1 --reason 决定被撤销
field I2026-1 '[.state,(.publications|map(.withdrawn_on)|unique)]' '["withdrawn",["2026-04-20"]]' "every publication is withdrawn"

day=2026-03-09
does "withheld with ground and reason" I2026-0002 info register --item 1 --title 讨论记录 --formed 0303 --disposition withheld --ground 16-4 --reason 会议讨论记录
does "made by another body" I2026-0003 info register --item 4 --title 转来的清单 --formed 0303 --origin other_body --made_by 市市场监管局
does "to be confirmed by another body" I2026-0004 info register --item 22 --title 联合通告 --formed 0303 --confirm_with 市应急局 --unit 监管科
for i in 2 3 4; do
	g info review I2026-$i --step unit --result pass --reviewer 王芳 --on 0304 >/dev/null
	g info review I2026-$i --step office --result pass --reviewer 李强 --on 0304 >/dev/null
done
seen
refuses "withheld information does not go out" RULE 不予公开 info publish I2026-2 --channel site
refuses "what others made does not go out here" RULE 市市场监管局 info publish I2026-3 --channel site
refuses "unconfirmed information does not go out" RULE 市应急局 info publish I2026-4 --channel site
does "confirmation" 已由市应急局确认 info confirmed I2026-4 --ref 市应急函〔2026〕2号 --on 0305
does "then it goes out" 已公开 info publish I2026-4 --channel site
field I2026-2 '[.due,.overdue,.left]' '[null,false,null]' "withheld information owes no date"
seen
refuses "a ground is needed" INPUT ground info register --item 1 --title 甲 --formed 0303 --disposition withheld --reason 甲
refuses "an unknown ground" INPUT 14-1 info register --item 1 --title 甲 --formed 0303 --disposition withheld --ground 99 --reason 甲
refuses "item 24 asks which element" INPUT element info register --item 24 --title 甲 --formed 0303
refuses "no such item" INPUT item info register --item 99 --title 甲 --formed 0303
refuses "formed in the future" INPUT formed info register --item 1 --title 甲 --formed 2026-03-10
refuses "formed on no day" INPUT formed info register --item 1 --title 甲 --formed 2026-02-30
refuses "a typed date needs its basis" INPUT due_basis info register --item 17 --title 甲 --formed 0303 --due_typed 2026-03-20
refuses "no title" INPUT title info register --item 1 --formed 0303 --title ' '
refuses "a title of a megabyte" INPUT title info register --item 1 --formed 0303 --title "$(head -c 100000 /dev/zero | tr '\0' x)"
refuses "no such unit" INPUT unit info register --item 1 --title 甲 --formed 0303 --unit 无此科
does "element 2 of item 24 is due on 31 January" 2027-01-31 info register --item 24 --element 2 --title 年报 --formed 0303
does "EXT takes a typed date" 2026-03-20 info register --item 17 --title 收费 --formed 0303 --due_typed 2026-03-20 --due_basis 财综〔2026〕1号
does "及时 is capped at 20 working days" 2026-03-31 info register --item 2 --title 电话 --formed 0303
does "budget counts calendar days and rolls" 2026-02-24 info register --item 14 --title 预算 --formed 2026-02-03
does "a typing slip is corrected with a reason" 已更正 info change I2026-7 --title 办公电话 --reason 标题漏字
seen
refuses "no correction without a reason" INPUT reason info change I2026-7 --title 办公电话二
if g audit list --json | jq -e 'map(select(.verb=="info.change"))|length>0' >/dev/null; then ok "the correction is audited"; else bad "the correction is audited" ""; fi
g catalogue retire 2 --reason 停用 >/dev/null
g info review I2026-7 --step unit --result pass --reviewer 王芳 >/dev/null
g info review I2026-7 --step office --result pass --reviewer 李强 >/dev/null
seen
refuses "a retired item takes nothing" RULE 停用 info register --item 2 --title 甲 --formed 0303
refuses "nothing goes out under a retired item" RULE 停用 info publish I2026-7 --channel site

printf 'item,element,title,formed,channel,published,place\r\n1,,机构概况,2026-01-05,site,2026-01-08,https://example.invalid/a\r\n1,,机构概况,2026-01-05,board,2026-01-09,\r\n8,,旧许可,2025-12-01,,,\r\n' >"$TMPDIR/old.csv"
# item 1 has four elements of one deadline: say which
sed -i 's/^1,,/1,1,/' "$TMPDIR/old.csv"
iconv -f UTF-8 -t GB18030 "$TMPDIR/old.csv" >"$TMPDIR/old-gb.csv"
does "a dry run says what would come" '新增 2 条信息，2 次公开' info import "$TMPDIR/old-gb.csv" --dry-run
does "and changes nothing" '[]' info list --text 机构概况 --json
does "import" '新增 2 条信息，2 次公开' info import "$TMPDIR/old-gb.csv"
does "importing twice changes nothing" '新增 0 条信息，0 次公开，3 行已有' info import "$TMPDIR/old-gb.csv"
id=$(g info list --text 机构概况 --json | jq -r '.[0].id')
field "$id" '[.state,.overdue,(.publications|length),.reviews[0].origin,.source]' '["published",false,2,"before_adoption","import"]' "published before adoption is not red"
printf 'item,element,title,formed\n1,1,甲,2026-01-05\n1,1,乙,2026-02-30\n' >"$TMPDIR/bad.csv"
seen
refuses "a bad row refuses the whole file" INPUT '第 3 行' info import "$TMPDIR/bad.csv"
does "nothing of it came in" '[]' info list --text 甲 --item 1 --json
if g audit verify >/dev/null; then ok "the chain holds"; else bad "the chain holds" "$(g audit verify 2>&1 | head -3)"; fi
exit $fail
