#!/bin/sh
# tools/run.sh GWGK: makes the office file where there is none, then opens the desk. $GWGK_DB names another file.
set -eu
gwgk=$1
fail() { echo "$1" >&2; exit 1; }
data=${XDG_DATA_HOME:-}
case $data in /*) ;; *) data=${HOME:-}/.local/share ;; esac
db=${GWGK_DB:-$data/gwgk/office.gwgk}
[ -x "$gwgk" ] || fail "没有 $gwgk：请先运行 make"
if [ ! -e "$db" ]; then
	mkdir -p -m 700 "$(dirname "$db")" || fail "无法建立文件夹 $(dirname "$db")"
	"$gwgk" --db "$db" init || fail "未能建立办公室文件 $db"
fi
exec "$gwgk" --db "$db"
