#!/bin/bash
# An office's own templates: checked, installed, in force from their day, retired; the law's words cannot be changed.
set -u
gwgk=$PWD/$GWGK_BUILD/gwgk
cd "$TMPDIR" || exit 1
rm -rf template && mkdir template && cd template || exit 1
export GWGK_TODAY=2026-03-09 GWGK_DB=$PWD/o.gwgk
fail=0
G() { "$gwgk" "$@"; }
expect() { # NAME STATUS PART COMMAND…
	local name=$1 want=$2 part=$3 out rc
	shift 3
	out=$("$@" 2>&1) && rc=0 || rc=$?
	if [ "$rc" = "$want" ] && [[ $out == *"$part"* ]]; then echo "ok template: $name"; else
		echo "not ok template: $name (exit $rc): $out"
		fail=1
	fi
}
{
	G init --office 青岛海关 --superior 海关总署 --court 青岛市中级人民法院 --prefix 青关公开
	G setting set phone 0532-82955555
	G setting set address 青岛市市南区香港西路70号
	G request register --channel in_person --arrived 2026-03-02 --applicant_kind natural --name 王𠮷祥 --id_kind id_card \
		--id_number 370202199001010016 --phone 13800000000 --content 处罚决定书
} >setup 2>&1 || { echo "not ok template: setup: $(cat setup)"; exit 1; }
G template show receipt-2019 >shipped.letter
expect "the shipped text is itself acceptable" 0 没有错误 G template check shipped.letter
sed 's/咨询电话：/有疑问请致电：/; s/启用: 2019-05-15/启用: 2026-03-01/' shipped.letter | iconv -t GB18030 | sed 's/$/\r/' >own.letter
cp own.letter first.letter
expect "a GB18030 file with CR LF is checked" 0 没有错误 G template check own.letter
expect "and installed" 0 已装上“登记回执” G template install own.letter
expect "it is previewed with sample data before that" 0 有疑问请致电：机关电话 G template preview own.letter
expect "its choices are chosen" 0 '☑  自收到申请之日起20个工作日内' G template preview own.letter --slot answer=by_due
expect "among those there are" 1 '没有选项“maybe”' G template preview own.letter --slot answer=maybe
expect "a fault stands with its line" 1 模板第28行 G template preview <(sed 's/{{收到日期}}/{{收到日期/' shipped.letter)
expect "a shipped one too, on paper" 0 已写入 G template preview refused --out sample.pdf
expect "twice changes nothing" 1 已经装上 G template install own.letter
expect "letters from its day on use it" 0 有疑问请致电 G letter preview 2026-0001 receipt
expect "letters before its day do not" 0 咨询电话 G letter preview 2026-0001 receipt --on 2026-02-28
grep -v '^! 需要延长' shipped.letter >bad.letter
expect "words of the law cannot be left out" 1 法律规定的一段被改动或删去 G template check bad.letter
expect "nor installed so" 1 法律规定的一段被改动或删去 G template install bad.letter
sed 's/{{申请人}}/{{收件}}/; s/，登记编号/,登记编号/' shipped.letter >bad.letter
expect "every fault is told with its line" 1 '没有字段“收件”' G template check bad.letter
expect "the other one too" 1 半角标点 G template check bad.letter
sed 's/^救济: .*/救济: 无/; /^救济:$/d' <(G template show refused-2019) >bad.letter
expect "a decision keeps its remedy" 1 救济 G template install bad.letter
sed 's/^种类: .*/种类: greeting/' shipped.letter >bad.letter
expect "a kind the program does not know is refused" 1 没有“greeting”这种文书 G template install bad.letter
# What a letter of its kind must say is kept, however it is worded.
G template show refused-2019 >refusal.letter
edited() { # NAME PART SED
	sed "s/^启用: .*/启用: 2026-01-01/; $3" refusal.letter >bad.letter
	expect "$1" 1 "$2" G template check bad.letter
}
edited "reasons are printed" '正文里少了“{{理由}}”' '/理由：{{理由}}/d'
edited "so is what was asked" '正文里少了“{{申请内容}}”' '/收到你（单位）提出/d'
edited "and who asked" '正文里少了“{{申请人}}”' 's/^称谓: .*/称谓: 各单位：/'
edited "and the day" '正文里少了“{{出具日期}}”' 's/^日期: .*/日期: 2026年3月9日/'
edited "a required field stays required" '字段“理由”是必填的' 's/^\(字段: reasons .*\) 必填/\1/'
edited "and wants the facts of the case" '“具体”不能删' 's/^\(字段: reasons .*\) 具体/\1/'
edited "a ground of the law keeps its words" '字段“不予公开的依据”的选项不能改' 's/14-1=国家秘密/14-1=工作事项/'
edited "a line of law keeps its condition" '法律规定的一段被改动或删去' 's/^【不予公开的依据=16-8】!/【不予公开的依据=14-1】!/'
edited "a ground is not left out" '禁止公开的规定为' '/^【不予公开的依据=14-2】/d'
edited "an official letter has a number" '没有“编号:”一行' '/^编号:/d'
edited "and is signed" '没有“落款:”' '/^落款:/d'
sed 's/^经审查，本机关决定对你（单位）申请公开的信息不予公开。/经审查，本机关对你（单位）申请公开的信息作出不予公开的决定。/; s/^启用: .*/启用: 2026-01-01/' refusal.letter >own.letter
expect "its own words an office may choose" 0 没有错误 G template check own.letter
printf '第二行\n第三\001行\n' | cat refusal.letter - >bad.letter
expect "a control character is found by its line" 1 "模板第$(($(wc -l <refusal.letter) + 2))行" G template check bad.letter
head -c 300000 /dev/zero | tr '\0' 'a' >bad.letter
expect "a file that is too large is refused" 1 模板太大 G template check bad.letter
expect "no file is said" 1 没有这个文件 G template check nowhere.letter
id=$(G template list --json | jq -r '.[-1] | select(.origin=="office") | .id')
sed 's/咨询电话：/请拨打：/; s/启用: 2019-05-15/启用: 2026-03-01/' shipped.letter >newer.letter
printf '\xEF\xBB\xBF%s' "$(tr '\n' '\r' <newer.letter | sed 's/请拨打/⾃助电话𠮷/')" >radical.letter
expect "line ends of old machines and radicals out of a PDF are put right" 0 自助电话𠮷 G template preview radical.letter
expect "an issued letter keeps its text" 0 已出具 G letter issue 2026-0001 receipt
expect "a newer text of the same day takes its place" 0 已装上 G template install newer.letter
expect "and the older one may be put back" 0 已装上 G template install first.letter
expect "so that it is in force" 0 有疑问请致电 G letter preview 2026-0001 receipt
for put_back in $(G template list --json | jq -r '.[]|select(.origin=="office")|.id' | tail -n +2); do G template retire "$put_back" >/dev/null; done
expect "the office's template is retired" 0 已停用 G template retire "$id"
expect "the shipped one is in force again" 0 咨询电话 G letter preview 2026-0001 receipt
expect "the issued letter says what it said" 0 有疑问请致电 G letter show 青关公开〔2026〕1号
expect "a shipped template cannot be retired" 1 自带的模板不能停用 G template retire receipt-2019
expect "the audit chain holds" 0 "" G audit verify
expect "every letter stands the trial" 0 一致 G letter check
# An upgrade brings a new line of law: what the office installed before is found by the check.
if command -v sqlite3 >/dev/null; then
	sqlite3 o.gwgk "INSERT INTO template(kind,text) SELECT 'receipt', replace(text,'不超过20个工作日','不超过30个工作日') FROM template WHERE text LIKE '%不超过20个工作日%' LIMIT 1"
	expect "a text that the law has left behind is found" 1 '本单位的模板“登记回执”：法律规定的一段被改动或删去' G letter check
fi
exit $fail
