# db/query/NOUN.sql to C. A file holds blocks:
#	-- name: request_by_number
#	SELECT …;
# Comment lines before a name and inside a block are dropped. mode=h declares, mode=c defines, mode=all lists every query.
function emit() {
	if (name == "")
		return
	names[++n] = name
	bodies[n] = body
	name = body = ""
}
/^-- name: / { emit(); name = $3; next }
/^[ \t]*--/ || /^[ \t]*$/ { next }
name == "" { printf "%s:%d: statement without a name\n", FILENAME, FNR > "/dev/stderr"; failed = 1; exit 1 }
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	gsub(/\?/, "\\?", line)
	gsub(/\t/, " ", line)
	body = body "\n\t\"" line "\\n\""
}
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
