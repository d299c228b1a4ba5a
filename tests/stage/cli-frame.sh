#!/bin/bash
# The frame of the command line: exit codes, global options, words over SSH.
set -u
gwgk=$PWD/$GWGK_BUILD/gwgk
fail=0
check() { # NAME WANTED-STATUS WANTED-OUTPUT-PART COMMAND…
	local name=$1 want=$2 part=$3 out rc
	shift 3
	out=$("$@" 2>&1) && rc=0 || rc=$?
	if [ "$rc" = "$want" ] && [[ $out == *"$part"* ]]; then
		echo "ok cli-frame: $name"
	else
		echo "not ok cli-frame: $name (exit $rc): $out"
		fail=1
	fi
}
ssh_line() { SSH_ORIGINAL_COMMAND=$1 "$gwgk"; }

check "help lists nouns" 0 help "$gwgk" help
check "unknown noun is usage" 2 没有「甲」这个名词 "$gwgk" 甲
check "unknown noun to help is refused" 1 没有「甲」 "$gwgk" help 甲
check "refusal in JSON" 1 '"code":"MISSING"' "$gwgk" help 甲 --json
check "bytes that are not UTF-8 are named" 1 '第 2 个参数' "$gwgk" help $'\xff\xfe'
check "a lacking value is usage" 2 '--db' "$gwgk" help --db
check "a bad day is refused" 1 today "$gwgk" --json --today 2026-02-30 help
check "bad GWGK_TODAY is refused" 1 GWGK_TODAY env GWGK_TODAY=x "$gwgk" help
check "a line over SSH is split by us" 0 '用法' ssh_line 'gwgk help "help"'
check "nothing of it reaches a shell" 1 '没有「$(id)」' ssh_line 'help $(id)'
check "global options over SSH are refused" 1 '远程命令中不能使用 --db' ssh_line 'help --db /tmp/x'
check "an open quote over SSH is refused" 1 引号 ssh_line 'help "x'
check "a closed output is an error" 1 写出 sh -c "\"$gwgk\" help >/dev/full"
# The reader is gone before the first byte.
check "a reader that had enough is none" 0 "" sh -c "
	{ while [ ! -e \"$TMPDIR/reader-gone\" ]; do sleep 0.01; done; \"$gwgk\" doc fields; echo \$? >\"$TMPDIR/reader-rc\"; } |
		{ exec <&-; : >\"$TMPDIR/reader-gone\"; }
	exit \$(cat \"$TMPDIR/reader-rc\")"
exit $fail
