#!/bin/bash
# The office file from the command line: init, setting, operator, audit, backup, restore, check; exit codes, one-line refusals.
set -u
cd "$(dirname "$0")/../.."
gwgk=$(realpath "$GWGK_BUILD/gwgk") rc=0 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/desk/office.gwgk
ok() { if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; sed 's/^/# /' "$work/out" "$work/err" 2>/dev/null; rc=1; fi; }
run() { "$gwgk" "$@" >"$work/out" 2>"$work/err"; }
refused() { # NAME EXIT WORD COMMAND…: one line on stderr holding WORD, nothing on stdout
	local name=$1 want=$2 word=$3 got
	shift 3
	run "$@"; got=$?
	[ "$got" = "$want" ] && [ ! -s "$work/out" ] && { [ "$want" = 2 ] || [ "$(wc -l <"$work/err")" = 1 ]; } && grep -qF -e "$word" "$work/err"
	ok "$name" $?
}
is() { [ "$2" = "$3" ]; ok "$1" $?; }

refused "without a file the way is shown" 1 "gwgk init" setting list
run init --office 清江海关 --superior 南岭海关 --court 清江市人民法院 --prefix 清关公开; ok "init makes the file" $?
is "the file is private" 600 "$(stat -c %a "$GWGK_DB")"
is "so is its folder" 700 "$(stat -c %a "$work/desk")"
refused "init replaces nothing" 1 已经存在 init
refused "a wrong option is usage" 2 "" init --nonsense 3
is "what init was told is set" "清江海关 南岭海关" "$("$gwgk" setting get office) $("$gwgk" setting get superior)"
is "the first operator has every role" '["clerk","unit_reviewer","office_reviewer","approver","leader","inspector","admin"]' \
	"$("$gwgk" operator list --json | jq -c '.[0].roles')"

run setting set phone 0532-82955000; ok "a setting is set" $?
run setting set address 旧址 --from 2026-01-01 && run setting set address 新址 --from 2026-03-01; ok "settings are dated" $?
is "the value of an earlier day" 旧址 "$("$gwgk" --today 2026-02-10 setting get address)"
is "the value of a later day" 新址 "$("$gwgk" --today 2026-03-10 setting get address)"
is "an unknown value is null" null "$("$gwgk" setting get fax --json | jq .value)"
refused "an unknown setting is refused" 1 没有设置 setting set colour red
refused "a value of the wrong kind is refused" 1 "" setting set two_person perhaps
is "a refused field names itself in JSON" key "$("$gwgk" --json setting set colour red 2>&1 >/dev/null | jq -r .error.field)"
is "and its code" INPUT "$("$gwgk" --json setting set colour red 2>&1 >/dev/null | jq -r .error.code)"

run operator add zhang --name 张三 --roles clerk --ssh_key "ssh-ed25519 AAAAC3 zhang@pc"; ok "an operator is added" $?
refused "twice is refused" 1 已经有了 operator add zhang
refused "an unknown role is refused" 1 没有角色 operator role zhang king
refused "a login with odd characters is refused" 1 登录名 operator add "a b;c"
refused "a key that is none is refused" 1 公钥 operator change zhang --ssh_key hello
is "keys are forced commands" 1 "$("$gwgk" operator keys | grep -c "^command=\"'.*gwgk' --db '.*office.gwgk' --as 'zhang'\",restrict,pty ssh-ed25519 AAAAC3 zhang@pc$")"
refused "a clerk may not change settings" 1 管理员 --as zhang setting set phone 1
refused "an unknown operator is denied" 1 没有操作员 --as nobody setting list
run operator disable zhang; ok "an operator is disabled" $?
refused "and may not come in" 1 停用 --as zhang setting list
refused "the last administrator stays" 1 管理员 operator role "$(id -un)" clerk

cmd=00112233445566778899aabbccddeeff
run --cmd $cmd setting set fax 1 && run --cmd $cmd setting set fax 1; ok "a repeated command is answered" $?
refused "another command under its id is a conflict" 1 另一件事 --cmd $cmd setting set fax 2
is "it was done once" 1 "$("$gwgk" audit list --json --verb setting.set | jq '[.[]|select(.outcome=="done" and .result=="传真：1")]|length')"
is "refusals are in the log" 2 "$("$gwgk" audit list --json --outcome refused | jq length)"
run audit verify; ok "the log verifies" $?
head=$("$gwgk" audit head)
run audit verify --head "$head"; ok "against its own head too" $?
refused "not against another" 1 外部留存 audit verify --head "${head%%:*}:0123456789abcdef"

run backup "$work/b.gwgk"; ok "a backup is made" $?
refused "and not overwritten" 1 已经存在 backup "$work/b.gwgk"
run operator add lin --name 林 --roles clerk,leader,inspector
refused "a copy of every applicant's papers is the administrator's" 1 无此权限，需要角色：管理员 --as lin backup "$work/lin.gwgk"
is "and was not made" "" "$(ls "$work"/lin.gwgk* 2>/dev/null)"
run setting set phone 999; run restore "$work/b.gwgk"; ok "and brought back" $?
is "with its content" 0532-82955000 "$("$gwgk" setting get phone)"
run check; ok "the file is whole" $?
is "check tells of the library" true "$("$gwgk" check --json | jq '.ok and any(.checks[];.id=="sqlite")')"
if command -v sqlite3 >/dev/null; then
	sqlite3 "$GWGK_DB" "UPDATE operator SET name='李四' WHERE login='zhang'"
	refused "an edit behind the desk's back is found" 1 operator audit verify
fi
run --db "$work/demo" init --demo && run --db "$work/demo" check; ok "two years of a demo office are whole" $?
head -c 3000 /dev/urandom >"$work/noise"
refused "garbage is no office" 1 不是关务公开 --db "$work/noise" setting list
: >"$work/empty"
refused "nor is an empty file" 1 空文件 --db "$work/empty" setting list
refused "nor a folder" 1 普通文件 --db "$work" setting list
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
	chmod 755 "$work" "$work/desk"
	setpriv --reuid=65534 --regid=65534 --clear-groups "$gwgk" setting list >"$work/out" 2>"$work/err"; got=$?
	[ $got = 1 ] && [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" = 1 ]; ok "another user is kept out in one line" $?
fi
SSH_CONNECTION="1 2 3 4" run --today 2026-01-01 setting set phone 5; [ $? = 1 ] && grep -q today "$work/err"; ok "a fixed day is refused over the network" $?
exit $rc
