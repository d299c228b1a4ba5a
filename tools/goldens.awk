# Puts golden screens into a document: awk -f tools/goldens.awk DOCUMENT > NEW. After a line
#	<!-- screen: tests/stories/NAME.golden 2 -->
# the fenced block is replaced by the text of that golden's second screen. Blanks at the end of a screen's rows are cut.
function screen(file, want, line, seen, on, text, blank) {
	text = blank = ""
	while ((getline line < file) > 0) {
		if (line ~ /^=== /) { on = ++seen == want; continue }
		if (line == "--- style") on = 0
		if (!on) continue
		sub(/[ ]+$/, "", line)
		if (line == "") { blank = blank "\n"; continue }
		text = text blank line "\n"
		blank = ""
	}
	close(file)
	return text
}
skipping { if (/^```/) { skipping = 0; print } next }
/^<!-- screen: / {
	print
	text = screen($3, $4 == "-->" ? 1 : $4)
	if (text == "") { printf "%s:%d: no screen %s %s\n", FILENAME, FNR, $3, $4 > "/dev/stderr"; exit 1 }
	if ((getline line) > 0 && line ~ /^```/) { print line; printf "%s", text; skipping = 1; next }
	printf "%s:%d: no ``` after the mark\n", FILENAME, FNR > "/dev/stderr"
	exit 1
}
{ print }
