/* A table of text as a spreadsheet. Numbers of up to 15 digits without leading zero become numbers; the rest stays text, so that
 * identity numbers keep their digits. */
#include "paper/helper/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/file.h"

static bool is_number(const char *s)
{
	size_t n = strspn(s, "0123456789"), all = n;
	if (n == 0 || n > 15 || (s[0] == '0' && n > 1))
		return false;
	if (s[n] == '.') {
		size_t f = strspn(s + n + 1, "0123456789");
		all = f && f <= 4 ? n + 1 + f : n;
	}
	return s[all] == '\0';
}

static void fill(lxw_worksheet *sheet, lxw_format *head, char *data)
{
	lxw_row_t row = 0;
	for (char *line = data; line && *line; row++) {
		char *next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		lxw_col_t column = 0;
		for (char *cell = line; cell; column++) {
			char *tab = strchr(cell, '\t');
			if (tab)
				*tab++ = '\0';
			if (row > 0 && is_number(cell))
				worksheet_write_number(sheet, row, column, strtod(cell, NULL), NULL);
			else
				worksheet_write_string(sheet, row, column, cell, row == 0 ? head : NULL);
			cell = tab;
		}
		line = next;
	}
	worksheet_freeze_panes(sheet, 1, 0);
}

/* The library wants a file: a temporary one, sent on and removed. */
static bool send_file(struct arena *a, const char *path)
{
	char *bytes;
	size_t n;
	struct err e = {0};
	return file_read(path, SIZE_MAX / 2, a, &bytes, &n, &e) && file_write_all(1, bytes, n);
}

static bool make_book(const struct options *o, const char *path, char *data)
{
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = book ? workbook_add_worksheet(book, o->words[0]) : NULL;
	if (!sheet)
		return false;
	lxw_format *head = workbook_add_format(book);
	format_set_bold(head);
	lxw_doc_properties properties = {.created = o->created};
	workbook_set_properties(book, &properties);
	fill(sheet, head, data);
	return workbook_close(book) == LXW_NO_ERROR;
}

int mode_xlsx(const struct options *o)
{
	char *data, path[] = "/tmp/gwgk-XXXXXX";
	size_t n;
	if (!read_input(o->arena, &data, &n))
		return refuse("SYSTEM", _("读不到表格内容"));
	int fd = mkstemp(path);
	if (fd < 0)
		return refuse("SYSTEM", _("不能写临时文件"));
	close(fd);
	bool made = make_book(o, path, data) && send_file(o->arena, path);
	unlink(path);
	if (!made)
		return refuse("SYSTEM", _("电子表格写不成，请看磁盘空间"));
	STATUS("done");
	return 0;
}
