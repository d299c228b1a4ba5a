#!/bin/bash
# Many processes change one case at once: what each changed stands, or its process was told of the conflict.
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-two-clerks-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp LC_ALL=C.UTF-8 GWGK_DB=$tmp/office GWGK_TODAY=2026-03-09
fail=0
say() { if [ "$1" = 0 ]; then echo "ok two-clerks: $2"; else echo "not ok two-clerks: $2"; fail=1; fi; }
field() { "$gwgk" request show 2026-0001 --json | tr , "\n" | sed -n "s/^.*\"$1\":\"\{0,1\}\([^\"}]*\).*/\1/p" | head -n 1; }

"$gwgk" init --office 黄岛海关 --superior 青岛海关 --prefix 黄关 >/dev/null
"$gwgk" operator add lisi --name 李四 --roles clerk >/dev/null
"$gwgk" request register --channel in_person --applicant_kind natural --name 张三 --content 处罚决定书 --phone 100 >/dev/null

# Eight processes, eight fields, all from the version of the beginning.
names=(phone address purpose employer document_number waybill agent fax)
for f in "${names[@]}"; do
	"$gwgk" request change 2026-0001 --version 1 --"$f" "新$f" --reason 并行 >"$tmp/out.$f" 2>&1 &
done
wait
missing=
for f in "${names[@]}"; do [ "$(field "$f")" = "新$f" ] || missing="$missing $f"; done
[ -z "$missing" ]; say $? "eight processes changed eight fields and every change stands$missing"

# Eight processes, one field: one wins, seven are told who it was and what the three values are.
version=$(field version)
for n in 1 2 3 4 5 6 7 8; do
	( "$gwgk" --json --as lisi request change 2026-0001 --version "$version" --phone "20$n" --reason 并行 >"$tmp/won.$n" 2>"$tmp/lost.$n"; echo $? >"$tmp/rc.$n" ) &
done
wait
[ "$(cat "$tmp"/rc.* | sort | uniq -c | tr -s ' \n' ' ')" = " 1 0 7 1 " ]; say $? "of eight processes at one field one wins and seven exit 1"
winner=$(field phone)
told=0
for n in 1 2 3 4 5 6 7 8; do
	[ "$(cat "$tmp/rc.$n")" = 0 ] && continue
	case $(cat "$tmp/lost.$n") in
	'{"error":{"code":"CONFLICT","field":"phone",'*'"fields":[{"field":"phone","was":"新phone","theirs":"'"$winner"'","mine":"20'$n'","by":"李四","at":"'*) told=$((told + 1)) ;;
	*) sed 's/^/# /' "$tmp/lost.$n" ;;
	esac
done
[ $told = 7 ]; say $? "each of the seven is told the field, the three values and who"

"$gwgk" request change 2026-0001 --version 99 --phone 1 --reason x 2>"$tmp/err"; rc=$?
[ $rc = 1 ] && grep -q 没有第 "$tmp/err"; say $? "a version that never was is refused"
"$gwgk" check >"$tmp/check" 2>&1; say $? "the file and its log are right afterwards"
exit $fail
