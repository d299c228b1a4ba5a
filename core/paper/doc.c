#include "paper/doc.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"

static const char *const names[BLOCK_KINDS] = {
	[BLOCK_HEAD] = "head", [BLOCK_NUMBER] = "number", [BLOCK_TITLE] = "title",   [BLOCK_ADDRESSEE] = "addressee",
	[BLOCK_PARA] = "para", [BLOCK_CHOICE] = "choice", [BLOCK_REMEDY] = "remedy", [BLOCK_TABLE] = "table",
	[BLOCK_ATTACH] = "attach", [BLOCK_SIGN] = "sign", [BLOCK_SEAL] = "seal",     [BLOCK_DATE] = "date",
	[BLOCK_NOTE] = "note", [BLOCK_PAGE] = "page",   [BLOCK_PAPER] = "paper",
};

const char *block_name(enum block_kind kind)
{
	return (unsigned)kind < BLOCK_KINDS ? names[kind] : NULL;
}

enum doc_char doc_char(uint32_t cp)
{
	if (cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) || cp == 0x2028 || cp == 0x2029)
		return DOC_SPACE;
	bool direction = (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0x200E || cp == 0x200F || cp == 0x061C;
	return direction || cp == 0x200B || cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) ? DOC_DROPPED : DOC_KEPT;
}

/* A copy of what can stand on paper; `lines` keeps \n. */
static const char *plain(struct arena *a, const char *s, bool lines)
{
	size_t n = s ? strlen(s) : 0;
	char *copy = arena_alloc(a, n + 1), *to = copy;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		enum doc_char is = lines && cp == '\n' ? DOC_KEPT : doc_char(cp);
		if (is == DOC_SPACE)
			*to++ = ' ';
		else if (is == DOC_KEPT) {
			memcpy(to, s + i, len);
			to += len;
		}
		i += len;
	}
	return copy;
}

struct doc *doc_new(struct arena *a, const char *kind)
{
	struct doc *d = arena_new(a, struct doc);
	d->arena = a;
	d->kind = plain(a, kind, false);
	return d;
}

struct block *doc_add(struct doc *d, enum block_kind kind, const char *text)
{
	BUG_ON((unsigned)kind >= BLOCK_KINDS);
	d->blocks = arena_grow(d->arena, d->blocks, d->n, &d->cap, sizeof *d->blocks);
	struct block *b = &d->blocks[d->n++];
	*b = (struct block){.kind = kind, .text = plain(d->arena, text, false)};
	return b;
}

struct block *doc_add_table(struct doc *d, const int *width, size_t columns)
{
	struct block *b = doc_add(d, BLOCK_TABLE, "");
	b->table = arena_new(d->arena, struct doc_table);
	b->table->columns = columns;
	b->table->width = arena_memdup(d->arena, width, columns * sizeof *width);
	return b;
}

void doc_add_row(struct doc *d, struct block *table, const struct doc_cell *cells, size_t n, int lines)
{
	struct doc_table *t = table->table;
	t->rows = arena_more(d->arena, t->rows, t->n, sizeof *t->rows);
	struct doc_row *row = &t->rows[t->n++];
	*row = (struct doc_row){.n = n, .lines = lines < 1 ? 1 : lines, .cells = arena_array(d->arena, struct doc_cell, n)};
	size_t covered = 0;
	for (size_t i = 0; i < n; i++) {
		row->cells[i] = cells[i];
		row->cells[i].text = plain(d->arena, cells[i].text, true);
		covered += (size_t)cells[i].span;
	}
	BUG_ON(covered != t->columns);
}

const struct block *doc_find(const struct doc *d, enum block_kind kind)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->blocks[i].kind == kind)
			return &d->blocks[i];
	}
	return NULL;
}

char *doc_text(const struct doc *d, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < d->n; i++) {
		const struct block *b = &d->blocks[i];
		if (b->kind == BLOCK_PAGE || b->kind == BLOCK_PAPER)
			continue;
		if (b->kind != BLOCK_TABLE) {
			str_printf(&s, "%s\n", b->text);
			continue;
		}
		for (size_t r = 0; r < b->table->n; r++) {
			for (size_t c = 0; c < b->table->rows[r].n; c++)
				str_printf(&s, "%s\n", b->table->rows[r].cells[c].text);
		}
	}
	return s.s;
}
