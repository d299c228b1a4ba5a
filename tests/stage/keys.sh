#!/bin/bash
# Key maps from the command line: every shipped map is sound; a faulty file is named line by line and never used.
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-keys-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
fail=0
check() { # NAME WANTED-STATUS WANTED-PART COMMAND…
	local name=$1 want=$2 part=$3 out rc=0
	shift 3
	out=$("$@" 2>&1) || rc=$?
	if [ "$rc" = "$want" ] && [[ $out == *"$part"* ]]; then
		echo "ok keys: $name"
	else
		echo "not ok keys: $name (exit $rc): $out"
		fail=1
	fi
}
for f in keymaps/*.keys; do check "$f is sound" 0 没有错 "$gwgk" keys check "$f"; done

sed 's/^global  <F2>         confirm/global  <F2>         confrm/' keymaps/default.keys >"$tmp/typo.keys"
printf 'list j nosuch\nlist j mark\nnowhere ^M enter\nlist <Tab> mark\n' >>"$tmp/typo.keys"
lines=$(wc -l <"$tmp/typo.keys")
check "a typing error has its line" 1 "typo.keys:$(grep -n confrm "$tmp/typo.keys" | cut -d: -f1): " "$gwgk" keys check "$tmp/typo.keys"
check "an unknown action" 1 "typo.keys:$((lines - 3)): " "$gwgk" keys check "$tmp/typo.keys"
check "an unknown context" 1 "typo.keys:$((lines - 1)): 没有叫 nowhere 的场合" "$gwgk" keys check "$tmp/typo.keys"
check "a key that cannot arrive" 1 "typo.keys:$((lines - 1)): ^M" "$gwgk" keys check "$tmp/typo.keys"
check "a key bound twice" 1 "typo.keys:$lines: list 的 Tab" "$gwgk" keys check "$tmp/typo.keys"
check "faults as JSON" 1 '"line"' "$gwgk" --json keys check "$tmp/typo.keys"
check "a missing file" 1 gwgk: "$gwgk" keys check "$tmp/none"
printf '\377\376\000x' >"$tmp/bad.keys"
check "a file that is no text" 1 gwgk: "$gwgk" keys check "$tmp/bad.keys"
check "no file is wrong usage" 2 用法 "$gwgk" keys check
check "the map in force" 0 palette "$gwgk" keys list
check "another built-in map" 0 'g g' "$gwgk" keys list vi

# The faulty map is not used: F2 still confirms, and the desk says so at once.
printf 'expect 键位表有\nkey F1\nexpect typo.keys:\nkey F12\nopen due\nkey F2\nexpect 逐日账\n' >"$tmp/story"
check "a faulty map leaves the built-in one in force and says so" 0 "" "$gwgk" --today 2026-03-09 run "$tmp/story" --keys "$tmp/typo.keys"
printf 'open due\nkey F9\nkey Esc\nopen calendar\nkey l j\nexpect 2026年3月17日\ntype j\nexpect 2026年3月24日\n' >"$tmp/story"
check "vi letters move where no text is typed" 0 "" "$gwgk" --today 2026-03-09 run "$tmp/story" --keys vi
cp keymaps/default.keys "$tmp/mine.keys"
printf 'calendar n cursor-right\n' >>"$tmp/mine.keys"
printf 'open calendar\nkey n\nexpect 2026年3月10日\n' >"$tmp/story"
check "a clerk's own map is used" 0 "" "$gwgk" --today 2026-03-09 run "$tmp/story" --keys "$tmp/mine.keys"
# Stories that fail say where and show the screen.
printf '\n\nexpect 没有这个\n' >"$tmp/story"
check "a story that fails names its line" 1 "第 3 行" "$gwgk" run "$tmp/story"
printf 'nonsense\n' >"$tmp/story"
check "an unknown line of a story" 1 nonsense "$gwgk" run "$tmp/story"
printf 'key F13\n' >"$tmp/story"
check "an unknown key of a story" 1 F13 "$gwgk" run "$tmp/story"
exit $fail
