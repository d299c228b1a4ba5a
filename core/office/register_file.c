/* A register as a file for people: a spreadsheet, or CSV that one opens. */
#include <string.h>
#include <strings.h>

#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"
#include "office/register.h"
#include "paper/render.h"

static const char *cell_of(const struct field *f, const struct register_row *row, bool unmasked, struct arena *a)
{
	if (!row)
		return tr(f->label);
	const char *cell = unmasked ? record_shown(f, row, a) : record_masked(f, row, true, a);
	char *line = text_clean(a, cell, true);
	for (char *p = line; *p; p++)
		if (*p == '\t' || *p == '\n')
			*p = ' ';
	return line;
}

const char *register_tsv(const struct register_kind *k, const struct register_rows *rows, bool unmasked, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t r = 0; r <= rows->n; r++) {
		const char *between = "";
		for (const struct field *f = k->type->fields; f->name; f++) {
			if (f->flags & FIELD_HIDDEN)
				continue;
			str_printf(&s, "%s%s", between, cell_of(f, r ? &rows->rows[r - 1] : NULL, unmasked, a));
			between = "\t";
		}
		str_char(&s, '\n');
	}
	return s.s;
}

/* UTF-8 with the mark by which spreadsheets know it. */
static const char *csv_of(const struct register_kind *k, const struct register_rows *rows, bool unmasked, enum charset to, struct arena *a)
{
	struct str s = str_new(a);
	str_add(&s, to == CHARSET_UTF8 ? "\xEF\xBB\xBF" : "");
	for (size_t r = 0; r <= rows->n; r++) {
		bool first = true;
		for (const struct field *f = k->type->fields; f->name; f++) {
			if (f->flags & FIELD_HIDDEN)
				continue;
			csv_cell(&s, cell_of(f, r ? &rows->rows[r - 1] : NULL, unmasked, a), first, r > 0);
			first = false;
		}
		csv_end(&s);
	}
	return s.s;
}

bool register_file(const struct register_kind *k, const struct register_rows *rows, bool unmasked, enum charset to, const char *path,
	struct err *e)
{
	struct arena a = {0};
	struct paper paper = {0};
	const char *dot = strrchr(path, '.');
	bool done;
	if (dot && !strcasecmp(dot, ".xlsx") && to != CHARSET_UTF8)
		done = err_field(e, "encoding", _("xlsx 文件没有别的编码，--encoding 只用于 CSV"));
	else if (dot && !strcasecmp(dot, ".xlsx"))
		done = paper_xlsx(&paper, register_tsv(k, rows, unmasked, &a), tr(k->label), path, e);
	else if (dot && !strcasecmp(dot, ".csv")) {
		char *bytes;
		size_t len;
		done = encoding_export(csv_of(k, rows, unmasked, to, &a), to, &a, &bytes, &len, e) && file_write(path, bytes, len, e);
	} else
		done = err_field(e, "out", _("文件名应以 .xlsx 或 .csv 结尾"));
	arena_free(&a);
	return done;
}
