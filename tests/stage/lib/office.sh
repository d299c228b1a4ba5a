#!/bin/bash
# For stages that play on one office: sourced at the top, after `set -u`. $gwgk is the program, $work a folder that goes away, GWGK_DB a file in
set -u
# it, $failed what the stage exits with, $n counts cases.
gwgk=$(realpath "$GWGK_BUILD/gwgk")
work=$(mktemp -d "${TMPDIR:-/tmp}/$(basename "$0" .sh)-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk
failed=0 n=0
ok() { echo "ok $1"; }
no() { echo "not ok $1: $2"; failed=1; }
is() { if [ "$2" = "$3" ]; then ok "$1"; else no "$1" "$(printf 'got "%s", wanted "%s"' "$2" "$3")"; fi; } # NAME GOT WANTED
at() { local day=$1; shift; "$gwgk" --today "$day" "$@" 2>"$work/err"; } # DAY COMMAND…
refused() { # NAME TEXT COMMAND…: by `at`; exit 1, nothing on stdout, the text on stderr
	local name=$1 text=$2 rc=0
	shift 2
	"$@" >"$work/out" || rc=$?
	if [ "$rc" = 1 ] && [ ! -s "$work/out" ] && grep -q -- "$text" "$work/err"; then ok "$name"; else no "$name" "rc $rc $(cat "$work/err" "$work/out")"; fi
}
