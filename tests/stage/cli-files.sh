#!/bin/bash
# Files that a command makes or takes: backups and their way back, tables that come in, registers that go out.
set -u
. tests/stage/lib/office.sh
cd "$work" || exit 1
export GWGK_TODAY=2026-03-02
j() { "$gwgk" "$@" --json 2>/dev/null </dev/null; }
refused() { # NAME CODE FIELD COMMAND…
	local name=$1 want="$2|$3" rc=0
	shift 3
	"$@" --json >out 2>err </dev/null || rc=$?
	if [ $rc = 1 ] && [ ! -s out ] && [ "$(jq -r '[.error.code,(.error.field//"")]|join("|")' err)" = "$want" ]; then
		ok "$name"
	else
		no "$name" "rc $rc, stderr $(head -c 300 err), stdout $(head -c 100 out)"
	fi
}
"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null

# --- backup, restore, check -----------------------------------------------------------------------------------------------------------
refused 'a backup to a disk that is not there' MISSING '' "$gwgk" backup "$work/mnt/usb/copy.gwgk"
is 'makes no folder in its place' "$(ls -d mnt 2>/dev/null)" ''
is 'the usual place is made' "$(j backup | jq -r .path | xargs dirname)" "$work/backup"
"$gwgk" backup copy.gwgk >/dev/null
refused 'a backup that is not there' MISSING '' "$gwgk" restore nosuch.gwgk
"$gwgk" restore nosuch.gwgk 2>&1 | grep -q init && no 'and is no reason to make an office' init
"$gwgk" setting set phone 1 >/dev/null
kept=$(j restore copy.gwgk | jq -r .kept)
is 'what was replaced is kept, and named' "$(j --db "$kept" setting get phone | jq -r .value)$(j setting get phone | jq -r .value)" '1null'
is 'without a word when it is the same office' "$("$gwgk" restore copy.gwgk 2>&1 >/dev/null)" ''
"$gwgk" --db other.gwgk init --office 别的海关 >/dev/null; "$gwgk" --db other.gwgk backup other-copy.gwgk >/dev/null
is 'the file of another office is said' "$("$gwgk" restore other-copy.gwgk 2>&1 >/dev/null | grep -c '另一个办公文件（别的海关）')" 1
"$gwgk" restore copy.gwgk >/dev/null 2>&1
chmod 644 office.gwgk
is 'a file that others may read is told of' "$("$gwgk" check | grep -c 'chmod 600')" 1
chmod 600 office.gwgk
is 'and one that they may not is not' "$("$gwgk" check | grep -c 'chmod 600')" 0

# --- tables that come in ----------------------------------------------------------------------------------------------------------------
printf 'name,code\n甲科,1\n乙科,2\n' >units.csv
is 'differences in JSON too' "$(j unit import units.csv --dry-run | jq -c '[.added,.changed,.differences]')" '[2,0,["新增 甲科","新增 乙科"]]'
"$gwgk" unit import units.csv >/dev/null
printf 'name,code\n甲科,8\n甲科,9\n' >twice.csv
refused 'one thing said twice in one file' INPUT name "$gwgk" unit import twice.csv
printf 'name,code\n丙科,3\n甲科,2\n' >taken.csv
refused 'a code that another has' INPUT code "$gwgk" unit import taken.csv
is 'in the words of a clerk' "$("$gwgk" unit import taken.csv 2>&1 | grep -c -i 'unique\|constraint\|office.gwgk')" 0
is 'and nothing came in' "$(j unit list | jq -r '[.[].name]|join(" ")')" '甲科 乙科'
printf 'item,element,title,formed\n行政处罚,2,决定甲,2026-02-27\n9,2,决定乙,2026-02-27\n' >infos.csv
is 'an item by its name, as in a form' "$("$gwgk" info import infos.csv | tail -1) $(j info list | jq -c '[.[].item]')" '新增 2 条信息，0 次公开，0 行已有 [9,9]'
is 'twice is once' "$("$gwgk" info import infos.csv >/dev/null; j info list | jq length)" 2

# --- what goes out --------------------------------------------------------------------------------------------------------------------
"$gwgk" request register --channel in_person --applicant_kind natural --name '=1+1' --content $'@SUM(A1)\n第二行' --purpose '＋全角' --phone 13912345678 >/dev/null 2>&1
"$gwgk" correction register --channel in_person --applicant_kind natural --name 王 --record 记录 --claim 改 >/dev/null
"$gwgk" body add --name 信访局 --kind petition >/dev/null
for f in utf-8 gb18030; do
	"$gwgk" register show requests --out $f.csv --encoding $f >/dev/null
	iconv -f $f -t utf-8 $f.csv | sed 's/^\xEF\xBB\xBF//' >$f.txt
	"$gwgk" register show requests --csv --encoding $f | iconv -f $f -t utf-8 >$f.out
done
is 'a register in GB18030 says the same' "$(cmp utf-8.txt gb18030.txt && cmp utf-8.out gb18030.out && echo same) $(head -c 3 utf-8.csv | od -An -tx1)" 'same  ef bb bf'
is 'no cell begins as a formula' "$(tr ',' '\n' <utf-8.txt | tr -d '"\r' | grep -c '^[=+@-]')" 0
is 'the telephone is masked' "$(grep -c 13912345678 utf-8.txt) $(grep -c '139\*\*\*\*5678' utf-8.txt)" '0 1'
refused 'an encoding for a spreadsheet' INPUT encoding "$gwgk" register show requests --out a.xlsx --encoding gb18030
refused 'a dash is no file name' INPUT out "$gwgk" register show requests --out -
is 'and none is made' "$(ls ./- 2>/dev/null)" ''
refused 'an unknown encoding' INPUT encoding "$gwgk" register show requests --csv --encoding ebcdic
is 'codes and numbers in CSV' "$("$gwgk" body list --csv | tail -1 | cut -d, -f3) $("$gwgk" correction list --csv | tail -1 | cut -d, -f5) $(j correction list | jq '.[0].left')" 'petition 20 20'
is 'no due date, no days left' "$(j today | jq '[.sections[].rows[]|select(.due==null and .left!=null)]|length')" 0
refused 'a time of day that is none' INPUT time "$gwgk" register add calls --on . --content 问 --time 25:00
is 'a time of day' "$(j register add calls --on . --content 问 --time 9:30 | jq -r .time)" 9:30
exit $failed
