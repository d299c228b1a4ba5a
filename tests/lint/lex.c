/* lex.c — C sources as a stream of tokens, one a line, for the lints (awk): path TAB line TAB kind TAB text.
 *
 * Kinds: i identifier, s string literal, c character, n number, p one punctuation character, k comment, # a whole
 * preprocessor line. The tokens inside a preprocessor line follow it with their kinds in upper case, so that a lint about
 * structure (braces) can leave them out. Newlines and tabs in a text become spaces. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lexer {
	const char *path, *p, *end;
	int line;
	bool directive, line_start;
};

static void emit(const struct lexer *x, int line, char kind, const char *from, const char *to)
{
	printf("%s\t%d\t%c\t", x->path, line, x->directive && kind != '#' ? toupper((unsigned char)kind) : kind);
	for (; from < to; from++) {
		unsigned char c = (unsigned char)*from;
		putchar(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
	}
	putchar('\n');
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* The end of a logical line: the newline that no backslash continues. */
static const char *logical_end(const struct lexer *x)
{
	const char *q = x->p;
	while (q < x->end && !(*q == '\n' && (q == x->p || q[-1] != '\\')))
		q++;
	return q;
}

static const char *quoted_end(const struct lexer *x)
{
	const char quote = *x->p, *q = x->p + 1;
	while (q < x->end && *q != quote && *q != '\n')
		q += *q == '\\' && q + 1 < x->end ? 2 : 1;
	return q < x->end ? q + 1 : x->end;
}

static const char *comment_end(const struct lexer *x)
{
	const char *q = x->p + 2;
	if (x->p[1] == '/') {
		while (q < x->end && *q != '\n')
			q++;
		return q;
	}
	while (q + 1 < x->end && !(q[0] == '*' && q[1] == '/'))
		q++;
	return q + 1 < x->end ? q + 2 : x->end;
}

static void take(struct lexer *x, char kind, const char *to)
{
	int line = x->line;
	for (const char *q = x->p; q < to; q++)
		x->line += *q == '\n';
	emit(x, line, kind, x->p, to);
	x->p = to;
	x->line_start = false;
}

static void word_or_mark(struct lexer *x)
{
	const char *q = x->p;
	if (!is_word(*q)) {
		take(x, 'p', q + 1);
		return;
	}
	while (q < x->end && (is_word(*q) || (isdigit((unsigned char)*x->p) && *q == '.')))
		q++;
	take(x, isdigit((unsigned char)*x->p) ? 'n' : 'i', q);
}

static void next(struct lexer *x)
{
	char c = *x->p, d = x->p + 1 < x->end ? x->p[1] : '\0';
	if (c == '\n') {
		if (x->p[-1] != '\\') {
			x->directive = false;
			x->line_start = true;
		}
		x->line++;
		x->p++;
	} else if (isspace((unsigned char)c) || (c == '\\' && d == '\n')) {
		x->p++;
	} else if (c == '/' && (d == '*' || d == '/')) {
		bool start = x->line_start;
		take(x, 'k', comment_end(x));
		x->line_start = start;
	} else if (c == '#' && x->line_start && !x->directive) {
		emit(x, x->line, '#', x->p, logical_end(x));
		x->directive = true;
		x->p++;
	} else if (c == '"' || c == '\'') {
		take(x, c == '"' ? 's' : 'c', quoted_end(x));
	} else {
		word_or_mark(x);
	}
}

static bool lex_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f || fseek(f, 0, SEEK_END))
		return false;
	size_t n = (size_t)ftell(f);
	char *text = malloc(n + 2);
	rewind(f);
	if (!text || fread(text + 1, 1, n, f) != n)
		return false;
	fclose(f);
	text[0] = '\n'; /* so that the first character has one before it */
	struct lexer x = {.path = path, .p = text + 1, .end = text + 1 + n, .line = 1, .line_start = true};
	while (x.p < x.end)
		next(&x);
	free(text);
	return true;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!lex_file(argv[i])) {
			perror(argv[i]);
			return 1;
		}
	return 0;
}
