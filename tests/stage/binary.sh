#!/bin/bash
# The programs as the loader sees them: which libraries, and hardened how.
set -u
cd "$(dirname "$0")/../.."
rc=0
check() { if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; rc=1; fi; }
needed() { readelf -d "$GWGK_BUILD/$1" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p'; }
lacks() { needed "$1" | grep -q '^libc\.so' && ! needed "$1" | grep -E "$2"; }

lacks gwgk 'pango|cairo|cups|glib|fontconfig|xlsxwriter'; check "the desk links no paper library" $?
lacks gwgk-paper 'sqlite|curses|tinfo'; check "the paper program cannot open the office file or a terminal" $?
lacks gwgk 'pthread|python|lua|ssl|curl'; check "the desk links no threads, interpreter or network library" $?
case $(cat "$GWGK_BUILD/flags") in
*-fsanitize* | *--coverage*) echo "skip hardening: built for a sanitizer or coverage"; exit $rc ;;
esac
for p in gwgk gwgk-paper; do
	f=$GWGK_BUILD/$p
	readelf -h "$f" | grep -q 'Type:.*DYN'; check "$p is position independent" $?
	readelf -lW "$f" | grep -q GNU_RELRO && readelf -dW "$f" | grep -qE 'BIND_NOW|NOW'; check "$p binds at start and then locks its tables" $?
	readelf -lW "$f" | grep GNU_STACK | grep -qv E; check "$p has no executable stack" $?
	readelf -sW "$f" | grep -q __stack_chk_fail; check "$p guards its stack" $?
	readelf -sW "$f" | grep -qE '__(snprintf|vsnprintf|memcpy|fprintf|vfprintf)_chk'; check "$p checks the bounds of library calls" $?
	! readelf -dW "$f" | grep -E 'RPATH|RUNPATH'; check "$p has no search path of its own" $?
	! strings -a "$f" | grep -F "$PWD"; check "$p does not know the folder it was built in" $?
done
exit $rc
