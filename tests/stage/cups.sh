#!/bin/bash
# Printing against a print server of our own: loopback only, started and stopped here. Every fault an office meets must come
# back as one line in the clerk's words. Skipped where the scheduler is not installed.
set -u
gwgk=$PWD/$GWGK_BUILD/gwgk paper=$PWD/$GWGK_BUILD/gwgk-paper
fail=0
ok() { echo "ok cups: $1"; }
bad() { echo "not ok cups: $1: ${2-}" | head -c 2000; echo; fail=1; }
for need in /usr/sbin/cupsd lpadmin cupsdisable cupsreject; do
	command -v "$need" >/dev/null || PATH=$PATH:/usr/sbin command -v "$need" >/dev/null || {
		echo "skip cups: $need is not installed (cups-daemon cups-client)"
		exit 0
	}
done
PATH=$PATH:/usr/sbin

# The scheduler's user must be able to walk to its folder.
D=$(mktemp -d /tmp/gwgk-cups-XXXXXX)
chmod 755 "$D"
pid=
stop() { [ -z "$pid" ] || { kill -CONT "$pid"; kill "$pid"; wait "$pid"; } 2>/dev/null; rm -rf "$D"; }
trap stop EXIT
port=$((20000 + $$ % 12000)) # below those that the system hands out by itself
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
mkdir -p "$D"/{etc,spool/tmp,cache,run,log,out,bin/backend,bin/filter,bin/daemon,bin/notifier}
for d in backend filter daemon notifier; do
	for f in /usr/lib/cups/$d/*; do [ ! -e "$f" ] || ln -sf "$f" "$D/bin/$d/"; done
done
cat >"$D/bin/backend/tee" <<'B'
#!/bin/sh
[ $# = 0 ] && { echo 'direct tee "Unknown" "Test sink"'; exit 0; }
d=${DEVICE_URI#tee:}
[ -e "$d/FAIL" ] && { echo "ERROR: 模拟故障" >&2; exit 1; }
[ -e "$d/STOP" ] && { echo "STATE: +media-empty-error" >&2; echo "ERROR: out of paper" >&2; exit 4; }
echo "STATE: -media-empty-error" >&2
while [ -e "$d/HANG" ]; do sleep 0.1; done
if [ -n "$6" ]; then cat "$6" >"$d/.tmp"; else cat >"$d/.tmp"; fi
printf '%s\n' "title=$3" "copies=$4" "options=$5" >"$d/meta"
printf '%s\n' "$3" >>"$d/log"
mv "$d/.tmp" "$d/prn"
exit 0
B
chmod 755 "$D/bin/backend/tee"
user=lp group=lp system=root
[ "$(id -u)" = 0 ] || { user=$(id -un) group=$(id -gn) system=$(id -gn); }
cat >"$D/etc/cups-files.conf" <<X
ServerRoot $D/etc
RequestRoot $D/spool
TempDir $D/spool/tmp
CacheDir $D/cache
StateDir $D/run
ServerBin $D/bin
DataDir /usr/share/cups
AccessLog $D/log/access_log
ErrorLog $D/log/error_log
PageLog $D/log/page_log
User $user
Group $group
SystemGroup $system
CreateSelfSignedCerts no
X
cat >"$D/etc/cupsd.conf" <<X
Listen 127.0.0.1:$port
LogLevel warn
Browsing Off
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
IdleExitTimeout 0
ErrorPolicy abort-job
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow 127.0.0.1
  </Limit>
</Policy>
X
[ $user != lp ] || { chown root:lp "$D/spool" "$D/spool/tmp" "$D/cache"; chown lp "$D/out"; }
chmod 710 "$D/spool"
chmod 1770 "$D/spool/tmp"
chmod 770 "$D/cache"
export CUPS_SERVER=127.0.0.1:$port
start() {
	cupsd -f -c "$D/etc/cupsd.conf" -s "$D/etc/cups-files.conf" >"$D/log/stdout" 2>&1 &
	pid=$!
	for _ in $(seq 1000); do lpstat -r 2>/dev/null | grep -q 'is running' && break; sleep 0.02; done
}
start
lpadmin -p office -E -v "tee:$D/out" -m raw -o printer-error-policy=abort-job 2>/dev/null
lpadmin -d office 2>/dev/null || { bad "the scheduler runs" "$(cat "$D/log/error_log" "$D/log/stdout")"; exit 1; }

export GWGK_TODAY=2026-03-09
G() { "$gwgk" --db "$D/none.gwgk" printer "$@"; }
run() { # NAME STATUS PART… : out must hold every PART
	local name=$1 want=$2 part
	shift 2
	if [ "$rc" != "$want" ]; then bad "$name" "exit $rc: $out"; return; fi
	for part in "$@"; do [[ $out == *"$part"* ]] || { bad "$name" "$out"; return; }; done
	ok "$name"
}
try() { out=$("$@" 2>&1 3>&1) && rc=0 || rc=$?; }
same() { cmp -s "$2" "$3" && ok "$1" || bad "$1" "$(cmp "$2" "$3" 2>&1)"; }

try G list
run "the queue is listed as the default" 0 office 是 空闲
try G test
run "a page is printed" 0 "office：任务" 已交打印机
G test --out "$D/want.pdf" >/dev/null
same "the printer got the PDF byte for byte" "$D/want.pdf" "$D/out/prn"
out=$(cat "$D/out/meta") rc=0
run "A4 is asked for, unscaled, one copy" 0 title=打印测试页 copies=1 media=iso_a4_210x297mm print-scaling=none
try G test --text
run "text is printed" 0 已交打印机
G test --text --out "$D/want.txt" >/dev/null
same "the printer got GB18030 byte for byte" "$D/want.txt" "$D/out/prn"
try G jobs --json
run "jobs are listed with their uuid" 0 '"uuid":"urn:uuid:' '"state":"done"'
touch "$D/out/FAIL"
try G test
run "a failed job says what the printer said" 1 "打印失败：模拟故障"
rm "$D/out/FAIL"
touch "$D/out/STOP"
try G test
run "a printer without paper leaves the job waiting and says why" 0 等待 缺纸
rm "$D/out/STOP"
cancel -a office
cupsenable office
touch "$D/out/HANG"
SECONDS=0
try "$paper" print office --title x --wait 500 <"$D/want.pdf"
run "a job that takes long is let go" 0 done
[ $SECONDS -le 20 ] && ok "and in time" || bad "and in time" "$SECONDS s"
id=$(awk -F'\t' '$1 == "job" {print $2}' <<<"$out") uuid=$(awk -F'\t' '$1 == "job" {print $3}' <<<"$out")
try "$paper" job office "$id" urn:uuid:00000000-0000-0000-0000-000000000000
run "an id given anew is not taken for the old job" 0 $'job\t'"$id"$'\t\toffice\t0'
try "$paper" cancel office "$id"
run "a hanging job is cancelled" 0 done
rm "$D/out/HANG"
for _ in $(seq 400); do "$paper" job office "$id" "$uuid" 3>&1 | grep -q "office"$'\t'"7" && break; sleep 0.02; done
try "$paper" job office "$id" "$uuid"
run "and is seen cancelled" 0 $'\toffice\t7\t'
cupsdisable office
try G test
run "a stopped queue takes the job and says so" 0 等待 已停用
cancel -a office
cupsenable office
cupsreject office
try G test
run "a rejecting queue is named" 1 不接收打印任务
cupsaccept office
try G test --printer 办公室
run "an unknown queue is named" 1 "没有名为“办公室”的打印机"
try G test --printer -h
run "a queue is never an option" 1 不能以
try G status nowhere
run "status of an unknown queue" 1 没有名为
try G test --printer "tcp:127.0.0.1:1" --text
run "a dead port is named" 1 "tcp:127.0.0.1:1" 对方拒绝
try G test --printer "tcp:127.0.0.1:65537" --text
run "a port that is none is wrong, not dead" 1 "要写成 tcp:主机:9100"
try G test --printer "file:/dev/full" --text
run "a device that is full is named in words" 1 磁盘已满
try G test --printer "file:$D" --text
run "a folder is no device" 1 那是文件夹
try G test --printer "file:$D/nothing" --text
run "a device that is not there is named" 1 没有这个设备
try G test --printer "tcp:127.0.0.1:1"
run "a direct printer takes no PDF" 1 只能打印纯文本
: >"$D/device"
try G test --printer "file:$D/device" --text
run "a device file is written to" 0 "device：已交打印机"
same "byte for byte" "$D/want.txt" "$D/device"

# A request by letter, its receipt on the printer, a batch, a jam.
export GWGK_DB=$D/office.gwgk
L() { "$gwgk" letter "$@"; }
{
	"$gwgk" init --office 青岛海关 --superior 海关总署 --court 青岛市中级人民法院 --prefix 青关公开
	for s in phone=0532-82955555 postcode=266071 address=青岛市市南区香港西路70号 printer=office copies=1; do "$gwgk" setting set "${s%%=*}" "${s#*=}"; done
	for i in 1 2 3; do
		"$gwgk" request register --channel post_signed --arrived 2026-03-02 --signed 2026-03-02 --applicant_kind natural --name "王𠮷祥$i" \
			--id_kind id_card --id_number 370202199001010016 --phone 13800000000 --content "第${i}号处罚决定书"
		L issue "2026-000$i" receipt
	done
	L preview 2026-0001 receipt --out "$D/preview.pdf"
	L print L2026-0001 --out "$D/receipt.pdf"
} >"$D/setup" 2>&1 || bad "an office with three receipts" "$(cat "$D/setup")"
for many in 0 -1 100; do
	try L print L2026-0001 --printer office --copies $many
	run "$many copies are none" 1 份数应在1至99之间
done
try L print L2026-0001 --printer office
run "a receipt goes to the printer" 0 office 已交打印机
same "as the PDF that was written to a file" "$D/receipt.pdf" "$D/out/prn"
[[ $(pdftotext -raw "$D/out/prn" - | tr -d ' \n\f') == *"王𠮷祥1："*"第1号处罚决定书"*"2026年3月30日前"* ]] && ok "its text is the letter's" ||
	bad "its text is the letter's" "$(pdftotext -raw "$D/out/prn" -)"
try L print L2026-0001 --printer office
run "a second time is a reprint" 1 已打印过 副本
try L jam L2026-0001 --reason 卡纸
run "a spoilt sheet is written down" 0 已作废：卡纸
touch "$D/out/FAIL"
try L print L2026-0001 L2026-0002 L2026-0003 --printer office
run "a batch that fails says so" 1 打印失败：模拟故障
rm "$D/out/FAIL"
try L print L2026-0001 L2026-0002 L2026-0003 --printer ''
run "and may be printed again, on the office's printer" 0 "3 份"
try L show L2026-0002 --json
run "with every attempt on record" 0 '"state":"failed"' '"state":"done"' '"place":2,"first_page":3' '"job":"urn:uuid:'
try L resume L2026-0002
run "a jam at the second: the rest goes out once more" 0 office "2 份"
[[ $(pdftotext -raw "$D/out/prn" - | tr -d ' \n\f') == *"第2号处罚决定书"*"第3号处罚决定书"* && $(pdftotext -raw "$D/out/prn" -) != *第1号处罚决定书* &&
	$(pdftotext -raw "$D/out/prn" -) != *副本* ]] && ok "from the second on, as originals" || bad "from the second on, as originals"
try L show L2026-0003 --json
run "the spoilt sheets are on record" 0 '"state":"void"' '第2份卡纸，其后没有印好'
try L show L2026-0001 --json
[ "$(jq "[.prints[]|select(.state==\"void\")]|length" <<<"$out")" = 1 ] && ok "the first stays as it was" || bad "the first stays as it was" "$out"
cat >"$D/story" <<'EOS'
open letters
key Down
action resume
expect 第2份
key Enter
expect 从第 1 份
expect 2 份的纸记为卡纸作废
key F2
wait
expect 2 份，已交打印机
type 9
key Down
type 9
key Enter
expect 标明副本
key Enter
expect 将打印 2 份到 office，作为一个任务
key F2
wait
expect 2 份，已交打印机
refute 选项 2
EOS
try "$gwgk" run "$D/story"
run "from the screen: on after the jam, and two copies as one job" 0
text=$(pdftotext -raw "$D/out/prn" - | tr -d ' \n\f')
[[ $text == *"王𠮷祥1"*"王𠮷祥2"* && $(grep -o 副本 <<<"$text" | wc -l) -ge 2 ]] && ok "oldest case first, each marked" ||
	bad "oldest case first, each marked" "$text"
try L reprint L2026-0002 --printer office --copies 2
run "a reprint in two copies" 0 已交打印机
[[ $(pdftotext -raw "$D/out/prn" -) == *副本* ]] && grep -q '^copies=2' "$D/out/meta" && ok "is marked" || bad "is marked" "$(cat "$D/out/meta")"
"$gwgk" setting set text_profile $'start: 1B 40 1C 26\npage: 0C\nend: 1B 40\ncharset: gb18030' >/dev/null
try L reprint L2026-0003 --printer "file:$D/device" --to gb18030 --copies 1
run "a dot-matrix printer gets its codes" 0 "device，1 份，已交打印机"
[ "$(head -c 4 "$D/device" | od -An -tx1)" = " 1b 40 1c 26" ] && ok "in front" || bad "in front" "$(head -c 16 "$D/device" | od -tx1)"

# Three hundred letters in one job, one PDF; the printer runs out of paper and jams at the 117th.
n=300 jam=117
ref() { printf 'L2026-%04d' $(($1 + 3)); } # the i-th of them
{
	echo '编号,收到渠道,登记日期,收到日期,申请人类别,姓名或名称,所需信息,联系电话'
	for i in $(seq $n); do printf '2026-%04d,当面,,2026-03-05,natural,李䶮%d,第%d号单证,0532-8000%04d\n' $((i + 3)) "$i" "$i" "$i"; done
} >"$D/ledger.csv"
cat >"$D/story" <<'EOS'
open requests
key ^A
key ^K
type 出文书
key Enter
key Enter
key F2
expect 办成 300 件
EOS
{ "$gwgk" request import "$D/ledger.csv" && "$gwgk" run "$D/story"; } >"$D/setup" 2>&1 || bad "the letters of a batch" "$(cat "$D/setup")"
mapfile -t batch < <(for i in $(seq $n); do ref "$i"; echo; done)
prints() { L show "$1" --json | jq -r '[.prints[] | .state + (if .note then " " + .note else "" end)] | join("|")'; }
equal() { [ "$2" = "$3" ] && ok "$1" || bad "$1" "$2"; }
touch "$D/out/STOP"
try L print "${batch[@]}" --printer office
run "three hundred letters wait for paper" 0 "$n 份" 等待 缺纸
try L follow
run "and are asked after" 0 "还没有结果的${n}份" "${n}份还在排队"
rm "$D/out/STOP"
: >"$D/out/log"
try L resume "$(ref $jam)" --reason ''
run "a restart wants its reason" 1 原因
try L resume "$(ref $jam)" --reason 卡纸
run "from the 117th on they are printed again" 0 "$((n - jam + 1)) 份" "从第${jam}份重打" "前面$((jam - 1))份"
cupsenable office
for _ in $(seq 400); do [ -s "$D/out/log" ] && break; sleep 0.05; done
sleep 0.2
equal "once, the old job is cancelled" "$(cat "$D/out/log")" "青关公开〔2026〕$((jam + 3))号 等$((n - jam + 1))份"
pdftotext -raw "$D/out/prn" - | tr -d ' \n\f' | grep -o '第[0-9]*号单证\|副本' | uniq >"$D/got"
# The list shows the newest first; they were issued oldest case first all the same.
for i in $(seq $jam $n); do echo "第${i}号单证"; done >"$D/want"
cmp -s "$D/want" "$D/got" && ok "only those, in their order" || bad "only those, in their order" "$(diff "$D/want" "$D/got" | head -n 5)"
try L follow
run "their fate is written down" 0 "$((n - jam + 1))份已印出"
equal "those before count as printed" "$(prints "$(ref $((jam - 1)))")" "done 从后面一份重打时记为已印出"
equal "the jammed sheet is explained" "$(prints "$(ref $jam)")" "void 第${jam}份卡纸|done 缺纸、已停用"
case $(prints "$(ref $n)") in "void 第${jam}份卡纸，其后没有印好|done"*) ok "and those after it" ;; *) bad "and those after it" "$(prints "$(ref $n)")" ;; esac
try L print "$(ref $((jam + 1)))" --printer office
run "none goes out twice unmarked" 1 已打印过
touch "$D/out/FAIL"
try L reprint "${batch[@]:0:12}" --printer office
run "a batch that fails tells how to go on" 1 打印失败：模拟故障 12份 重打
rm "$D/out/FAIL"

# Both sides of the sheets: each letter begins on a front; the tray that was said; an envelope is asked for by its size.
"$gwgk" setting set printer_tray tray-2 >/dev/null
try L reprint L2026-0001 L2026-0002 --printer office --duplex yes
run "two letters on both sides" 0 已交打印机
one=$(pdfinfo "$D/receipt.pdf" | awk '/^Pages/ {print $2}')
equal "each begins on a front" "$(pdftotext -f $(((one + 1) / 2 * 2 + 1)) -l $(((one + 1) / 2 * 2 + 1)) -raw "$D/out/prn" - | grep -c 王𠮷祥2：)" 1
out=$(cat "$D/out/meta") rc=0
run "with the sides and the tray" 0 sides=two-sided-long-edge media-source=tray-2
"$gwgk" setting set printer_tray '' >/dev/null
try "$gwgk" sheet print labels 2026-0001 --printer office --duplex both
run "sides are yes or no" 1 --duplex
"$gwgk" request change 2026-0001 --address 青岛市中山路9号 --postcode 266001 --reason 补录 >/dev/null 2>&1
"$gwgk" setting set envelope c5 >/dev/null
try "$gwgk" sheet print envelope 2026-0001 --printer office --tray manual
run "an envelope is printed" 0 已送打印机
out=$(cat "$D/out/meta") rc=0
run "on its own size from its own tray" 0 media=iso_c5_162x229mm media-source=manual sides=one-sided
equal "as the page is" "$(pdfinfo "$D/out/prn" | awk '/^Page size/ {printf "%.0fx%.0f", $3 / 72 * 25.4, $5 / 72 * 25.4}')" 229x162

# The power fails with a job in the queue.
cupsdisable office
try L reprint L2026-0004 --printer office
run "a stopped queue keeps the letter" 0 等待 已停用
{ kill -9 $pid; wait $pid; } 2>/dev/null
rm -f "$D"/spool/[cd]*
start
try L follow
run "a job the server forgot is said" 0 1份打印服务已不知道
try L printed L2026-0004 --note 纸在出纸口
run "and settled by who looks" 0 已印出
cupsenable office
try "$gwgk" audit verify
run "and the audit chain holds" 0

# Sheets: nothing is written down for them; as many sets as their kind wants, unless somebody says.
cupsenable office
heard() { "$gwgk" audit head | cut -d: -f1; }
lines=$(heard)
try "$gwgk" setting set copies nosuch=2
run "sets are of a kind there is" 1 没有“nosuch”这种文书
"$gwgk" setting set copies $'2\ndue_list=1' >/dev/null
try "$gwgk" today --printer office
run "today's list is printed" 0 已送打印机
[[ $(pdftotext -raw "$D/out/prn" - | tr -d ' \n') == *今日办件清单* ]] && grep -q '^title=今日办件清单' "$D/out/meta" && ! grep -q '^copies=[2-9]' "$D/out/meta" && ok "once" || bad "once" "$(cat "$D/out/meta")"
try "$gwgk" sheet print application_form --blank --printer office
run "a blank form is printed" 0 已送打印机
grep -q '^copies=2' "$D/out/meta" && ok "in two sets" || bad "in two sets" "$(cat "$D/out/meta")"
try "$gwgk" sheet print registration_sheet 2026-0001 2026-0002 --printer office --copies 1
run "two cases are one job" 0 已送打印机
[[ $(pdftotext -raw "$D/out/prn" - | tr -d ' \n') == *2026-0001*2026-0002* ]] && ! grep -q '^copies=2' "$D/out/meta" && ok "in the number that was said" || bad "in the number that was said" "$(cat "$D/out/meta")"
equal "and no letter heard of it" "$(heard)" $((lines + 1))
"$gwgk" setting set copies 1 >/dev/null
unset GWGK_DB
lpadmin -x office
lpadmin -p other -E -v "tee:$D/out" -m raw 2>/dev/null
try G test
run "no default printer asks which" 1 没有设默认打印机
kill -STOP $pid
SECONDS=0
try G test --printer other
run "a server that hangs is given up" 1 打印服务没有回应
[ $SECONDS -le 20 ] && ok "within its time" || bad "within its time" "$SECONDS s"
kill -CONT $pid
kill $pid
wait $pid 2>/dev/null
pid=
SECONDS=0
try G test --printer other
run "no server is said" 1 打印服务没有运行
[ $SECONDS -le 20 ] && ok "and not after a minute" || bad "and not after a minute" "$SECONDS s"
export GWGK_DB=$D/office.gwgk
"$gwgk" request register --channel in_person --applicant_kind natural --name 赵㐂 --phone 13800000000 --content 单证 >/dev/null 2>&1
L issue 2026-0304 receipt >/dev/null
SECONDS=0
try L print L2026-0304 --printer office
run "nor to a letter" 1 打印服务没有运行
[ $SECONDS -le 20 ] && ok "as soon" || bad "as soon" "$SECONDS s"
equal "the letter stands, unprinted" "$(L show L2026-0304 --json | jq -c '[.state,.prints]')" '["issued",[]]'
start
lpadmin -p office -E -v "tee:$D/out" -m raw 2>/dev/null
try L print L2026-0304 --printer office
run "and is printed when the server is back" 0 已交打印机
exit $fail
