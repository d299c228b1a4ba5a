/* Tables and records for people, spreadsheets and scripts. */
#include "cli/cli.h"

#include <stdarg.h>
#include <string.h>
#include "base/text.h"

struct cli_table cli_table_new(struct cli *c, const char *columns)
{
	struct cli_table t = {.c = c};
	t.names = arena_array(&c->arena, const char *, strlen(columns) / 2 + 1);
	t.labels = arena_array(&c->arena, const char *, strlen(columns) / 2 + 1);
	for (const char *p = columns; *p;) {
		size_t n = strcspn(p, " "), eq = strcspn(p, "=");
		BUG_ON(eq >= n);
		t.names[t.columns] = arena_strndup(&c->arena, p, eq);
		t.labels[t.columns++] = arena_strndup(&c->arena, p + eq + 1, n - eq - 1);
		p += n + strspn(p + n, " ");
	}
	return t;
}

void cli_row(struct cli_table *t, ...)
{
	struct arena *a = &t->c->arena;
	if (t->n == t->cap) {
		size_t cap = t->cap ? t->cap * 2 : 16;
		struct csv_row *rows = arena_array(a, struct csv_row, cap);
		if (t->n)
			memcpy(rows, t->rows, t->n * sizeof *rows);
		t->rows = rows;
		t->cap = cap;
	}
	struct csv_row *r = &t->rows[t->n++];
	r->n = t->columns;
	r->cells = arena_array(a, const char *, t->columns);
	va_list ap;
	va_start(ap, t);
	for (size_t i = 0; i < t->columns; i++) {
		const char *s = va_arg(ap, const char *);
		r->cells[i] = arena_strdup(a, s ? s : "");
	}
	va_end(ap);
}

static void print_csv(struct cli_table *t)
{
	for (size_t i = 0; i < t->columns; i++)
		csv_cell(&t->c->out, t->names[i], i == 0, false);
	csv_end(&t->c->out);
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->columns; i++)
			csv_cell(&t->c->out, t->rows[r].cells[i], i == 0, true);
		csv_end(&t->c->out);
	}
}

/* One cell, line breaks shown as spaces; padded unless last. */
static void print_cell(struct cli *c, const char *s, int width, bool last)
{
	char *line = text_clean(&c->arena, s, false);
	str_add(&c->out, line);
	if (!last)
		str_repeat(&c->out, ' ', width - text_cells(line) + 2);
	else
		str_char(&c->out, '\n');
}

static void print_text(struct cli_table *t)
{
	int *width = arena_array(&t->c->arena, int, t->columns);
	for (size_t i = 0; i < t->columns; i++) {
		width[i] = text_cells(t->labels[i]);
		for (size_t r = 0; r < t->n; r++) {
			int w = text_cells(text_clean(&t->c->arena, t->rows[r].cells[i], false));
			if (w > width[i])
				width[i] = w;
		}
	}
	for (size_t i = 0; i < t->columns; i++)
		print_cell(t->c, t->labels[i], width[i], i + 1 == t->columns);
	for (size_t r = 0; r < t->n; r++)
		for (size_t i = 0; i < t->columns; i++)
			print_cell(t->c, t->rows[r].cells[i], width[i], i + 1 == t->columns);
}

void cli_table_print(struct cli_table *t)
{
	for (size_t r = 0; r < t->n && !t->whole; r++)
		for (size_t i = 0; i < t->columns; i++)
			t->rows[r].cells[i] = text_mask_inside(t->rows[r].cells[i], &t->c->arena);
	if (t->c->format == CLI_CSV)
		print_csv(t);
	else
		print_text(t);
}

static void show_csv(struct cli *c, const struct record_type *t, const void *rec)
{
	bool first = true;
	for (int pass = 0; pass < 2; pass++, first = true) {
		for (const struct field *f = t->fields; f->name; f++) {
			if (f->flags & FIELD_HIDDEN || f->type == FIELD_RECORD || f->type == FIELD_LIST)
				continue;
			const char *v = pass ? record_stored(f, rec, &c->arena) : f->name;
			csv_cell(&c->out, v ? v : "", first, pass == 1);
			first = false;
		}
		csv_end(&c->out);
	}
}

void cli_show(struct cli *c, const struct record_type *t, const void *rec)
{
	if (c->format == CLI_CSV) {
		show_csv(c, t, rec);
		return;
	}
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->flags & FIELD_HIDDEN || f->type == FIELD_LIST)
			continue;
		if (f->type == FIELD_RECORD) {
			cli_show(c, f->nested, (const char *)rec + f->offset);
			continue;
		}
		if (!record_known(f, rec))
			continue;
		str_printf(&c->out, _("%s：%s\n"), tr(f->label), record_shown(f, rec, &c->arena));
	}
}
