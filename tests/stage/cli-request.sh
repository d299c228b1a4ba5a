#!/bin/bash
# Requests and their letters as a clerk uses them: the command line from an application by letter to the printed receipt.
set -u
. tests/stage/lib/office.sh
has() { case $2 in *"$3"*) ok "$1" ;; *) no "$1" "\"$2\" lacks \"$3\"" ;; esac }
# refused NAME CODE FIELD TEXT COMMAND…: exit 1, nothing on stdout, one line of JSON on stderr.
refused() {
	local name=$1 code=$2 field=$3 text=$4 out rc=0 err
	shift 4
	out=$("$@" --json 2>"$work/err") || rc=$?
	err=$(cat "$work/err")
	if [ "$rc" = 1 ] && [ -z "$out" ] && [ "$(wc -l <"$work/err")" = 1 ] &&
		[ "$(jq -r .error.code <<<"$err")" = "$code" ] && [ "$(jq -r '.error.field // ""' <<<"$err")" = "$field" ] &&
		case $(jq -r .error.text <<<"$err") in *"$text"*) true ;; *) false ;; esac; then
		ok "$name"
	else
		no "$name" "rc $rc, stdout \"$out\", stderr \"$err\""
	fi
}
count() { "$gwgk" request list --json | jq length; }
at() { local day=$1; shift; "$gwgk" --today "$day" "$@"; }
register() { at "$1" request register --channel "$2" --applicant_kind natural --name "${3:-王小明}" --content "${4:-进口冻品查验记录}" "${@:5}" --json; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init "init failed"
"$gwgk" setting set phone 0532-82955000 >/dev/null

# --- by letter, end to end ----------------------------------------------------------------------------------------------------
r=$(register 2026-03-02 post_plain 王小明 '  2025年度 “冻品” 查验记录  ' --arrived 2026-03-02)
is 'a plain letter waits for its confirmation' "$(jq -c '[.id,.state,.received,.ruleset,.due,.left]' <<<"$r")" '["2026-0001","unconfirmed",null,null,null,null]'
is 'the words of the applicant are kept byte for byte' "$(jq -r .content <<<"$r" | od -c)" "$(echo '  2025年度 “冻品” 查验记录  ' | od -c)"
is 'what the law wants and the application lacks is listed' "$(jq -c .missing <<<"$r")" '["id_number","phone","form","route"]'
refused 'a receipt needs the day of receipt' RULE '' 确认 at 2026-03-02 letter issue 2026-0001 receipt
r=$(at 2026-03-03 request confirm 2026-0001 --on 2026-03-03 --with '电话 13800138000' --json)
is 'confirmation gives receipt, rule set and due date' "$(jq -c '[.state,.received,.ruleset,.due,.confirmed_with]' <<<"$r")" '["open","2026-03-03","2019","2026-03-31","电话 13800138000"]'
refused 'it is confirmed once' RULE '' '' at 2026-03-03 request confirm 2026-0001 --on 2026-03-03 --with 电话
l=$(at 2026-03-03 letter issue 2026-0001 receipt --json)
is 'the receipt has the first number' "$(jq -c '[.id,.number,.kind,.case,.date,.ruleset,.state]' <<<"$l")" '["L2026-0001","测关公开〔2026〕1号","receipt","2026-0001","2026-03-03","2019","issued"]'
refused 'a second receipt would be a second promise' RULE '' 已出具 at 2026-03-03 letter issue 2026-0001 receipt
at 2026-03-03 letter print L2026-0001 --to text --out "$work/receipt.txt" >/dev/null
has 'the text of the receipt names the due date' "$(tr -d ' \r\n' <"$work/receipt.txt")" '即于2026年3月31日前'
at 2026-03-03 letter print L2026-0001 --to gb18030 --out "$work/receipt.gb" >/dev/null
is 'GB18030 says the same' "$(iconv -f GB18030 -t UTF-8 "$work/receipt.gb" | tr -d ' √☑□' | md5sum)" "$(tr -d ' √☑□' <"$work/receipt.txt" | md5sum)"
at 2026-03-03 letter print L2026-0001 --to pdf --out "$work/a.pdf" >/dev/null
at 2026-03-03 letter print L2026-0001 --to pdf --out "$work/b.pdf" >/dev/null
is 'the same letter gives the same PDF' "$(md5sum <"$work/a.pdf")" "$(md5sum <"$work/b.pdf")"
squeeze() { tr -d ' \r\n\f—0-9=-' | sed 's/☑//g; s/□//g'; }
is 'the text of the PDF is the frozen text' "$(pdftotext "$work/a.pdf" - | squeeze)" "$("$gwgk" letter show L2026-0001 --json | jq -r .text | squeeze)"
at 2026-03-03 letter reprint '测关公开[2026]1号' --to pdf --out "$work/c.pdf" >/dev/null
has 'a reprint is marked' "$(pdftotext "$work/c.pdf" - | tr -d ' \n')" 副本
is 'prints are on record' "$("$gwgk" letter show L2026-0001 --json | jq -c '[.prints[]|[.target,.mark,.state]]')" '[["text",null,"done"],["gb18030",null,"done"],["pdf",null,"done"],["pdf",null,"done"],["pdf","副本","done"]]'
is 'a revoked letter is not printed' "$(at 2026-03-03 letter revoke L2026-0001 --reason 日期有误 --json | jq -r .state)" revoked
refused 'and says so' RULE '' 已撤销 at 2026-03-03 letter print L2026-0001 --to text
is 'nor is a file written' "$(at 2026-03-03 letter print L2026-0001 --to text --out "$work/revoked.txt" 2>/dev/null; [ -e "$work/revoked.txt" ]; echo $?)" 1
is 'after revoking another one is issued, with the next number' "$(at 2026-03-03 letter issue 2026-0001 receipt --json | jq -r .number)" '测关公开〔2026〕2号'
is 'frozen letters prove themselves' "$("$gwgk" letter check --json)" '[]'
has 'a blank application form can be printed' "$("$gwgk" letter preview application_form)" 政府信息公开申请表
has 'the oral form is filled for signature' "$("$gwgk" letter preview 2026-0001 application_form | tr -d ' ')" 王小明

# --- receipt by channel -------------------------------------------------------------------------------------------------------
channel() { # NAME CHANNEL WANTED OPTIONS…
	is "$1" "$(register 2026-03-06 "$2" 李四 "渠道 $1" "${@:4}" | jq -c '[.state,.received,.due]')" "$3"
}
channel 'at the counter: the day it is handed in' in_person '["open","2026-03-06","2026-04-03"]'
channel 'signed mail: the day it was signed for' post_signed '["open","2026-03-04","2026-04-01"]' --arrived 2026-03-04 --signed 2026-03-04
channel 'signed mail without that day: unknown' post_signed '["unconfirmed",null,null]' --arrived 2026-03-04
channel 'fax: the day both sides confirm' fax '["open","2026-03-05","2026-04-02"]' --arrived 2026-03-04 --confirmed 2026-03-05
channel 'e-mail: the day both sides confirm' email '["unconfirmed",null,null]' --arrived 2026-03-04
channel 'web: the day both sides confirm' web '["open","2026-03-04","2026-04-01"]' --arrived 2026-03-04 --confirmed 2026-03-04
channel 'oral: the day the form is filled' oral '["open","2026-03-06","2026-04-03"]'
channel 'telegram: the day both sides confirm' telegram '["unconfirmed",null,null]' --arrived 2026-03-04
is 'the last day of the old rules' "$(register 2019-05-14 in_person 旧 旧规则 | jq -c '[.id,.ruleset,.received,.due]')" '["2019-0001","2008","2019-05-14","2019-06-04"]'
is 'the first day of the new rules' "$(register 2019-05-15 in_person 新 新规则 | jq -c '[.id,.ruleset,.received,.due]')" '["2019-0002","2019","2019-05-15","2019-06-13"]'
is 'under the old rules an e-mail counts from the system' "$(register 2018-03-05 email 旧 邮件 --arrived 2018-03-05 | jq -c '[.state,.ruleset,.received]')" '["open","2008","2018-03-05"]'
is 'a receipt of the old rules cites the old law' "$(at 2018-03-05 letter preview 2018-0001 receipt | grep -c 第二十四条)" 1
is 'before April 2014 in the words of the customs rules' "$(register 2012-03-05 in_person 旧 更旧 >/dev/null; at 2012-03-05 letter preview 2012-0001 receipt | tr -d ' \n' | grep -c 关务公开办法)" 1
is 'past the loaded notices a date is provisional' "$(register 2026-12-20 in_person 王 跨年 | jq -c '[.due,.provisional]')" '["2027-01-18",true]'

# --- clock --------------------------------------------------------------------------------------------------------------------
c=$(at 2026-03-06 request clock 2026-0001 --json)
is 'the clock tells due date and state' "$(jq -c '[.received,.ruleset,.state,.due,.provisional,.moving]' <<<"$c")" '["2026-03-03","2019","open","2026-03-31",false,false]'
is 'the ledger ends on the twentieth day' "$(jq -c '[.ledger[0].kind,.ledger[-1].date,.ledger[-1].counted]' <<<"$c")" '["start","2026-03-31",20]'
is 'the clarification clock runs seven working days' "$(jq -c '[.clocks[]|select(.key=="clarify_notice")|.due,.running]' <<<"$c")" '["2026-03-12",true]'
is 'every clock is named' "$(jq -c '[.clocks[].key]' <<<"$c")" '["answer","clarify_notice"]'

# --- warnings, not walls ------------------------------------------------------------------------------------------------------
s=$(register 2026-03-06 in_person 王二 "2025年度冻品查验记录" --id_kind id_card --id_number 11010519491231002X --phone 13800138000 2>/dev/null)
is 'a case alike is shown with its reason' "$(jq -r '.similar[0]|.id+" "+.why' <<<"$s")" '2026-0001 内容相似 100%'
s=$(register 2026-03-06 in_person 王二 '另一件事' --id_kind id_card --id_number '110105 19491231 002x' --phone '+86 138-0013-8000' 2>"$work/err")
has 'same identity and telephone, however typed' "$(jq -r '.similar[0].why' <<<"$s")" '同一证件，同一电话'
register 2026-03-06 in_person 王三 '第三件事' --id_kind id_card --id_number 110105194912310021 >/dev/null 2>"$work/err"
has 'a doubtful identity number is only a warning' "$(cat "$work/err")" 校验码
is 'lists mask identity and telephone' "$("$gwgk" request list --name 王二 --json | grep -Ec '19491231|38001380|0013-8000')" 0
cat >"$work/story" <<'EOS'
open requests
type 冻品
key F4
type 保存
key Enter
key ^U
type 冻品的
key Enter
expect 已保存
EOS
"$gwgk" run "$work/story" >/dev/null
is 'a filter saved on the screen lists the same on the command line' "$("$gwgk" request list --saved 冻品的 --json | jq -c '[.[].id]')" \
	"$("$gwgk" request list --text 冻品 --json | jq -c '[.[].id]')"
refused 'an unknown one is refused with those there are' MISSING '' 冻品的 "$gwgk" request list --saved 没有
is 'and so does CSV' "$("$gwgk" request list --name 王二 --csv | grep -c 13800138000)" 0
is 'the record itself shows them' "$("$gwgk" request show "$(jq -r .id <<<"$s")" --json | jq -r .phone)" '+86 138-0013-8000'

# --- corrections of typing ----------------------------------------------------------------------------------------------------
v=$(at 2026-03-06 request change 2026-0001 --name 王晓明 --reason 姓名录错 --json)
is 'typing is corrected' "$(jq -c '[.name,.content]' <<<"$v")" '["王晓明","  2025年度 “冻品” 查验记录  "]'
refused 'with a reason' INPUT reason '' at 2026-03-06 request change 2026-0001 --name 王
refused 'and with a difference' INPUT '' 没有改动 at 2026-03-06 request change 2026-0001 --name 王晓明 --reason 无
is 'old and new values are on record' "$("$gwgk" audit list --json | jq -r '[.[]|select(.verb=="request.change")]|length')" 1
is 'a void case keeps its number' "$(at 2026-03-06 request void 2026-0002 --reason 测试 --json | jq -r .state)" void
refused 'and is not changed any more' RULE '' 作废 at 2026-03-06 request change 2026-0002 --name 张 --reason 试

# --- bad input: one line naming the field, nothing changed ---------------------------------------------------------------------
before=$(count)
long=$(head -c 1000000 /dev/zero | tr '\0' a)
reg() { at 2026-03-06 request register --channel in_person --applicant_kind natural --name 张 --content 内容 "$@"; }
refused 'an unknown channel' INPUT channel '' reg --channel pigeon
refused 'an unknown kind of applicant' INPUT applicant_kind '' reg --applicant_kind ghost
refused 'no name' INPUT name '' reg --name ''
refused 'no content' INPUT content '' reg --content ' 　 '
refused 'an impossible date' INPUT arrived '' reg --arrived 2026-02-30
refused 'a date in the future' INPUT arrived 之后 reg --arrived 2026-03-07
refused 'confirmed before it arrived' INPUT confirmed 早于 reg --channel fax --arrived 2026-03-05 --confirmed 2026-03-04
refused 'bytes that are no UTF-8' INPUT content '' reg --content $'\xff\xfe'
refused 'a name that is no UTF-8' INPUT name '' reg --name $'\xb0\xc5'
printf %s "$long" >"$work/long"
rc=0
xargs -0 -a <(printf '%s\0' "${long:0:100000}") "$gwgk" --today 2026-03-06 request register --channel in_person --applicant_kind natural --name 张 --content >/dev/null 2>"$work/err" || rc=$?
is 'a field of a hundred thousand bytes' "$rc $(grep -c 所需信息 "$work/err")" '123 1'
refused 'no such request' MISSING '' 没有编号 "$gwgk" request show 2026-9999
refused 'an unknown form' INPUT form '' reg --form papyrus
refused 'no such letter' MISSING '' '' "$gwgk" letter show L2026-9999
refused 'no such kind of letter' INPUT kind '' at 2026-03-06 letter issue 2026-0001 valentine
refused 'a letter dated tomorrow' INPUT on 之后 at 2026-03-06 letter issue 2026-0003 receipt --on 2026-03-07
refused 'a letter dated before its case' INPUT on 早于 at 2026-03-06 letter issue 2026-0001 receipt --on 2026-03-01
refused 'a slot the letter does not have' INPUT slot '' at 2026-03-06 letter issue 2026-0003 receipt --slot nonsense=1
is 'nothing was registered meanwhile' "$(count)" "$before"
is 'refusals by rule are on record' "$("$gwgk" audit list --json | jq '[.[]|select(.outcome=="refused")]|length>4')" true
"$gwgk" setting set prefix '' >/dev/null 2>&1
refused 'an empty setting is named' RULE '' prefix at 2026-03-06 letter issue 2026-0003 receipt
"$gwgk" setting set prefix 测关公开 >/dev/null

# --- two processes, one sequence -----------------------------------------------------------------------------------------------
for p in 1 2; do
	for i in 1 2 3 4 5 6 7 8; do register 2026-03-09 in_person "并发$p" "第 $p 组第 $i 件" | jq -r .id; done >"$work/numbers.$p" &
done
wait
is 'numbers are unique under two processes' "$(cat "$work"/numbers.* | sort -u | wc -l)" 16
is 'and without a hole' "$(cat "$work"/numbers.* | sort | sed 's/2026-0*//' | awk 'NR==1{first=$1} END{print $1-first+1}')" 16
id=$(printf %032d 7)
a=$("$gwgk" --today 2026-03-09 --cmd "$id" request register --channel in_person --applicant_kind natural --name 重 --content 重复命令 --json | jq -r .id)
b=$("$gwgk" --today 2026-03-09 --cmd "$id" request register --channel in_person --applicant_kind natural --name 重 --content 重复命令 --json | jq -r .id)
is 'a repeated command is done once' "$a" "$b"

# --- today, search --------------------------------------------------------------------------------------------------------------
d=$(at 2026-03-09 today --json)
is 'the sections of the desk in their order' "$(jq -c '[.sections[].key]' <<<"$d")" \
	'["overdue","due_today","due_soon","unconfirmed","clarify_due","waiting_applicant","waiting_third_party","waiting_unit","review","publish","deliver","archive","catalogue","fixed_dates","provisional","drafts"]'
is 'counts are the length of their lists' "$(jq '[.sections[]|.count==(.rows|length)]|all' <<<"$d")" true
is 'a day on its due date is not overdue' "$(at 2026-03-31 today --json | jq -c '[.sections[]|select(.key=="due_today" or .key=="overdue")|[.rows[]|select(.id=="2026-0001")]|length]')" '[0,1]'
is 'the day after it is' "$(at 2026-04-01 today --json | jq -c '.sections[0].rows[]|select(.id=="2026-0001")|[.kind,.due,.left]')" '["request","2026-03-31",-1]'
is 'the clarification notice of a case with gaps is on the desk' "$(jq '[.sections[]|select(.key=="clarify_due").rows[]|select(.id=="2026-0001")]|length' <<<"$d")" 1
is 'search by Hanzi' "$("$gwgk" search 冻品查验 --json | jq -r '[.[].id]|index("2026-0001")!=null')" true
is 'search by pinyin initials' "$("$gwgk" search wxm --json | jq -r '.[0].id')" 2026-0001
is 'search by number' "$("$gwgk" search 2026-1 --json | jq -r '.[0]|.id+.why')" 2026-0001编号
is 'search by telephone' "$("$gwgk" search 13800138000 --json | jq -r '.[0].why')" 电话
is 'search by letter' "$("$gwgk" search L2026-2 --json | jq -r '.[0].kind')" letter
# --- last year's ledger -----------------------------------------------------------------------------------------------------------
cat >"$work/ledger.csv" <<'END'
编号,channel,登记日期,收到日期,applicant_kind,姓名或名称,所需信息,结果,不公开依据,决定日期,答复日期
2025-0017,当面,,2025-03-03,natural,王一,2024年查验数据,granted,,2025-03-10,2025-03-12
2025-0020,平信,2025-04-01,,enterprise,某某公司,处罚决定书,,,,
END
is 'a ledger is shown before it comes in' "$(at 2026-03-09 request import "$work/ledger.csv" --dry-run --json | jq -c '[.[]|[.id,.action]]')" '[["2025-0017","add"],["2025-0020","add"]]'
is 'and nothing is done' "$(at 2026-03-09 request show 2025-17 2>&1 | grep -c 没有编号)" 1
at 2026-03-09 request import "$work/ledger.csv" >/dev/null
is 'cases keep number, dates and result' "$(at 2026-03-09 request show 2025-0017 --json | jq -c '[.id,.state,.received,.due,.outcome]')" '["2025-0017","archived","2025-03-03","2025-03-31","granted"]'
is 'importing twice changes nothing' "$(at 2026-03-09 request import "$work/ledger.csv" --json | jq -c '[.[].action]')" '["same","same"]'
is 'a difference is shown, not made' "$(sed 's/2024年/2023年/' "$work/ledger.csv" | iconv -t GB18030 >"$work/gb.csv"; at 2026-03-09 request import "$work/gb.csv" --json | jq -c '.[0].action')" '"differs"'
is 'field by field' "$(at 2026-03-09 request import "$work/gb.csv" --json | jq -c '.[0].differences')" '[{"label":"所需信息","old":"2024年查验数据","new":"2023年查验数据"}]'
printf '编号,channel,收到日期,applicant_kind,name,content\n2025-0018,当面,2025-03-03,natural,王三,合同\n17,当面,2025-03-03,natural,王四,合同\n' >"$work/some.csv"
is 'some lines of a file, the others not looked at' "$(at 2026-03-09 request import "$work/some.csv" --lines 2 --json | jq -c '[.[]|[.line,.id,.action]]')" '[[2,"2025-0018","add"]]'
is 'the sequence goes on after the highest' "$(register 2025-12-01 in_person 后 后来者 | jq -r .id)" 2025-0021
printf '编号,name\n17,x\n' >"$work/bad.csv"
refused 'a wrong number names its line' INPUT id '第 2 行' at 2026-03-09 request import "$work/bad.csv"
printf '编号,channel,收到日期,applicant_kind,name,content\n17,当面,2025-03-03,natural,王四,合同\n2025-0019,天上,2025-03-03,natural,王五,合同\n2025-0023,当面,2025-03-03,natural,王六,合同\n2025-0023,当面,2025-03-03,natural,王七,合同\n' >"$work/wrong.csv"
is 'beforehand every wrong row is listed with its reason' "$(at 2026-03-09 request import "$work/wrong.csv" --dry-run --json | jq -c '[.[]|[.line,.action]]')" '[[2,"refused"],[3,"refused"],[4,"add"],[5,"refused"]]'
at 2026-03-09 request import "$work/wrong.csv" --dry-run >"$work/out" 2>"$work/err2"
is 'and how many they are' "$(cat "$work/err2" "$work/err" 2>/dev/null | grep -c '3 行不收')" 1
is 'a reason a line' "$(grep -c '编号应为\|没有“天上”\|与第 4 行编号相同\|天上' "$work/out")" 3

# --- what an old ledger says otherwise, taken by the case's own change
sed 's/某某公司/某某贸易公司/; s/处罚决定书/处罚决定书全文/; s/,granted,/,partial,15-1/' "$work/ledger.csv" | sed 's/15-1,/15-1,/' >"$work/take.csv"
seq_before=$("$gwgk" audit head | cut -d: -f1)
is 'one row is taken' "$(at 2026-03-09 request import "$work/take.csv" --take 3 | grep -c '2025-0020 已更改')" 1
is 'with one audit line' "$(($("$gwgk" audit head | cut -d: -f1) - seq_before))" 1
is 'and stands' "$(at 2026-03-09 request show 2025-20 --json | jq -c '[.name,.content]')" '["某某贸易公司","处罚决定书全文"]'
refused 'what is archived is not changed' RULE '' 归档 at 2026-03-09 request import "$work/take.csv" --take 2
printf '编号,channel,applicant_kind,name,content,收到日期,outcome,ground\n2025-0018,当面,natural,王三,合同,2025-03-03,refused,15-1\n' >"$work/result.csv"
refused 'a result is no fact of the registration' RULE '' 办理而来 at 2026-03-09 request import "$work/result.csv" --take 2
refused 'a line that is not there' INPUT lines '没有第 9 行' at 2026-03-09 request import "$work/take.csv" --take 9

is 'everything agrees with itself' "$("$gwgk" check >/dev/null 2>&1; echo $?)" 0
exit $failed
