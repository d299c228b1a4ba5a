#!/bin/bash
# Three hundred letters: issued from the option column in one go, printed as one job, the printer jams at the 117th, and the rest goes out once
# more; what came out before the jam is left alone, every spoilt sheet is explained, nothing is lost when going on is itself cut off.
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-batch-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp LC_ALL=C.UTF-8 GWGK_TODAY=2026-03-09 GWGK_DB=$tmp/o.gwgk
unset TERM GWGK_KEYS XDG_DATA_HOME XDG_CACHE_HOME SSH_CONNECTION
fail=0
say() { # OK NAME
	if [ "$1" = 0 ]; then echo "ok letter-batch: $2"; else echo "not ok letter-batch: $2"; fail=1; fi
}
is() { # NAME GOT WANTED
	[ "$2" = "$3" ]
	say $? "$1"
	[ "$2" = "$3" ] || echo "# got \"$2\", wanted \"$3\""
}
n=300 jam=117 device=$tmp/device

"$gwgk" init --office 黄岛海关 --superior 青岛海关 --prefix 黄关 >/dev/null
for kv in court=人民法院 address=1号 postcode=266500 phone=0532-80001000 email=a@b.cn hours=8:30 fax=1; do
	"$gwgk" setting set "${kv%%=*}" "${kv#*=}" >/dev/null
done
{
	echo '编号,收到渠道,登记日期,收到日期,申请人类别,姓名或名称,所需信息,联系电话,通信地址'
	for ((i = 1; i <= n; i++)); do printf '2026-%04d,当面,,2026-03-05,natural,申请人%d,第%d份合同,0532-8000%04d,青岛市%d号\n' $i $i $i $i $i; done
} >"$tmp/ledger.csv"
"$gwgk" request import "$tmp/ledger.csv" >/dev/null
say $? "three hundred requests"

cat >"$tmp/story" <<'END'
open requests
key ^A
expect 已标 300
key ^K
type 出文书
key Enter
expect 选项 300
key Enter
expect 6 出具文书  300 件
key F2
expect 办成 300 件
refute 选项 300
refute 已标
END
"$gwgk" run "$tmp/story" >"$tmp/out" 2>&1
say $? "one confirmation issues them all"
is "numbered without a gap" "$("$gwgk" letter list --json | jq -r '[.[].id]|sort|[.[0],.[-1],length]|join(" ")')" "L2026-0001 L2026-0300 300"
is "each with its own line in the log" "$("$gwgk" audit list --json --limit 400 2>/dev/null | jq '[.[]|select(.verb=="letter.issue")]|length')" 300

mapfile -t refs < <("$gwgk" letter list --json | jq -r '.[].id' | sort)
: >"$device"
"$gwgk" letter print "${refs[@]}" --printer "file:$device" --to gb18030 --copies 1 >"$tmp/out" 2>&1
say $? "one job"
whole=$(iconv -f GB18030 -t UTF-8 "$device" | grep -o '第[0-9]*份合同' | uniq | wc -l)
is "with all of them" "$whole" $n
prints() { "$gwgk" letter show "$1" --json | jq -c '[.prints[]|.state]'; }

# The sheet in the printer is the 117th.
: >"$device"
"$gwgk" letter resume "L2026-0$jam" >"$tmp/out" 2>&1
say $? "on from the 117th, to the same printer in the same code"
grep -q "$((n - jam + 1)) 份" "$tmp/out"
say $? "which says how many"
iconv -f GB18030 -t UTF-8 "$device" >"$tmp/again"
again=$(grep -o '第[0-9]*份合同' "$tmp/again" | uniq | wc -l)
is "the rest and nothing else" "$again" $((n - jam + 1))
! grep -q 副本 "$tmp/again"
say $? "as originals"
is "the 116th stays as it was" "$(prints L2026-0116)" "$(prints L2026-0001)"
is "the 117th was spoilt and printed again" "$(prints "L2026-0$jam" | jq -c '.[-2:]|[.[0]]')" '["void"]'
is "with its place in the job" "$("$gwgk" letter show "L2026-0$jam" --json | jq -r '[.prints[]|select(.state=="void")|.note]|join(",")')" 第117份卡纸
is "and so was the last" "$("$gwgk" letter show L2026-0300 --json | jq -r '[.prints[]|select(.state=="void")|.note]|join(",")')" 第117份卡纸，其后没有印好

# Killed while it goes on, again and again: the sheets written down, or not; done again it does what is missing, and each letter has one sheet that stands.
for cut in 0.25 0.15 0.1 0.05; do
	"$gwgk" letter resume L2026-0250 --reason 断电 >"$tmp/out" 2>&1 &
	pid=$!
	sleep $cut
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
done
: >"$device"
"$gwgk" letter resume L2026-0250 --reason 断电 >"$tmp/out" 2>&1
say $? "going on again after a kill"
is "each letter's last attempt stands" "$(for i in 0001 0117 0249 0250 0260 0275 0290 0300; do prints "L2026-$i" | jq -r '.[-1]'; done | sort -u | tr '\n' ' ' | sed 's/ $//')" \
	"$(prints L2026-0001 | jq -r '.[-1]')"

# What the desk shows of a long job: how many of how many are drawn, before all else that is said; nobody else is bothered with it.
"$gwgk" --progress letter reprint L2026-0005 L2026-0006 L2026-0007 --out "$tmp/three.pdf" >"$tmp/out" 2>&1
is "the last of three is told" "$(tr '\036' '@' <"$tmp/out" | grep '^@' | tail -n 1)" '@已排版 3/3'
is "and then the result" "$(tail -n 1 "$tmp/out" | grep -c '^已写入')" 1
is "not unless asked" "$("$gwgk" letter reprint L2026-0005 L2026-0006 --out "$tmp/two.pdf" | grep -c 已排版)" 0

# Many letters in one command: cut off after the first and given again under its id it does the rest; given anew, what is done keeps nothing back.
cmd=00112233445566778899aabbccddeeff
"$gwgk" --cmd $cmd letter jam L2026-0001 --reason 皱了 >"$tmp/out" 2>&1
"$gwgk" --cmd $cmd letter jam L2026-0001 L2026-0002 L2026-0003 --reason 皱了 >"$tmp/out" 2>&1
say $? "a command of several letters goes on under its id"
is "each once" "$(prints L2026-0001) $(prints L2026-0003)" '["void"] ["void"]'
"$gwgk" letter jam L2026-0002 L2026-0004 --reason 皱了 >"$tmp/out" 2>&1
is "what was done before is said" "$? $(grep -c '记下1份，1份没有记：.*已经作废' "$tmp/out")" "1 1"
is "and keeps none back" "$(prints L2026-0004)" "$(prints L2026-0002)"
# A print command whose answer was lost on the way, given again under its id: nothing comes out a second time, and the answer is that of the first.
cmd=00112233445566778899aabbccddee00
first=$("$gwgk" --cmd $cmd letter print L2026-0001 L2026-0003 --printer "file:$device" --to gb18030 --json)
: >"$device"
again=$("$gwgk" --cmd $cmd letter print L2026-0001 L2026-0003 --printer "file:$device" --to gb18030 --json)
is "a print given again under its id prints nothing" "$(wc -c <"$device") $(jq -c '[.printer,.state,.letters]' <<<"$again")" "0 $(jq -c '[.printer,.state,.letters]' <<<"$first")"
"$gwgk" --cmd $cmd letter print L2026-0004 --printer "file:$device" --to gb18030 --json >"$tmp/out" 2>&1
is "for other letters it is another command" "$(jq -r .error.code "$tmp/out")" CONFLICT
cmd=00112233445566778899aabbccddee01
first=$("$gwgk" --cmd $cmd letter resume L2026-0003 --reason 卡纸 --json)
: >"$device"
again=$("$gwgk" --cmd $cmd letter resume L2026-0003 --reason 卡纸 --json)
is "nor does going on after a jam" "$(wc -c <"$device") $again" "0 $first"
"$gwgk" audit verify >/dev/null
say $? "the log is whole"
"$gwgk" check >/dev/null
say $? "the office agrees with itself"
[ $fail = 0 ] || sed 's/^/# /' "$tmp/out" | head -n 40
exit $fail
