#!/bin/bash
# docs/howto/first-day.md as it is printed: its tables are written out and its commands run.
set -u
cd "$(dirname "$0")/../.."
bin=$PWD/$GWGK_BUILD doc=$PWD/docs/howto/first-day.md rc=0
work=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-first-day-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk GWGK_TODAY=2026-03-09 PATH=$bin:$PATH
ok() { if [ "$2" = 0 ]; then echo "ok first-day: $1"; else echo "not ok first-day: $1"; rc=1; fi; }
cd "$work" || exit 1
awk '/^```csv /{f=$2;next} /^```/{f=""} f{print>f}' "$doc"
awk '/^```sh$/{p=1;next} /^```/{p=0} p' "$doc" >commands
[ "$(wc -l <commands)" -ge 14 ]; ok "the page has its commands" $?
gwgk init --office 黄岛海关 --superior 青岛海关 >out 2>&1; ok "a new office" $?
while read -r line; do
	$line >out 2>err </dev/null
	ok "$line" $?
	[ -s err ] && sed 's/^/# /' err
done <commands
head=$(gwgk audit head)
for noun in unit person body info; do
	gwgk $noun import $noun*s.csv >out 2>err || gwgk $noun import ${noun%y}ies.csv >out 2>err
	ok "$noun import again" $?
done
[ "$(gwgk audit head)" = "$head" ]; ok "the second import leaves no line" $?
[ "$(gwgk info list --json | jq -c '[.[]|.state]|group_by(.)|map([.[0],length])')" = '[["draft",1],["published",3]]' ]; ok "three are published, one waits" $?
[ "$(gwgk info overdue --json)" = '[]' ] || [ "$(gwgk info overdue --json | jq length)" = 0 ]; ok "nothing is late on the first day" $?
[ "$(gwgk catalogue check --json | jq -c '[.[]|select(.number|IN(1,5,14))|.gap]')" = '[false,false,false]' ]; ok "what was published is no gap" $?
[ "$(gwgk who zfcg --json | jq -r '.[0].person')" = 仇小雨 ]; ok "who answers" $?
for f in units persons bodies infos; do iconv -t GB18030 $f.csv >$f.gb; done
[ "$(gwgk info import infos.gb --dry-run --json | jq -c '[.added,.published]')" = '[0,0]' ]; ok "the same table in GB18030 is the same" $?
exit $rc
