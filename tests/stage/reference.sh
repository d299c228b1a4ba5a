#!/bin/bash
# docs/reference is what `gwgk doc` prints today; `make reference` prints it again.
set -u
cd "$(dirname "$0")/../.."
gwgk=$GWGK_BUILD/gwgk rc=0 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=$("$gwgk" doc) || { echo "not ok gwgk doc lists its pages"; exit 1; }
for p in $pages; do
	if "$gwgk" doc "$p" >"$work/page" && diff -u "docs/reference/$p.md" "$work/page" >"$work/diff"; then echo "ok docs/reference/$p.md is fresh"
	else head -n 20 "$work/diff"; echo "not ok docs/reference/$p.md is fresh (make reference)"; rc=1; fi
done
for f in docs/reference/*.md; do
	[[ " ${pages//$'\n'/ } " == *" $(basename "$f" .md) "* ]] || { echo "not ok $f is a page of gwgk doc"; rc=1; }
done
if "$gwgk" doc nothing >"$work/page" 2>"$work/err"; [ $? = 1 ] && [ ! -s "$work/page" ] && [ "$(wc -l <"$work/err")" = 1 ]; then echo "ok a page that is not there is refused in one line"
else echo "not ok a page that is not there is refused in one line"; rc=1; fi
exit $rc
