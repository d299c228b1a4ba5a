#!/bin/bash
# gwgk date and gwgk calendar: golden dates, shapes, batch, and a notice taken into an office.
set -u
gwgk=$PWD/$GWGK_BUILD/gwgk
fail=0
cd "$TMPDIR" || exit 1
unset GWGK_DB
export HOME=$TMPDIR/date-home
mkdir -p "$HOME"
is() { # NAME WANTED GOT
	if [ "$2" = "$3" ]; then
		echo "ok date: $1"
	else
		echo "not ok date: $1: wanted $2, got $3"
		fail=1
	fi
}
refused() { # NAME WANTED-TEXT COMMAND…
	local name=$1 part=$2 out rc
	shift 2
	out=$("$@" 2>&1) && rc=0 || rc=$?
	[[ $rc = 1 && $out == *"$part"* ]] && is "$name" 1 1 || is "$name" "$part" "$rc $out"
}
due() { "$gwgk" --json date due "$@" | jq -r '[.due, (.provisional|tostring), (.missing|join(","))] | join(" ")'; }

is "the court's date of 2022" "2022-11-02 false " "$(due 2022-09-30 20)"
is "its ledger" "20 2022-10-08:makeup:1" "$("$gwgk" --json date due 2022-09-30 20 |
	jq -r '"\([.ledger[].counted] | max) \(.ledger[] | select(.date == "2022-10-08") | "\(.date):\(.kind):\(.counted)")"')"
is "over the end of the loaded years" "2027-01-18 true 2027 年放假安排" "$(due 2026-12-20 20)"
is "calendar days roll" "2026-10-08 false " "$(due 2026-08-03 60 --unit calendar)"
is "or do not" "2026-10-02 false " "$(due 2026-08-03 60 --unit calendar --no-roll)"
is "plain arithmetic is never provisional" "2027-06-18 false " "$(due 2026-11-30 200 --unit calendar --no-roll)"
is "a thousand days" "2013-01-05 false " "$(due 2009-01-04 1000)"
is "keys of the answer" "start,n,unit,due,provisional,missing,ledger" "$("$gwgk" --json date due 2026-03-02 1 | jq -r 'keys_unsorted | join(",")')"
is "keys of a line" "date,weekday,kind,name,counted" "$("$gwgk" --json date due 2026-03-02 1 | jq -r '.ledger[0] | keys_unsorted | join(",")')"
is "a clerk's forms of a day" "2026-03-09 false " "$("$gwgk" --json --today 2026-03-03 date due 0302 5 | jq -r '[.due, (.provisional|tostring), ""] | join(" ")')"
is "from today" "2026-03-10" "$("$gwgk" --json --today 2026-03-03 date due . 5 | jq -r .due)"
is "counting" "248" "$("$gwgk" --json date count 2025-12-31 2026-12-31 | jq .count)"
is "counting for people" "19 个工作日（2026-03-02 次日至 2026-03-27）" "$("$gwgk" date count 2026-03-02 2026-03-27)"
is "a day and why" "2026-10-10 周六 上班·国庆节调休" "$("$gwgk" date show 2026-10-10)"
is "a day as data" "6 true makeup 国庆节" "$("$gwgk" --json date show 2026-10-10 | jq -r '"\(.weekday) \(.working_day) \(.kind) \(.name)"')"
is "first line for people" "2022-11-02 周三（自 2022-09-30 起 20 个工作日）" "$("$gwgk" date due 2022-09-30 20 | head -n 1)"

printf '2022-09-30\t20\r\n\n2026-12-20\t20\n２０２６年３月２日\t7\textra\n' >batch.tsv
is "batch" "2022-09-30	20	2022-11-02	|2026-12-20	20	2027-01-18	P|2026-03-02	7	2026-03-11	" "$("$gwgk" date due --batch batch.tsv | paste -sd'|')"
is "batch as data" "2027-01-18 true" "$("$gwgk" --json date due --batch batch.tsv | jq -r '.[1] | "\(.due) \(.provisional)"')"
is "batch as CSV" "2026-12-20,20,2027-01-18,P" "$("$gwgk" --csv date due --batch batch.tsv | sed -n 3p | tr -d '\r')"
printf '2022-09-30\t20\n2022-09-31\t20\n' >bad.tsv
refused "a wrong line is named and nothing printed" "第 2 行" "$gwgk" date due --batch bad.tsv
is "nothing printed" "" "$("$gwgk" date due --batch bad.tsv 2>/dev/null)"
refused "before 2004" "2004-01-01" "$gwgk" date due 2003-12-31 1
refused "no such day" "日" "$gwgk" date due 2026-02-30 1
refused "too long" "1000" "$gwgk" date due 2026-02-03 1001
refused "no number" "天数" "$gwgk" date due 2026-02-03 x
refused "a missing batch file" "没有这个文件" "$gwgk" date due --batch none.tsv
"$gwgk" date due 2026-02-03 >/dev/null 2>&1; is "too few words is usage" 2 $?
"$gwgk" date due 2026-02-03 5 --wrong x >/dev/null 2>&1; is "an unknown option is usage" 2 $?

"$gwgk" calendar export >all.tsv
cmp -s all.tsv "$OLDPWD/db/seed/cn-workdays.tsv" && is "export is the table itself" 1 1 || is "export is the table itself" same different
is "a year" "true 248 39" "$("$gwgk" --json calendar show 2026 | jq -r '"\(.loaded) \(.working_days) \(.days | length)"')"
is "a year that is not loaded" "false 0" "$("$gwgk" --json calendar show 2027 | jq -r '"\(.loaded) \(.days | length)"')"
refused "no such year" "2004 到 2999" "$gwgk" calendar show 1999

export GWGK_DB=$TMPDIR/date.db
"$gwgk" init --office 测试海关 >/dev/null || exit 1
"$gwgk" --today 2026-12-14 request register --channel in_person --arrived 2026-12-14 --applicant_kind natural --name 张三 --content 某件事 >/dev/null
is "a request over new year" "2027-01-12 true" "$("$gwgk" --today 2026-12-14 --json request clock 2026-0001 | jq -r '"\(.due) \(.provisional)"')"
cat >2027.tsv <<'END'
date	kind	name	source
2026-12-31	holiday	元旦	国办发明电〔2026〕9号
2027-01-01	holiday	元旦	国办发明电〔2026〕9号
2027-01-02	holiday	元旦	国办发明电〔2026〕9号
2027-01-04	holiday	元旦	国办发明电〔2026〕9号
2027-01-09	workday	元旦	国办发明电〔2026〕9号
2027-05-01	holiday	劳动节	国办发明电〔2026〕9号
2027-10-01	holiday	国庆节	国办发明电〔2026〕9号
2027-10-02	holiday	国庆节	国办发明电〔2026〕9号
2027-10-03	holiday	国庆节	国办发明电〔2026〕9号
END
is "a trial run" "true 5" "$("$gwgk" --json calendar import 2027.tsv --dry-run | jq -r '"\(.dry_run) \(.changed | length)"')"
is "a trial run tells what would move" "2026-0001 2027-01-12 2027-01-13" "$("$gwgk" --json calendar import 2027.tsv --dry-run |
	jq -r '.moved[] | select(.clock == "answer") | "\(.id) \(.old) \(.new)"')"
printf '日期,星期,种类,名称,文号\r\n2026/12/31,周四,放假,元旦,9号\r\n2027年1月1日,周五,放假,元旦,9号\r\n2027/1/9,周六,上班,元旦,9号\r\n' >words.csv
iconv -f UTF-8 -t GB18030 words.csv >words-gb.csv
is "a clerk's own sheet, UTF-8" "2026-12-31 2027-01-09" "$("$gwgk" --json calendar import words.csv --dry-run 2>/dev/null | jq -r '[.changed[:2][].date] | join(" ")')"
is "and GB18030" "2026-12-31 2027-01-09" "$("$gwgk" --json calendar import words-gb.csv --dry-run 2>/dev/null | jq -r '[.changed[:2][].date] | join(" ")')"
is "told in words" "2026-12-31 工作日 节假日 元旦" "$("$gwgk" calendar import words.csv --dry-run 2>/dev/null | awk '$1 == "2026-12-31" {print $1, $2, $3, $4}')"
is "changes nothing" "false" "$("$gwgk" --json calendar show 2027 | jq .loaded)"
is "a notice lists what it moved" "request 2026-0001 answer 2027-01-12 2027-01-13 true false" "$("$gwgk" --json calendar import 2027.tsv |
	jq -r '.moved[] | select(.clock == "answer") | "\(.kind) \(.id) \(.clock) \(.old) \(.new) \(.was_provisional) \(.provisional)"')"
is "the case follows" "2027-01-13 false" "$("$gwgk" --today 2026-12-14 --json request clock 2026-0001 | jq -r '"\(.due) \(.provisional)"')"
is "and so does the calculator" "2027-01-19 false " "$(due 2026-12-20 20)"
is "twice changes nothing" "0 0" "$("$gwgk" --json calendar import 2027.tsv | jq -r '"\(.changed | length) \(.moved | length)"')"
"$gwgk" calendar export | grep -v '^2026-10-' | sed 's/〔2025〕7号/〔2026〕1号/' >less.tsv
"$gwgk" calendar import less.tsv >/dev/null 2>&1
is "a year given anew takes back what it leaves out" "true work" "$("$gwgk" --json date show 2026-10-07 | jq -r '"\(.working_day) \(.kind)"')"
is "and keeps it as history" "2026-10-07 国办发明电〔2026〕1号" "$(sqlite3 "$GWGK_DB" "SELECT date || ' ' || superseded_by FROM calendar_day WHERE date='2026-10-07'")"
"$gwgk" calendar import all.tsv >/dev/null 2>&1
is "the old notice given again is in force again" "false holiday" "$("$gwgk" --json date show 2026-10-07 | jq -r '"\(.working_day) \(.kind)"')"
printf 'date\tkind\tname\tsource\n2028-05-01\tholiday\t劳动节\t9号\n' >2028.tsv
refused "half a year" "2028 年没有 1 月 1 日" "$gwgk" calendar import 2028.tsv
printf 'date\tkind\tname\tsource\n2027-01-05\tworkday\t元旦\t9号\n' >wrong.tsv
refused "a make-up day on a Tuesday" "第 2 行" "$gwgk" calendar import wrong.tsv
"$gwgk" audit verify >/dev/null; is "the audit chain holds" 0 $?
"$gwgk" check >/dev/null; is "and so does the file" 0 $?
printf 'x' >"$TMPDIR/broken.db"
refused "a named office file that is none" "" env GWGK_DB="$TMPDIR/broken.db" "$gwgk" date due 2026-03-02 5
exit $fail
