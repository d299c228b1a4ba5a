#!/bin/bash
# The same tree gives the same bytes, whatever folder, day and file order it is built in.
set -u
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for d in one a/longer/folder; do
	mkdir -p "$work/$d"
	tar -c --exclude=./build --exclude=./.git . | tar -x -C "$work/$d"
done
make -C "$work/one" -j2 all >"$work/log" 2>&1 || { tail "$work/log"; echo "not ok the tree builds"; exit 1; }
find "$work/a" -exec touch -d 2001-01-01 {} +
TZ=Pacific/Apia make -C "$work/a/longer/folder" -j1 all >"$work/log" 2>&1 || { tail "$work/log"; echo "not ok the tree builds elsewhere"; exit 1; }
rc=0
for f in gwgk gwgk-paper; do
	if cmp "$work/one/build/$f" "$work/a/longer/folder/build/$f"; then echo "ok $f is the same from two folders"
	else echo "not ok $f differs from folder to folder"; rc=1; fi
done
exit $rc
