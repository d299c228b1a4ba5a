# db/query/NOUN.sql to C. A file holds blocks:
#	-- name: request_by_number
#	SELECT …;
# What several of them say stands once, as a part: {page} puts in the text of "-- part: page", {was state} the text of "-- part: was" with state for
# its $. A part may hold parts that stand before it. Comment lines before a block and inside it are dropped. mode=h declares, mode=c defines,
# mode=all lists every query.
function stop(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text > "/dev/stderr"
	failed = 1
	exit 1
}
function emit() {
	if (part != "")
		parts[part] = substr(block, 2)
	if (name != "") {
		names[++n] = name
		bodies[n] = quoted(substr(block, 2))
	}
	name = part = block = ""
}
function filled(line, before, word, at, text) {
	before = ""
	while (match(line, /\{[a-z_]+( [a-z_]+)?\}/)) {
		word = substr(line, RSTART + 1, RLENGTH - 2)
		before = before substr(line, 1, RSTART - 1)
		line = substr(line, RSTART + RLENGTH)
		at = index(word, " ")
		text = at ? substr(word, 1, at - 1) : word
		if (!(text in parts))
			stop("no part named " text)
		text = parts[text]
		if (at)
			gsub(/\$/, substr(word, at + 1), text)
		before = before text
	}
	return before line
}
function quoted(text, body, line, n, i) {
	n = split(text, line, "\n")
	for (i = 1; i <= n; i++) {
		gsub(/\\/, "\\\\", line[i])
		gsub(/"/, "\\\"", line[i])
		gsub(/\?/, "\\?", line[i])
		gsub(/\t/, " ", line[i])
		body = body "\n\t\"" line[i] "\\n\""
	}
	return body
}
FNR == 1 { emit(); split("", parts) }
/^-- name: / { emit(); name = $3; next }
/^-- part: / { emit(); part = $3; next }
/^[ \t]*--/ || /^[ \t]*$/ { next }
name part == "" { stop("statement without a name") }
{ block = block "\n" filled($0) }
END {
	if (failed)
		exit 1
	emit()
	if (mode == "h") {
		printf "#include \"base/embed.h\"\n\n"
		for (i = 1; i <= n; i++)
			printf "extern const struct query Q_%s;\n", names[i]
	} else if (mode == "c") {
		printf "#include \"gen/q_%s.h\"\n\n", noun
		for (i = 1; i <= n; i++)
			printf "const struct query Q_%s = {\"%s\",%s};\n", names[i], names[i], bodies[i]
	} else {
		printf "#include \"base/embed.h\"\n\n"
		for (i = 1; i <= n; i++)
			printf "extern const struct query Q_%s;\n", names[i]
		printf "\nconst struct query *const gen_queries[] = {\n"
		for (i = 1; i <= n; i++)
			printf "\t&Q_%s,\n", names[i]
		printf "\t0,\n};\n"
	}
}
