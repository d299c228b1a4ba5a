#!/bin/sh
# Makes core/base/width_table.h and core/base/radical_table.h from the Unicode Character Database (Debian package
# unicode-data). Both are committed: the build needs neither this script nor the package.
set -eu
ucd=${UCD:-/usr/share/unicode}
cd "$(dirname "$0")/.."

guard=BASE_WIDTH_TABLE_H
head_of() { # DATA_FILE… : where the numbers come from, and on what terms
	printf '/* Made by tools/width-table.sh from'
	for f; do printf ' %s' "$(sed -n '1s/^# //p' "$ucd/$f")"; done
	printf ' and UnicodeData.txt.\n'
	printf ' * Data (c) 1991-2022 Unicode, Inc., used under the Unicode License (https://www.unicode.org/license.txt).\n'
	printf ' * Do not edit. */\n'
	printf '#ifndef %s\n#define %s\n\n#include <stdint.h>\n\n' "$guard" "$guard"
}

# Ranges of zero width (marks, format controls, Hangul vowels and finals that sit on their syllable), wide ones (W, F) and
# ambiguous ones (A). Zero wins. The soft hyphen is a hyphen: every terminal tried gives it a cell.
awk -F'[;#]' -v head="$(head_of EastAsianWidth.txt)" '
function hex(s,   i, v) {
	v = 0; s = toupper(s)
	for (i = 1; i <= length(s); i++) v = v * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return v
}
function trim(s) { gsub(/[ \t]/, "", s); return s }
FNR == NR {
	cp = hex($1)
	zero = ($3 == "Mn" || $3 == "Me" || $3 == "Cf") && cp != 173
	if ($2 ~ /, First>/) { first = cp; next }
	if ($2 !~ /, Last>/) first = cp
	if (zero) for (c = first; c <= cp; c++) z[c] = 1
	next
}
/^[0-9A-F]/ {
	n = split(trim($1), r, /\.\./)
	a = hex(r[1]); b = n > 1 ? hex(r[2]) : a
	k = trim($2)
	if (k == "W" || k == "F") kind = "w"; else if (k == "A") kind = "a"; else next
	for (c = a; c <= b; c++) of[c] = kind
}
function emit(name, want,   c, open, from, k, n) {
	printf "static const struct width_range %s[] = {\n", name
	n = 0; open = 0
	for (c = 0; c <= 1114112; c++) {
		k = c in z ? "z" : of[c]
		if (k == want && !open) { open = 1; from = c }
		if (k != want && open) { printf "%s{0x%04X, 0x%04X},%s", n % 7 ? " " : "\t", from, c - 1, n % 7 == 6 ? "\n" : ""; n++; open = 0 }
	}
	if (n % 7) printf "\n"
	print "};"
}
END {
	for (c = 4448; c <= 4607; c++) z[c] = 1 # U+1160..11FF
	for (c = 55216; c <= 55295; c++) z[c] = 1 # U+D7B0..D7FF
	print head "\n\nstruct width_range {\n\tuint32_t first, last;\n};\n"
	emit("zero_width", "z"); print ""; emit("wide", "w"); print ""; emit("ambiguous", "a"); print "\n#endif"
}' "$ucd/UnicodeData.txt" "$ucd/EastAsianWidth.txt" >core/base/width_table.h

guard=BASE_RADICAL_TABLE_H
# Radicals to the Hanzi they look like: the published equivalents of U+2E80..2FDF.
awk -v head="$(head_of EquivalentUnifiedIdeograph.txt)" '
BEGIN { print head "\n\nstruct radical {\n\tuint32_t first, last, hanzi;\n};\n"; print "static const struct radical radicals[] = {" }
/^2[EF][0-9A-F]/ {
	to = $3; last = $1
	if (split($1, r, /\.\./) > 1) last = r[2]
	printf "%s{0x%s, 0x%s, 0x%s},%s", n % 4 ? " " : "\t", r[1], last, to, n % 4 == 3 ? "\n" : ""
	n++
}
END { if (n % 4) print ""; print "};\n\n#endif" }' "$ucd/EquivalentUnifiedIdeograph.txt" >core/base/radical_table.h
