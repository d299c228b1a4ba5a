#!/bin/bash
# tools/deps.sh with a package database, an installer and a sudo of our own: what it asks, what it runs, what it says.
set -u
cd "$(dirname "$0")/../.."
work=$(mktemp -d) rc=0
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
check() { # NAME STATUS
	if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; sed 's/^/# /' "$work/out" "$work/calls"; rc=1; fi
}
stub() { printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"; chmod 755 "$work/bin/$1"; }
# deps UID PACKAGE…
deps() {
	stub id "echo $1"
	shift
	: >"$work/calls"
	PATH="$work/bin:$PATH" tools/deps.sh "$@" >"$work/out" 2>&1
}
# shellcheck disable=SC2016
stub dpkg-query 'for p; do :; done; case $p in have*) echo "install ok installed";; gone) echo "deinstall ok config-files";; *) exit 1;; esac'
stub apt-get "echo apt-get \$* >>'$work/calls'; [ ! -e '$work/offline' ]"
stub sudo 'exit 1'

deps 1000 have1 have2; check "nothing is done when all is there" $?
[ ! -s "$work/calls" ]; check "the network is not asked when all is there" $?

deps 1000 have1 miss1 gone miss2; [ $? = 1 ]; check "a clerk without rights is refused" $?
grep -q 'apt-get install -y --no-install-recommends miss1 gone miss2$' "$work/out"; check "the line to type names exactly what is missing" $?
[ "$(wc -l <"$work/out")" = 1 ] && [ ! -s "$work/calls" ]; check "one line, and nothing run" $?

deps 0 have1 miss1; check "root installs" $?
[ "$(cat "$work/calls")" = "apt-get install -y --no-install-recommends miss1" ]; check "no recommends, no update when it works without" $?

touch "$work/offline"
deps 0 miss1; [ $? != 0 ]; check "an install that fails fails" $?
[ "$(cut -d ' ' -f 2 "$work/calls" | tr '\n' ' ')" = "install update " ]; check "the list is fetched before a second try, and its failure ends it" $?
rm "$work/offline"

# shellcheck disable=SC2016
stub sudo 'shift; case $1 in true) exit 0;; esac; exec "$@"'
deps 1000 miss1; check "a clerk with sudo installs" $?
exit $rc
