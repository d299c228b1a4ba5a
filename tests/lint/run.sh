#!/bin/bash
# Runs every rule of tests/lint/rules over the tree, and over its fixtures, which it must refuse: a rule that cannot fail is
# no rule. A rule is an awk program over the tokens of lex.c (NAME.awk) or a script (NAME.sh) that starts in the root of a tree
# with $FILES (list of its files), $TOKENS and $RULE (folder of the rules). It prints one offence a line, "path:line: text".
# fixtures/NAME/ is a small tree of offenders: each file must be named in an offence, unless its name starts with "good"; each
# line of its file EXPECT must be said. A line "@500int a#;" stands for five hundred, numbered for the #.
# tests/lint/run.sh [RULE] runs one.
set -u
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8
root=$PWD lint=$PWD/tests/lint only=${1:-} failed=0
export RULE=$lint/rules GWGK_BUILD=${GWGK_BUILD:-build}
case $GWGK_BUILD in /*) ;; *) GWGK_BUILD=$root/$GWGK_BUILD ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/gwgk-lint-XXXXXX")
trap 'rm -rf "$work"' EXIT
${CC:-cc} -std=c11 -O1 -D_GNU_SOURCE -o "$work/lex" "$lint/lex.c" || exit 1

# tree DIR OUT: the files and tokens of a tree.
tree() {
	(
		cd "$1" || exit 1
		find . \( -name .git -o -path ./build -o -path './build[-.]*' -o -path ./tests/lint/fixtures \) -prune -o -type f -print |
			sed 's,^\./,,' | grep -vx EXPECT | LC_ALL=C sort >"$2.all"
		if [ -e .git ]; then git ls-files -co --exclude-standard | LC_ALL=C sort | LC_ALL=C comm -12 - "$2.all" >"$2.files"
		else cp "$2.all" "$2.files"; fi
		grep '\.[ch]$' "$2.files" | xargs -r "$work/lex" >"$2.tokens"
	)
}

# offenders FROM TO: a copy of a tree of fixtures, with its counted lines written out.
offenders() {
	cp -r "$1" "$2"
	grep -rlE '^@[0-9]' "$2" | while read -r f; do
		awk 'match($0, /^@[0-9]+/) {n = substr($0, 2, RLENGTH - 1) + 0; text = substr($0, RLENGTH + 1)
			for (i = 0; i < n; i++) {line = text; sub(/#/, i, line); print line}
			next} {print}' "$f" >"$f.out" && mv "$f.out" "$f"
	done
}

# rule FILE DIR PREFIX: offences of one rule in one tree.
rule() {
	(
		cd "$2" || exit 1
		export FILES=$3.files TOKENS=$3.tokens
		case $1 in
		*.awk) LC_ALL=C awk -F '\t' -f "$RULE/lib.awk" -f "$1" "$TOKENS" ;;
		*) "$1" ;;
		esac
	) 2>&1
}

report() { # NAME OFFENCES
	if [ -z "$2" ]; then
		echo "ok $1"
	else
		echo "not ok $1"
		printf '%s\n' "$2" | head -n 40 | sed 's/^/# /'
		failed=1
	fi
}

# one FILE: a rule over the tree and over its offenders.
one() {
	local name f missed='' said
	name=$(basename "$1") name=${name%.*}
	report "lint-$name" "$(rule "$1" "$root" "$work/tree")"
	mkdir -p "$work/$name"
	[ -d "$lint/fixtures/$name" ] || { report "lint-$name bites" "no fixtures/$name: a rule needs an offender"; return $failed; }
	offenders "$lint/fixtures/$name" "$work/$name/tree"
	tree "$work/$name/tree" "$work/$name/fixture"
	said=$(rule "$1" "$work/$name/tree" "$work/$name/fixture")
	while read -r f; do
		case $f in
		good* | */good*) printf '%s\n' "$said" | grep -qF "$f:" && missed="$missed wrongly-refused:$f" ;;
		*) printf '%s\n' "$said" | grep -qF "$f:" || missed="$missed not-refused:$f" ;;
		esac
	done <"$work/$name/fixture.files"
	[ -s "$work/$name/fixture.files" ] || missed=" no-offender"
	[ ! -e "$lint/fixtures/$name/EXPECT" ] || while read -r f; do
		printf '%s\n' "$said" | grep -qF -e "$f" || missed="$missed not-said:$f"
	done <"$lint/fixtures/$name/EXPECT"
	report "lint-$name bites" "$missed"
	return $failed
}

tree "$root" "$work/tree"
n=0
for r in "$RULE"/*; do
	name=$(basename "$r") name=${name%.*}
	[ "$name" != lib ] || continue
	[ -z "$only" ] || [ "$only" = "$name" ] || continue
	one "$r" >"$work/$name.out" &
	n=$((n + 1))
	[ $((n % 4)) != 0 ] || wait
done
wait
cat "$work"/*.out
! grep -q '^not ok' "$work"/*.out
