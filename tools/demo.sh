#!/bin/sh
# tools/demo.sh GWGK: a fresh demo office each time, apart from the real one, then the desk on it.
set -eu
gwgk=$1
fail() { echo "$1" >&2; exit 1; }
data=${XDG_DATA_HOME:-}
case $data in /*) ;; *) data=${HOME:-}/.local/share ;; esac
dir=$data/gwgk/demo
[ -x "$gwgk" ] || fail "没有 $gwgk：请先运行 make"
mkdir -p -m 700 "$dir" || fail "无法建立文件夹 $dir"
rm -f "$dir"/demo.gwgk "$dir"/demo.gwgk-* "$dir"/demo.gwgk.*
"$gwgk" --db "$dir/demo.gwgk" init --demo || fail "未能建立演示文件 $dir/demo.gwgk"
exec "$gwgk" --db "$dir/demo.gwgk"
