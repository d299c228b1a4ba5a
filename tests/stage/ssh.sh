#!/bin/bash
# A clerk who comes over SSH with a forced command: what he may name is a file in two folders, and nothing else of the account.
set -u
gwgk=$(readlink -f "$GWGK_BUILD/gwgk")
work=$(mktemp -d "${TMPDIR:-/tmp}/ssh-XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/here"
cd "$work/here" || exit 1
export GWGK_TODAY=
failed=0
ok() { echo "ok $1"; }
no() { echo "not ok $1: $2"; failed=1; }
is() { if [ "$2" = "$3" ]; then ok "$1"; else no "$1" "$(printf 'got "%s", wanted "%s"' "$2" "$3")"; fi; }
db=$work/home/office.gwgk
here() { "$gwgk" --db "$db" "$@"; }
ssh_line() { env SSH_CONNECTION='10.0.0.1 5 10.0.0.2 22' SSH_ORIGINAL_COMMAND="$1" "$gwgk" --db "$db"; }
denied() { # NAME LINE
	local rc=0
	ssh_line "$2 --json" >out 2>err </dev/null || rc=$?
	is "$1" "$rc $(jq -r .error.code err) $([ -s out ] && echo said)" '1 DENIED '
}
here init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null
here setting set phone 0532-82955000 >/dev/null
id=$(here request register --channel in_person --applicant_kind natural --name 王小明 --content 冻品查验记录 --json 2>/dev/null | jq -r .id)
here letter issue "$id" receipt >/dev/null
before=$(find "$work" -type f | sort)

denied 'a register into another folder' "register show requests --out $work/home/x.csv"
denied 'a hidden name' 'register show requests --out .profile.csv'
denied 'a way out of the folder' "register show requests --out $db-out/../x.csv"
denied 'a letter' 'letter print L2026-0001 --to text --out /tmp/gwgk-ssh-letter.txt'
denied 'a preview' "letter preview $id receipt --to text --out ../p.txt"
denied 'the catalogue' 'catalogue export --out ../c.tsv'
denied 'a form' "sheet print deadline_sheet $id --out ../s.pdf"
denied 'the list of today' 'today --out ../t.pdf'
denied 'a case file' "request export $id --out ../all --reason 复议"
denied 'a test page' 'printer test --text --out ../t.txt'
denied 'a backup' "backup $work/home/copy.gwgk"
denied 'a file to read' 'unit import /etc/passwd'
denied 'a template to read' 'template check ../x'
denied 'a key map to read' 'keys check /etc/passwd'
denied 'a story to play' 'run /etc/passwd'
denied 'days to count' 'date due --batch /etc/passwd'
denied 'a paper of the case' "request material $id --kind other --title 甲 --file /etc/passwd"
is 'of all this nothing was written' "$(find "$work" -type f ! -name out ! -name err | sort)" "$before"

is 'a plain name goes into the folder beside the office file' "$(ssh_line 'register show requests --out r.csv --json' | jq -r .out)" "$db-out/r.csv"
is 'which is closed to others' "$(stat -c '%a' "$db-out") $(stat -c '%a' "$db-out/r.csv")" '700 600'
ssh_line 'letter print L2026-0001 --to text --out l.txt' >/dev/null; is 'a letter too' "$(grep -c 登记回执 "$db-out/l.txt")" 1
mkdir "$db-in"; printf 'name,code\n查验科,CY\n' >"$db-in/u.csv"; echo x >"$db-in/paper.txt"
is 'what is read lies in the other' "$(ssh_line 'unit import u.csv' | tail -1)" '新增 1，修改 0'
is 'or comes on standard input' "$(printf 'name\n监管科\n' | ssh_line 'unit import -' | tail -1)" '新增 1，修改 0'
is 'a paper of the case' "$(ssh_line "request material $id --kind other --title 甲 --file paper.txt --json" 2>/dev/null | jq -r '.materials[0].file')" "$db-in/paper.txt"
is 'at the host any folder will do' "$(here register show requests --out "$work/here/r.csv" >/dev/null && ls "$work/here/r.csv")" "$work/here/r.csv"

# --- a printer is no file -----------------------------------------------------------------------------------------------------------
cp "$db" copy.gwgk
here letter print L2026-0001 --to text --printer "file:$work/here/copy.gwgk" >out 2>err; rc=$?
is 'an office file is no printer' "$rc $(cmp -s "$db" copy.gwgk || head -c 15 copy.gwgk) $(grep -c 存着数据 err)" '1 SQLite format 3 1'
echo keep >keep.txt
denied 'over SSH no file is one' "letter reprint L2026-0001 --to text --printer file:$work/here/keep.txt"
denied 'nor for a form' "sheet print application_form --blank --to text --printer file:$work/here/keep.txt"
denied 'nor for a test page' "printer test --text --printer file:$work/here/keep.txt"
is 'and it is as it was' "$(cat keep.txt)" keep
exit $failed
