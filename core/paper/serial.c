#include "paper/serial.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "paper/size.h"

enum { TABLE_COLUMNS_MAX = 24, ROW_LINES_MAX = 60 };

static void escaped(struct str *s, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '\n': str_add(s, "\\n"); break;
		case '\t': str_add(s, "\\t"); break;
		case '\\': str_add(s, "\\\\"); break;
		default: str_char(s, *text);
		}
	}
	str_char(s, '\n');
}

static void table_serial(struct str *s, const struct doc_table *t)
{
	str_add(s, "table\t");
	for (size_t i = 0; i < t->columns; i++)
		str_printf(s, i ? " %d" : "%d", t->width[i]);
	str_add(s, "\t\n");
	for (size_t r = 0; r < t->n; r++) {
		str_printf(s, "row\t%d\t\n", t->rows[r].lines);
		for (size_t c = 0; c < t->rows[r].n; c++) {
			const struct doc_cell *cell = &t->rows[r].cells[c];
			str_printf(s, "cell\t%d%s%s\t", cell->span, cell->centre ? "c" : "", cell->above ? "^" : "");
			escaped(s, cell->text);
		}
	}
}

char *doc_serial(const struct doc *d, struct arena *a, size_t *len)
{
	struct str s = str_new(a);
	str_add(&s, "gwdoc 1\t");
	escaped(&s, d->kind);
	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];
		if (b->kind == BLOCK_TABLE) {
			table_serial(&s, b->table);
			continue;
		}
		str_printf(&s, "%s\t", block_name(b->kind));
		if (b->level)
			str_printf(&s, "%d", b->level);
		str_char(&s, '\t');
		escaped(&s, b->text);
	}
	str_add(&s, "end\n");
	if (len)
		*len = s.len;
	return s.s;
}

/* --- reading --------------------------------------------------------------------------------------------------------- */

struct reader {
	const char *data;
	size_t n, at;
	int line;
	struct arena *arena;
	struct err *e;
	struct doc *doc;
	struct block *table;
	struct doc_cell cells[TABLE_COLUMNS_MAX]; /* of the row being read */
	size_t ncells, covered;
	int lines;
	bool in_row;
};

static bool damaged(struct reader *r, const char *why)
{
	return err_set(r->e, ERR_SYSTEM, _("文书数据第%d行有误：%s"), r->line, why);
}

/* The next line without its \n, or false at the end (a last line without \n is damage). */
static bool next_line(struct reader *r, const char **s, size_t *n)
{
	const char *nl = r->at < r->n ? memchr(r->data + r->at, '\n', r->n - r->at) : NULL;
	r->line++;
	if (!nl)
		return damaged(r, _("没有结束"));
	*s = r->data + r->at;
	*n = (size_t)(nl - *s);
	r->at += *n + 1;
	return true;
}

static bool unescape(struct reader *r, const char *s, size_t n, bool lines, char **out)
{
	char *o = *out = arena_alloc(r->arena, n + 1);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c < 0x20 || c == 0x7f)
			return damaged(r, _("含有控制字符"));
		if (c != '\\') {
			*o++ = s[i];
			continue;
		}
		if (++i == n || (s[i] != '\\' && (s[i] != 'n' || !lines)))
			return damaged(r, _("转义不对"));
		*o++ = s[i] == 'n' ? '\n' : '\\';
	}
	*o = '\0';
	size_t len = (size_t)(o - *out);
	if (!text_valid(*out, len))
		return damaged(r, _("不是有效的文字"));
	for (size_t i = 0; i < len;) {
		uint32_t cp;
		i += utf8_next(*out + i, len - i, &cp);
		if (cp != '\n' && doc_char(cp) != DOC_KEPT)
			return damaged(r, _("含有控制字符"));
	}
	return true;
}

/* A canonical small positive number. */
static bool small_number(const char *s, size_t n, int max, int *out)
{
	*out = 0;
	if (n == 0 || n > 4 || s[0] == '0')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return *out <= max;
}

static bool finish_row(struct reader *r)
{
	if (!r->in_row)
		return true;
	r->in_row = false;
	if (r->covered != r->table->table->columns)
		return damaged(r, _("表格的格数不对"));
	doc_add_row(r->doc, r->table, r->cells, r->ncells, r->lines);
	return true;
}

static bool read_table(struct reader *r, const char *attr, size_t n)
{
	int width[TABLE_COLUMNS_MAX];
	size_t columns = 0;
	int sum = 0;
	for (size_t i = 0; i <= n; columns++) {
		const char *sp = memchr(attr + i, ' ', n - i);
		size_t len = sp ? (size_t)(sp - attr) - i : n - i;
		if (columns == TABLE_COLUMNS_MAX || !small_number(attr + i, len, 100, &width[columns]))
			return damaged(r, _("表格的列宽不对"));
		sum += width[columns];
		i += len + 1;
	}
	if (sum != 100)
		return damaged(r, _("表格的列宽不对"));
	r->table = doc_add_table(r->doc, width, columns);
	return true;
}

static bool read_row(struct reader *r, const char *attr, size_t n)
{
	if (!r->table || !finish_row(r))
		return damaged(r, _("表格以外不能有行"));
	if (!small_number(attr, n, ROW_LINES_MAX, &r->lines))
		return damaged(r, _("表格的行高不对"));
	r->in_row = true;
	r->ncells = r->covered = 0;
	return true;
}

static bool read_cell(struct reader *r, const char *attr, size_t n, const char *text, size_t len)
{
	int span;
	char *s;
	bool above = n && attr[n - 1] == '^';
	n -= above;
	bool centre = n && attr[n - 1] == 'c';
	n -= centre;
	if (!r->in_row || !small_number(attr, n, TABLE_COLUMNS_MAX, &span) ||
		r->covered + (size_t)span > r->table->table->columns)
		return damaged(r, _("表格的格数不对"));
	if (!unescape(r, text, len, true, &s))
		return false;
	r->cells[r->ncells++] = (struct doc_cell){.text = s, .span = span, .centre = centre, .above = above};
	r->covered += (size_t)span;
	return true;
}

static bool is_word(const char *s, size_t n, const char *word)
{
	return n == strlen(word) && !memcmp(s, word, n);
}

static bool read_block(struct reader *r, const char *kind, size_t nkind, const char *attr, size_t nattr, const char *text,
	size_t ntext)
{
	if (is_word(kind, nkind, "row"))
		return (ntext == 0 || damaged(r, _("多余的文字"))) && read_row(r, attr, nattr);
	if (is_word(kind, nkind, "cell"))
		return read_cell(r, attr, nattr, text, ntext);
	if (!finish_row(r))
		return false;
	r->table = NULL;
	if (r->doc->n >= DOC_BLOCKS_MAX)
		return damaged(r, _("文书过长"));
	if (is_word(kind, nkind, "table"))
		return (ntext == 0 || damaged(r, _("多余的文字"))) && read_table(r, attr, nattr);
	int k = 0, level = 0;
	while (k < BLOCK_KINDS && !is_word(kind, nkind, block_name((enum block_kind)k)))
		k++;
	if (k == BLOCK_KINDS)
		return damaged(r, _("不认识的内容"));
	if (nattr && (k != BLOCK_PARA || !small_number(attr, nattr, PARA_LEVELS - 1, &level)))
		return damaged(r, _("属性不对"));
	if (k == BLOCK_PAGE && ntext)
		return damaged(r, _("多余的文字"));
	if (k == BLOCK_PAPER && (r->doc->n || !paper_size_find(arena_strndup(r->arena, text, ntext))))
		return damaged(r, _("纸张不对"));
	char *s;
	if (!unescape(r, text, ntext, false, &s))
		return false;
	doc_add(r->doc, (enum block_kind)k, s)->level = level;
	return true;
}

static bool read_head(struct reader *r)
{
	const char *s;
	size_t n;
	char *kind;
	if (!next_line(r, &s, &n))
		return false;
	if (n < 8 || memcmp(s, "gwdoc 1\t", 8))
		return damaged(r, _("不是本程序的文书"));
	if (!unescape(r, s + 8, n - 8, false, &kind))
		return false;
	r->doc = doc_new(r->arena, kind);
	return true;
}

bool doc_parse(const char *data, size_t n, size_t *at, struct arena *a, struct doc **out, struct err *e)
{
	struct reader r = {.data = data, .n = n, .at = *at, .arena = a, .e = e};
	if (!read_head(&r))
		return false;
	for (;;) {
		const char *s, *tab1, *tab2;
		size_t len;
		if (!next_line(&r, &s, &len))
			return false;
		if (is_word(s, len, "end"))
			break;
		if (r.at - *at > DOC_TEXT_MAX)
			return damaged(&r, _("文书过长"));
		tab1 = memchr(s, '\t', len);
		tab2 = tab1 ? memchr(tab1 + 1, '\t', len - (size_t)(tab1 + 1 - s)) : NULL;
		if (!tab2)
			return damaged(&r, _("不认识的内容"));
		if (!read_block(&r, s, (size_t)(tab1 - s), tab1 + 1, (size_t)(tab2 - tab1 - 1), tab2 + 1,
			    len - (size_t)(tab2 + 1 - s)))
			return false;
	}
	if (!finish_row(&r))
		return false;
	*at = r.at;
	*out = r.doc;
	return true;
}
