#!/bin/bash
# Makes db/seed/pinyin.txt from Debian's unicode-data (Unihan_Readings): tools/pinyin-table.sh > db/seed/pinyin.txt
# One line a syllable without tone (ü written v), then 〇 and every character of U+4E00–9FFF that may be read so; a character with several
# readings stands on several lines. Readings are the union of kTGHZ2013 (all readings of the 8,105 standard
# characters, surnames included), kXHC1983 and kMandarin. The table is made once and committed; an office may correct it by hand.
set -eu
src=${1:-/usr/share/unicode/Unihan_Readings.txt.bz2}
[ -r "$src" ] || { echo "$src: missing; apt-get install unicode-data" >&2; exit 1; }
echo "# Readings of Hanzi without tone, from the Unicode Character Database's $(bzcat "$src" | sed -n 's/^# //;2p'), $(bzcat "$src" | sed -n 's/^# Date: \([0-9-]*\).*/\1/p')."
cat <<'EOF'
# Made by tools/pinyin-table.sh; may be corrected by hand (add a character to the line of its syllable).
# UNICODE, INC. LICENSE AGREEMENT - DATA FILES AND SOFTWARE (https://www.unicode.org/license.txt)
# Copyright © 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of Use in
# https://www.unicode.org/copyright.html. Permission is granted, free of charge, to any person obtaining a copy of the Unicode
# data files to deal in them without restriction, including the rights to use, copy, modify, merge, publish, distribute and
# sell copies, provided that this copyright and permission notice appear with all copies. The data files are provided "as is",
# without warranty of any kind.
EOF
bzcat "$src" | LC_ALL=C.UTF-8 awk -F'\t' '
	$2 == "kMandarin" || $2 == "kTGHZ2013" || $2 == "kXHC1983" {
		code = substr($1, 3)
		if (length(code) != 4 || code < "4E00" || code > "9FFF")
			next
		n = split($3, part, " ")
		for (i = 1; i <= n; i++) {
			sub(/^[^:]*:/, "", part[i])
			m = split(part[i], reading, ",")
			for (k = 1; k <= m; k++)
				print code, reading[k]
		}
	}' |
	sed 's/[āáǎà]/a/g; s/[ēéěèêếề]/e/g; s/[īíǐì]/i/g; s/[ōóǒò]/o/g; s/[ūúǔù]/u/g; s/[ǖǘǚǜü]/v/g; s/[ńňǹ]/n/g; s/[ḿ]/m/g' |
	sed 's/[^A-Za-z0-9 ]//g' | LC_ALL=C sort -u -k2,2 -k1,1 |
	LC_ALL=C.UTF-8 perl -CO -ne '($c, $s) = split; next unless $s; if ($s ne $last) { print "\n" if $last; print "$s "; $last = $s } print chr hex $c; END { print "\n" }' |
	sed 's/^ling /ling 〇/'
