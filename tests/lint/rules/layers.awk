# base < {store | law | paper} < office < {cli | tui}: a file includes its own folder and folders to the left (design: ARCHITECTURE.md).
# In cli/, only main, run and doc may include tui/: run feeds keys to the terminal program, doc and keys print its tables.
function rank(dir) {
	if (dir ~ /^core\/base/) return 1
	if (dir ~ /^core\/(store|law|paper)/) return 2
	if (dir ~ /^core\/office/) return 3
	if (dir ~ /^(cli|tui)/) return 4
	return 9
}
function top(dir) { sub(/^core\//, "", dir); sub(/\/.*/, "", dir); return dir }
function home(name) {
	if (name ~ /^(base|store|law|paper|office)\//) return "core/" folder(name)
	if (name ~ /^(tui|cli|tests)\//) return folder(name)
	if (name ~ /^gen\/q_/) return "core/store"
	if (name ~ /^gen\//) return "core/base"
	return ""
}
$3 != "#" || $1 !~ /^(core|cli|tui)\// { next }
{ name = included($4) }
name == "" || mark == "<" { next }
{
	from = folder($1)
	to = home(name)
	if (to == "")
		offend($1, $2, "include \"" name "\" from core/ or from the root, so that its layer is seen")
	else if (to ~ /^tests/)
		offend($1, $2, "the program includes a test")
	else if (from ~ /^core\/paper$/ && to ~ /^core\/paper\/helper/)
		offend($1, $2, "core/paper includes its helper, which is another program")
	else if (top(from) == top(to))
		next
	else if (from ~ /^cli/ && to ~ /^tui/) {
		if (leaf($1) !~ /^(main|run|doc|keys)\.c$/)
			offend($1, $2, "in cli/ only main, run, doc and keys may include tui/")
	} else if (rank(to) >= rank(from))
		offend($1, $2, from " includes \"" name "\": " to " is not to its left")
}
