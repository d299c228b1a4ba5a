#!/bin/bash
# A whole case taken out as evidence: every part is there, what the index says is true, nothing is written over, half a bundle never stands.
set -u
gwgk=$GWGK_BUILD/gwgk
case $gwgk in /*) ;; *) gwgk=$PWD/$gwgk ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/casefile-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk
cd "$work" || exit 1
failed=0
no() { echo "not ok $1: $2"; failed=1; }
at() { local day=$1; shift; "$gwgk" --today "$day" "$@"; }
did() { # NAME COMMAND…
	local name=$1
	shift
	"$@" >out 2>&1 || no "$name" "$(cat out)"
}
refused() { # NAME TEXT COMMAND…
	local name=$1 text=$2 rc=0
	shift 2
	"$@" >out 2>err || rc=$?
	case $rc$(cat err) in 1*"$text"*) echo "ok $name" ;; *) no "$name" "rc $rc: $(cat out err)" ;; esac
}
same() { [ "$2" = "$3" ] && echo "ok $1" || no "$1" "“$2” is not “$3”"; }
is() { local name=$1; shift; "$@" >out 2>&1 && echo "ok $name" || no "$name" "$(cat out)"; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init "init failed"
did phone "$gwgk" setting set phone 0532-82955000
did account "$gwgk" setting set fee_account 中央财政汇缴专户
did unit "$gwgk" unit add --name 监管科
words=$'请公开：\r\n1.\t查验记录  （2025年）\n  2. 龙芯𠮷祥公司 & 其他  '
id=$(at 2026-03-02 request register --channel in_person --arrived 2026-03-02 --applicant_kind natural --name 王小明 --id_kind id_card \
	--id_number 11010519491231002X --phone 13800138000 --form paper --route post --address 样例市人民路3号 --content "$words" --json 2>err | jq -r .id)
[ "$id" = 2026-0001 ] || no register "$(cat err)"
head -c 3000000 /dev/urandom >申请书扫描.bin
did receipt at 2026-03-02 letter issue $id receipt
did attached at 2026-03-02 request material add $id --kind application --title 申请书扫描件 --pages 2 --file 申请书扫描.bin
did boxed at 2026-03-02 request material add $id --kind envelope --title 信封 --pages 1 --original yes --place 档案室3柜2格
did clarify at 2026-03-04 request clarify $id --items '请写明口岸。' --until 2026-03-25
did clarified at 2026-03-06 request clarified $id --on 2026-03-06
did consult at 2026-03-09 request consult $id --party 样例贸易有限公司 --sent 2026-03-09
did reached at 2026-03-10 request consult $id --party 样例贸易有限公司 --reached 2026-03-10
did opinion at 2026-03-12 request opinion $id --party 样例贸易有限公司 --on 2026-03-12 --answer object --reasons 涉及供货价格
did assign at 2026-03-12 request assign $id --unit 监管科 --until 2026-03-16 --ask 提出意见
did reply at 2026-03-13 request reply $id --unit 监管科 --reply 部分可以提供
did search at 2026-03-13 request search $id --where 公文系统 --words 查验记录 --by 陈静 --result 查到12页
did extend at 2026-03-16 request extend $id --days 10 --reason 需要逐页核对 --approved_by 张主任 --approval_ref 呈3号
did fee at 2026-03-17 request fee $id --basis pages --quantity 40 --notified 2026-03-17
did paid at 2026-03-18 request paid $id --on 2026-03-18
did joint at 2026-03-19 request joint_review $id --unit 监管科、法规处 --result 区分处理 --body 青岛海关 --reported_on 2026-03-19 --approval_ref 测关报4号
did decide at 2026-03-20 request decide $id --outcome partial --ground 15-1 --reasons 供货价格一经公开即为同行所知 --approved_by 张主任
did decision at 2026-03-20 letter issue $id partial --slot given=查验记录12页 --slot withheld=供货价格
did deliver at 2026-03-23 request deliver $id --method post --carrier ems --waybill EX123456789CN --on 2026-03-23
did proof at 2026-03-23 request material add $id --kind proof --title 邮单 --pages 1 --original yes --place 档案室3柜2格
did appeal at 2026-04-01 appeal add --kind review --received 2026-04-01 --case $id --body 青岛海关 --file_number 青关复议〔2026〕2号
did complaint at 2026-04-01 register add complaints --received 2026-04-01 --channel letter --kind complaint --case $id --name 王小明 --content 答复太迟
did closed at 2026-04-02 register close T2026-0001 --result unfounded --handling 期限内答复
did envelope at 2026-04-01 register add mail --received 2026-04-01 --channel post_signed --kind appeal --case $id --name 青岛海关
did mistaken at 2026-04-01 register add calls --on 2026-04-01 --content 问进度 --case $id
did voided at 2026-04-02 register void D2026-0001 --reason 记错了件
did other at 2026-04-01 register add complaints --received 2026-04-01 --channel letter --kind report --content 与本件无关

# --- a folder ---------------------------------------------------------------------------------------------------------------------
head=$("$gwgk" audit head)
is 'a case is exported into a folder' at 2026-04-02 request export $id --out evidence --reason 青关复议〔2026〕2号举证
is 'every file has the fingerprint of the list' sh -c 'cd evidence && sha256sum --quiet -c SHA256SUMS'
same 'a folder for its owner alone' "$(stat -c %a evidence; find evidence -type f ! -perm 600)" 700
same 'every file is listed and every listed file is there' "$(cut -d' ' -f3- evidence/SHA256SUMS | sort)" "$(ls evidence | grep -v SHA256SUMS | sort)"
for part in 封面 目录 申请登记表 申请人原文 政府信息公开申请登记回执 政府信息部分公开答复书 收到和确认记录 补正记录 征求意见记录 交办记录 检索记录 多部门共商记录 投诉来电收件记录 审批和决定记录 \
	收费记录 送达和印制记录 复议诉讼记录 答复期限计算明细表 操作日志摘录 卷内文件目录 申请书扫描件; do
	ls evidence | grep -q "^[0-9]\{3\}-$part" || no 'every part of the case' "no $part in $(ls evidence)"
done
printf %s "$words" >words
is 'the words of the applicant byte for byte' cmp words evidence/*逐字节*.txt
is 'an attached file as it was registered' cmp 申请书扫描.bin evidence/*申请书扫描件.bin
text_of() { pdftotext -raw "$1" - | tr -d ' \n\f'; }
says() { # NAME FILE PHRASE…
	local name=$1 file=$2 text phrase
	shift 2
	text=$(text_of $file)
	for phrase; do case $text in *"$phrase"*) ;; *) no "$name" "lacks $phrase: $text"; return ;; esac; done
	echo "ok $name"
}
says 'letters are copies of what was issued' 'evidence/*答复书.pdf' 副本 供货价格一经公开即为同行所知 先向青岛海关申请行政复议
says 'the consultation and the opinion' 'evidence/*征求意见记录.pdf' 样例贸易有限 2026-03-10 不同意公开 涉及供货价格
says 'the search' 'evidence/*检索记录.pdf' 公文系统 陈静 查到12页
says 'who approved' 'evidence/*审批和决定记录.pdf' 张主任 呈3号 部分公开
says 'the fee' 'evidence/*收费记录.pdf' 按量 40 2026-03-18
says 'the proof of delivery' 'evidence/*送达和印制记录.pdf' EX123456789CN 邮寄送达
says 'the review' 'evidence/*复议诉讼记录.pdf' A2026-0001 青岛海关
says 'who met about it and what was reported' 'evidence/*共商记录.pdf' 监管科、法规处 区分处理 测关报4号
says 'complaints, calls and envelopes of the case, the voided one too' 'evidence/*投诉*.pdf' T2026-0001 答复太迟 期限内答复 不属实 S2026-0001 复议诉讼文书 '（2026-04-02作废）' 问进度
case $(text_of evidence/*投诉*.pdf) in *与本件无关*) no 'nothing of another case' 'T2026-0002' ;; *) echo 'ok nothing of another case' ;; esac
grep -q '^.*complaint.close' evidence/*操作日志数据.csv && echo 'ok the log of what was entered about the case' || no 'the log of what was entered about the case' "$(cat evidence/*日志数据.csv)"
says 'the log and its head' 'evidence/*操作日志摘录.pdf' 延期答复 "${head%% *}"
says 'the cover says what and why' 'evidence/001-*.pdf' 2026-0001 王小明 青关复议〔2026〕2号举证 测关公开〔2026〕2号 A2026-0001
grep -q "信封,,2026-03-02,1,原件,,档案室3柜2格,,," evidence/index.csv && echo 'ok a paper stands in the index with its box' || no 'a paper stands in the index with its box' "$(cat evidence/index.csv)"
is 'the head of the chain is the one of that moment' "$gwgk" audit verify --head "$(sed -n 's/^日志链头：//p' evidence/index.txt)"
wrong=$(tail -n +2 evidence/index.csv | tr -d '\r' | while IFS=, read -r no title number date pages original file rest; do
	case $file in *.pdf) n=$(pdfinfo "evidence/$file" | sed -n 's/^Pages: *//p'); [ "$n" = "$pages" ] || echo "$file has $n pages, not $pages" ;; esac
done)
same 'the index counts pages as they are' "$wrong" ''
before=$(ls -l --time-style=full-iso evidence)
refused 'nothing is written over' 不覆盖 at 2026-04-02 request export $id --out evidence --reason 再来一次
same 'what was there is as it was' "$(ls -l --time-style=full-iso evidence)" "$before"
same 'one line in the log for one export' "$("$gwgk" audit list --json | jq -r '[.[]|select(.verb=="request.export" and .outcome=="done")]|length')" 1

# --- one PDF ----------------------------------------------------------------------------------------------------------------------
at 2026-04-02 request export $id --out bundle.pdf --reason 法院要求 >out 2>err && echo 'ok a case is exported as one PDF' || no 'a case is exported as one PDF' "$(cat err)"
grep -q 不能并入 err && echo 'ok a file that no PDF holds is named' || no 'a file that no PDF holds is named' "$(cat err)"
same 'a PDF for its owner alone' "$(stat -c %a bundle.pdf)" 600
pdftoppm -r 40 -jpeg -singlefile -f 1 -l 1 bundle.pdf 身份证
pdftoppm -r 40 -png -singlefile -f 1 -l 1 bundle.pdf 信封
head -c 900 信封.png >坏图.png
for one in id_copy:身份证扫描件:身份证.jpg envelope:信封扫描件:信封.png other:坏图:坏图.png; do
	IFS=: read -r kind title file <<<"$one"
	did "$title" at 2026-03-25 request material add $id --kind "$kind" --title "$title" --pages 1 --file "$file"
done
at 2026-04-02 request export $id --out pictures.pdf --reason 法院要求 >out 2>err || no 'scans are pages of the PDF' "$(cat err)"
same 'scans are pages of the PDF, what cannot be one is named' "$(pdfimages -list pictures.pdf | awk 'NR > 2 {print $9}' | tr '\n' ' ')$(grep -o '有[0-9]*件' err)" 'jpeg image 有2件'
for one in 身份证扫描件 信封扫描件; do
	page=$(pdftotext -layout -f 2 -l 3 pictures.pdf - | sed -nE "s/^ *[0-9]+ +$one +[0-9-]+ +1 +([0-9]+).*/\\1/p")
	case $(pdftotext -raw -f "${page:-1}" -l "${page:-1}" pictures.pdf - | tr -d ' \n\f') in 材料：$one第${page}页) echo "ok $one is on the page the index names" ;; *) no "$one is on the page the index names" "page $page: $(pdftotext -layout -f 2 -l 3 pictures.pdf -)" ;; esac
done
pdfimages -j -f 1 pictures.pdf got && cmp -s got-000.jpg 身份证.jpg && echo 'ok a JPEG byte for byte' || no 'a JPEG byte for byte' "$(ls -l got* 身份证.jpg)"
pages=$(pdfinfo bundle.pdf | sed -n 's/^Pages: *//p')
wrong=$(for n in $(seq "$pages"); do pdftotext -raw -f "$n" -l "$n" bundle.pdf - | tr -d ' \n' | grep -q "第$n页" || echo "page $n"; done)
same 'every page has its number in the bundle' "$wrong" ''
# A row of the index: number, title …, pages, first page, original, place. The title stands on the page it names.
index() { pdftotext -layout -f 2 -l 3 bundle.pdf - | sed -nE 's/^ *([0-9]+) +(.*[^0-9 ]) +([0-9]+) +([0-9]+) +(打印|副本).*/\2\t\4/p' | sed -E 's/ +测关公开.*\t/\t/'; }
rows=$(index | wc -l)
[ "$rows" -ge 14 ] && echo 'ok the index lists the parts' || no 'the index lists the parts' "$rows rows: $(pdftotext -layout -f 2 -l 3 bundle.pdf -)"
wrong=$(index | while IFS=$'\t' read -r title page; do
	[ "$title" = 封面 ] && continue
	title=$(echo "${title:0:6}" | tr -d ' ')
	pdftotext -raw -f "$page" -l "$page" bundle.pdf - | tr -d ' \n' | grep -q "$title" || echo "$title is not on page $page"
done)
same 'the index names the right pages' "$wrong" ''

# --- who may, and why -------------------------------------------------------------------------------------------------------------
refused 'a reason is wanted' 理由 at 2026-04-02 request export $id --out no-reason
did clerk "$gwgk" operator add --login wang --name 王芳 --roles clerk
refused 'a clerk alone may not take personal data out' '' at 2026-04-02 --as wang request export $id --out denied --reason 看看
same 'the refusal is in the log' "$("$gwgk" audit list --json | jq -r '.[0]|.verb+" "+.outcome')" 'request.export refused'
same 'and nothing was made' "$(ls -d no-reason* denied* 2>/dev/null)" ''

# --- damage -----------------------------------------------------------------------------------------------------------------------
echo x >>申请书扫描.bin
refused 'a file that was changed is found' '申请书扫描件：文件与登记时的指纹不符' at 2026-04-02 request export $id --out damaged --reason 举证
same 'and nothing was made of it' "$(ls -d damaged* 2>/dev/null)" ''
is 'it may be left out, and the index says so' at 2026-04-02 request export $id --out damaged --reason 举证 --incomplete
grep -q '申请书扫描件.*指纹不符' damaged/index.csv || no 'it may be left out, and the index says so' "$(cat damaged/index.csv)"
rm 申请书扫描.bin
refused 'a file that is gone is found' 没有这个文件 at 2026-04-02 request export $id --out gone --reason 举证

# --- a disk that is full: the system refuses to write more, a bundle is whole or not there ----------------------------------------
head -c 6000000 /dev/zero >大文件.bin
did big at 2026-04-02 request material add $id --kind provided --title 提供的信息 --pages 1 --file 大文件.bin
did again at 2026-04-02 request material add $id --kind other --title 另一份 --pages 1 --place 柜
lines=$("$gwgk" audit list --json | jq length)
rc=0
(ulimit -f 5000; at 2026-04-02 request export $id --out full --reason 举证 --incomplete) >out 2>err || rc=$?
same 'a disk that gives no more is an error' "$rc $(grep -c '没有写成' err)" '1 1'
same 'no half bundle is left' "$(ls -d full* 2>/dev/null)" ''
same 'nor a line of an export that was none' "$("$gwgk" audit list --json | jq length)" "$lines"
if unshare -rm true 2>/dev/null && mkdir small && unshare -rm mount -t tmpfs -o size=2m tmpfs small 2>/dev/null; then
	unshare -rm sh -c "mount -t tmpfs -o size=2m tmpfs small && '$gwgk' --today 2026-04-02 request export $id --out small/full --reason 举证 --incomplete; echo \$? >rc; ls -A small >left" >out 2>err
	same 'a full file system is told and left clean' "$(cat rc) $(cat left) $(grep -c 磁盘已满 err)" '1  1'
	bare="mount -t tmpfs tmpfs /usr/share/fonts && { [ ! -d /usr/local/share/fonts ] || mount -t tmpfs tmpfs /usr/local/share/fonts; } && mount -t tmpfs tmpfs /usr/share/texlive 2>/dev/null"
	unshare -rm sh -c "$bare; '$gwgk' --today 2026-04-02 request export $id --out bare --reason 举证 --incomplete; echo \$? >rc; '$gwgk' printer fonts" >out 2>err
	same 'no bundle of blank pages on a machine without Chinese fonts' "$(cat rc) $(grep -c 没有能印汉字的字体 err) $(ls -d bare* 2>/dev/null)" '1 1 '
	same 'and the check of fonts says it' "$(grep -c '不能用' out)" 7
else
	echo 'ok a full file system is told and left clean # SKIP no user namespaces'
	echo 'ok no bundle of blank pages on a machine without Chinese fonts # SKIP no user namespaces'
fi

# --- what an export is not ----------------------------------------------------------------------------------------------------------
id2=$(at 2026-04-02 request register --channel in_person --arrived 2026-04-02 --applicant_kind natural --name 李四 --phone 13800138001 --form paper --route post --address 青岛 --content 口岸收费目录 --json 2>/dev/null | jq -r .id)
did step at 2026-04-02 request search "$id2" --where 档案室 --words 目录 --by 陈静 --result 有
did export2 at 2026-04-02 request export "$id2" --out second.pdf --reason 内部检查
is 'the step before an export can still be taken back' at 2026-04-02 request undo "$id2"
cor=$(at 2026-04-02 correction register --channel in_person --arrived 2026-04-02 --applicant_kind natural --name 张三 --phone 13800138002 --address 青岛 --record 备案地址有误 --claim 改为人民路3号 --reasons 已迁址 --json 2>err | jq -r .id)
is 'a correction is exported with what it asks' at 2026-04-02 correction export "$cor" --out correction --reason 举证
same 'each of its texts as a file' "$(cat correction/*更正请求*.txt)" 改为人民路3号
odd=$(at 2026-04-02 request register --channel in_person --arrived 2026-04-02 --applicant_kind natural --name 王五 --phone 13800138003 --form paper --route post --address 青岛 --content "查验记录$(printf '\xf0\x9f\x91\xa9')" --json 2>/dev/null | jq -r .id)
at 2026-04-02 request export "$odd" --out odd.pdf --reason 举证 >out 2>err
grep -q 'U+1F469' err && echo 'ok what no font can print keeps no evidence back, and is told' || no 'what no font can print keeps no evidence back, and is told' "$(cat out err)"
says 'on the cover too' odd.pdf U+1F469 查验记录〓
refused 'a letter with such a character is refused as ever' U+1F469 sh -c "'$gwgk' --today 2026-04-02 letter issue $odd receipt >/dev/null && '$gwgk' --today 2026-04-02 letter print L2026-0003 --out odd-letter.pdf"
same "today's list on paper has every line of the desk" "$(at 2026-04-02 today --out today.txt >/dev/null; at 2026-04-02 today --json | jq -r '.sections[].rows[].id' | while read -r one; do tr -d ' \r' <today.txt | grep -q -- "$one" || echo "$one"; done)" ''
did body at 2026-04-02 body add --name 样例市档案馆 --kind local --address 样例市档案路9号 --phone 0532-1
case $(at 2026-04-02 sheet print envelope "$id" --party 样例市档案馆 --json | tr -d '\n') in
	*样例市档案路9号*样例市档案馆*) echo 'ok an envelope for another office has its address' ;; *) no 'an envelope for another office has its address' "$(cat out)" ;;
esac
refused 'a third party without an address gets no envelope' 通信地址 at 2026-04-02 sheet print envelope "$id" --party 样例贸易有限公司
refused 'nor somebody whom nobody knows' 都没有 at 2026-04-02 sheet print envelope "$id" --party 某某
is 'an appeal exports its case' at 2026-04-02 appeal export A2026-0001 --out appeal.pdf --reason 举证 --incomplete
is 'the office file is whole' "$gwgk" check
[ "$failed" = 0 ]
