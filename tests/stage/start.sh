#!/bin/bash
# tools/run.sh and tools/demo.sh with a program of our own that notes how it was called.
set -u
cd "$(dirname "$0")/../.."
work=$(mktemp -d) rc=0
trap 'rm -rf "$work"' EXIT
check() {
	if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; sed 's/^/# /' "$work/out" "$work/calls"; rc=1; fi
}
cat >"$work/gwgk" <<'STUB'
#!/bin/sh
echo "$*" >>"$CALLS"
case $* in *" init"*) [ ! -e "$REFUSE" ] || { echo "gwgk: 磁盘已满" >&2; exit 1; }; echo office >"$2" ;; esac
STUB
chmod 755 "$work/gwgk"
export CALLS=$work/calls REFUSE=$work/refuse HOME=$work/home
unset XDG_DATA_HOME GWGK_DB
mkdir "$HOME"
start() { : >"$CALLS"; "$@" >"$work/out" 2>&1; }
office=$HOME/.local/share/gwgk/office.gwgk

start tools/run.sh "$work/gwgk"; check "the desk opens the first time" $?
[ "$(cat "$CALLS")" = "--db $office init
--db $office" ]; check "the office file is made, then opened" $?
[ "$(stat -c %a "$(dirname "$office")")" = 700 ]; check "its folder is the clerk's alone" $?
start tools/run.sh "$work/gwgk"
[ "$(cat "$CALLS")" = "--db $office" ]; check "the second time it is only opened" $?
GWGK_DB=$work/else/other.gwgk start tools/run.sh "$work/gwgk"
[ "$(head -n 1 "$CALLS")" = "--db $work/else/other.gwgk init" ]; check "GWGK_DB names another file" $?
XDG_DATA_HOME=$work/data start tools/run.sh "$work/gwgk"
[ -e "$work/data/gwgk/office.gwgk" ]; check "XDG_DATA_HOME is honoured" $?
touch "$REFUSE"
rm "$office"
start tools/run.sh "$work/gwgk"; [ $? = 1 ] && [ "$(wc -l <"$CALLS")" = 1 ]; check "no desk on an office that could not be made" $?
rm "$REFUSE"
start tools/run.sh "$work/nothing"; [ $? = 1 ] && grep -q '请先运行 make' "$work/out"; check "a program that is not built is named" $?

demo=$HOME/.local/share/gwgk/demo/demo.gwgk
start tools/demo.sh "$work/gwgk"; check "the demo opens" $?
[ "$(cat "$CALLS")" = "--db $demo init --demo
--db $demo" ]; check "the demo has a file of its own" $?
echo scribble >"$demo-wal"
echo real >"$office"
start tools/demo.sh "$work/gwgk"
[ ! -e "$demo-wal" ] && grep -q ' init --demo' "$CALLS"; check "the demo begins afresh" $?
[ "$(cat "$office")" = real ]; check "the demo never touches the office" $?
exit $rc
