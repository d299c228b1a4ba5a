#!/bin/bash
# Plays tests/stories/*.story without a terminal and compares what the screens showed with the .golden beside it.
# UPDATE=1 tests/stage/stories.sh writes the goldens anew (read them before committing); STORY=part plays those whose name holds it.
# A story's first lines may say:  # options: --size 60x20 --keys vi     # today: 2026-03-09     # office: empty | demo
set -u
gwgk=$PWD/${GWGK_BUILD:-build}/gwgk
tmp=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-stories-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp/home LC_ALL=C.UTF-8
unset TERM GWGK_DB GWGK_TODAY GWGK_KEYS XDG_DATA_HOME
mkdir -p "$HOME"
# The goldens were written by root: whoever plays them sits at the desk under that name (and see the uid below).
[ "$(id -u)" = 0 ] || export SUDO_USER=root
fail=0

office() { # KIND: a fresh copy of a ready-made office, its path printed
	local made=$tmp/$1.made
	if [ ! -e "$made" ]; then
		local demo=
		[ "$1" = demo ] && demo=--demo
		"$gwgk" --db "$made" --today 2026-03-09 init --office 黄岛海关 --superior 青岛海关 --prefix 黄关 $demo >"$tmp/init" 2>&1 || return 1
	fi
	cp -r "$made" "$tmp/office" && echo "$tmp/office"
}
header() { sed -n "s/^# $1: *//p" "$2" | head -n 1; }

for story in tests/stories/*.story; do
	name=$(basename "$story" .story)
	case $name in *"${STORY:-}"*) ;; *) continue ;; esac
	golden=${story%.story}.golden
	rm -rf "$tmp/office"*
	kind=$(header office "$story") today=$(header today "$story")
	db=()
	if [ -n "$kind" ]; then
		path=$(office "$kind") || { echo "not ok story $name: no office: $(cat "$tmp/init")"; fail=1; continue; }
		db=(--db "$path")
	fi
	# shellcheck disable=SC2046
	"$gwgk" "${db[@]}" --today "${today:-2026-03-09}" run $(header options "$story") "$story" >"$tmp/out" 2>"$tmp/err"
	echo "exit $?" >>"$tmp/out"
	sed "s|$tmp|TMP|g" "$tmp/err" >>"$tmp/out"
	sed -i "s/系统用户号 $(id -u)）/系统用户号 0）/" "$tmp/out"
	if ! grep -q '^exit 0$' "$tmp/out"; then
		echo "not ok story $name: it did not play to its end"
		tail -n 3 "$tmp/out" | sed 's/^/# /'
		fail=1
	elif [ -n "${UPDATE:-}" ]; then
		cp "$tmp/out" "$golden"
		echo "ok story $name (written)"
	elif diff -u "$golden" "$tmp/out" >"$tmp/diff" 2>&1; then
		echo "ok story $name"
	else
		echo "not ok story $name: the screens differ from $golden"
		sed 's/^/# /' "$tmp/diff" | head -n 60
		fail=1
	fi
done
exit $fail
