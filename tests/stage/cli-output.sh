#!/bin/bash
# What the command line says, where and in which form: one JSON value, a CSV header, one line on stderr, for every command that has something to say.
set -u
keymaps=$PWD/keymaps
. tests/stage/lib/office.sh
cd "$work" || exit 1
export GWGK_TODAY=2026-03-02
j() { "$gwgk" "$@" --json 2>/dev/null </dev/null; }
refused() { # NAME CODE FIELD COMMAND…
	local name=$1 want="$2|$3" rc=0
	shift 3
	"$@" --json >out 2>err </dev/null || rc=$?
	if [ $rc = 1 ] && [ ! -s out ] && [ "$(wc -l <err)" = 1 ] && [ "$(jq -r '[.error.code,(.error.field//"")]|join("|")' err)" = "$want" ]; then
		ok "$name"
	else
		no "$name" "rc $rc, stderr $(head -c 300 err), stdout $(head -c 100 out)"
	fi
}

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null
"$gwgk" setting set phone 0532-82955000 >/dev/null
id=$(j request register --channel in_person --applicant_kind natural --name 王小明 --content 冻品查验记录 --arrived 2026-02-27 | jq -r .id)
"$gwgk" letter issue "$id" receipt >/dev/null
"$gwgk" info register --item 9 --element 2 --title 决定甲 --formed 0227 >/dev/null
"$gwgk" unit add --name 查验科 --code CY >/dev/null
"$gwgk" operator add wang --roles clerk >/dev/null
"$gwgk" template show receipt >own.letter

# --- every command ------------------------------------------------------------------------------------------------------------
n=0
while read -r line; do
	n=$((n + 1))
	"$gwgk" ${line//@/$n} --json >out 2>err </dev/null || no "$line --json" "exit $? $(head -c 200 err)"
	[ "$(jq -s length out 2>/dev/null)" = 1 ] && [ ! -s err ] || no "$line --json" "is not one value: $(head -c 100 out) $(head -c 200 err)"
done <<'END'
help
help request
doc
doc states
date show 2026-03-02
date count 2026-03-02 2026-03-05
calendar show 2026
calendar export
check
audit head
audit verify
audit list
backup b@.gwgk
setting list
setting get office
setting set fax 0532-@
operator list
operator keys
operator change wang --name 王
operator role wang clerk
template list
template check own.letter
template install own.letter
template retire receipt
keys list
today
who 9
search 查验
catalogue list
catalogue check
catalogue versions
catalogue diff 2020-01-01
catalogue export
catalogue export --out c@.tsv
unit list
unit show 查验科
info list
info overdue
info show I2026-0001
request list
request show 2026-0001
request clock 2026-0001
correction list
appeal list
letter kinds
letter list
letter show L2026-0001
letter check
letter preview 2026-0001 receipt
letter print L2026-0001 --to text --out l@.txt
register list
register show requests
register show requests --out r@.csv
register show statistics
sheet list
sheet print deadline_sheet 2026-0001
END
is 'every command answers with one JSON value' "$((n > 50))" 1
for row in 'id,text:letter check' 'out,rows:register show requests --out r.csv' 'out,rows:catalogue export --out c.tsv' 'out,rows:letter print L2026-0001 --to text --out l.txt'; do
	first=$("$gwgk" ${row#*:} --csv 2>/dev/null | head -1 | tr -d '\r')
	[ "$first" = "${row%%:*}" ] || no "csv ${row#*:}" "header $first"
done

# --- a check that finds faults: exit 1, all of them on stdout, the first on stderr ---------------------------------------------------
printf 'global F1 nosuch\nnowhere F2 help\n' >bad.keys
refused_check() { # NAME COMMAND…
	local name=$1 rc=0
	shift
	"$@" >out 2>err </dev/null || rc=$?
	is "$name" "$rc $(wc -l <err) $([ -s out ] && echo said)" '1 1 said'
	"$@" --json >out 2>err </dev/null
	is "$name, in JSON" "$(jq -r '.error.code' err) $(jq -s length out)" 'SYSTEM 1'
}
refused_check 'keys check' "$gwgk" keys check bad.keys
"$gwgk" keys check bad.keys 2>err >out; is 'each fault with file and line' "$(grep -o '^bad.keys:2:' out | sort -u) $(grep -c '^gwgk: bad.keys:1：' err)" 'bad.keys:2: 1'
echo x >bad.letter; refused_check 'template check' "$gwgk" template check bad.letter
head=$(j audit head | jq -r '"\(.seq):\(.hash)"')
"$gwgk" audit verify --head "${head%????????}00000000" --json >out 2>err; is 'audit verify, in JSON' "$? $(jq -r '.error.code' err) $(jq .ok out)" '1 SYSTEM false'
refused 'a key map that is not there is not listed as another' INPUT '' "$gwgk" keys list nosuch

# --- words ---------------------------------------------------------------------------------------------------------------------
refused 'a negative limit' INPUT limit "$gwgk" request list --limit -5
refused 'a limit of nothing' INPUT limit "$gwgk" audit list --limit 0
is 'a number may be typed in full width' "$(j request list --limit １ | jq length)" 1
is 'several words are one search' "$(j search 冻品 查验 | jq -r '.[0].id')" "$id"
is 'a line break in a name of one line' "$(j unit add --name $'青岛\n海关' | jq -r .name)$(j unit add --name $'A\nB' | jq -r .name)" 青岛海关A\ B
"$gwgk" setting set reminders $'5,3\nthird_party=3,1' >/dev/null
is 'lines of a value stay apart in a list' "$("$gwgk" setting list | grep -c '5,3 third_party=3,1')" 1

# --- the log: a mistyped filter finds no peace -----------------------------------------------------------------------------------------
refused 'an unknown outcome of the log' INPUT outcome "$gwgk" audit list --outcome bogus
refused 'an unknown verb of the log' INPUT verb "$gwgk" audit list --verb request.bogus
refused 'an unknown operator of the log' MISSING '' "$gwgk" audit list --operator nobody
refused 'a row without what it is a row of' INPUT id "$gwgk" audit list --id 1
refused 'a case that is not there' MISSING '' "$gwgk" audit list --id 2026-9999
is 'lines of a case by its number' "$(j audit list --id "$id" | jq -r '[.[].verb]|join(" ")')" 'letter.issue request.register'
is 'and by number and verb' "$(j audit list --id "$id" --verb request.register | jq length) $(j audit list --subject request --id 1 --outcome refused | jq length)" '1 0'
is 'of an information' "$(j audit list --id I2026-0001 | jq -r '.[0].verb')" info.register

# --- standard input, stories, the account's home -----------------------------------------------------------------------------------------
is 'an import from standard input' "$(printf 'name,code\n监管科,JG\n' | "$gwgk" unit import - | tail -1)" '新增 1，修改 0'
is 'a story from standard input' "$(printf 'screen\n' | "$gwgk" run - | head -1)" '=== 80x24'
printf 'key F5*99999999999\n' >endless.story
refused 'a key pressed for ever' INPUT '' timeout 20 "$gwgk" run endless.story
refused 'a size that is none' INPUT size "$gwgk" run endless.story --size 0x0
is 'without HOME the home of the account' "$(env -u HOME -u GWGK_DB -u XDG_DATA_HOME "$gwgk" today 2>&1 | grep -c "$(getent passwd "$(id -u)" | cut -d: -f6)/.local/share/gwgk/office.gwgk")" 1
# Each option of each verb stands in its line of usage; a registration and a change take every field of the record.
"$gwgk" help request --json | jq -r '.usage as $u | .verbs[] | select(.name | IN("register", "change", "import", "export", "archive_override") | not) | .name as $v |
	($u | split("\nrequest ") | map(select(startswith($v + " "))) | join(" ")) as $line | .options[].name | select(. as $n | $line | test("--" + $n + "[] ]") | not) | $v + " --" + .' >"$work/untold"
is 'help of a verb names its options' "$(cat "$work/untold")" ''
is 'an override is typed as it is told' "$("$gwgk" help request | grep -c '^  gwgk request archive --override')" 1
is 'help names each command once' "$("$gwgk" help operator | grep '^operator' | sort | uniq -d | wc -l)" 0
"$gwgk" keys check "$keymaps/default.keys" >/dev/null || no 'the shipped key map' 'has faults'
ok 'every case was tried'
exit $failed
