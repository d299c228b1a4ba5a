# Shared by the rules that read tokens: $1 path, $2 line, $3 kind, $4 text (lex.c).
function folder(path) { if (path !~ /\//) return "."; sub(/\/[^\/]*$/, "", path); return path }
function leaf(path) { sub(/.*\//, "", path); return path }
function offend(path, line, text) { print path ":" line ": " text }
# The name between the marks of an #include line; the mark itself is left in `mark`.
function included(text) {
	if (text !~ /^#[ ]*include[ ]*["<]/)
		return ""
	sub(/^#[ ]*include[ ]*/, "", text)
	mark = substr(text, 1, 1)
	text = substr(text, 2)
	sub(/[">].*/, "", text)
	return text
}
