#include "cli/file.h"

#include <string.h>

#include "base/encoding.h"
#include "base/file.h"
#include "office/place.h"

bool cli_file_text(struct cli *c, const char *path, char **text, struct err *e)
{
	char *data;
	size_t n;
	if (!strcmp(path, "-"))
		path = "/dev/stdin";
	else if (c->over_ssh && (!cli_office(c, e) || !(path = place_in(c->office, path, &c->arena, e))))
		return false;
	return file_read(path, IMPORT_MAX, &c->arena, &data, &n, e) && encoding_read(data, n, &c->arena, text, NULL, e);
}

bool cli_out_place(struct cli *c, const char **path, struct err *e)
{
	if (*path && !strcmp(*path, "-"))
		return err_field(e, "out", _("“-”不是文件名；不写 --out 的文本就写到标准输出"));
	if (!*path || !c->over_ssh)
		return true;
	*path = cli_office(c, e) ? place_out(c->office, *path, &c->arena, e) : NULL;
	return *path != NULL;
}

void cli_faulty_file(struct cli *c, const char *path, int line, const char *text, size_t n)
{
	const char *place = line ? arena_printf(&c->arena, "%s:%d", path, line) : path;
	cli_faulty(c, arena_printf(&c->arena, _("%s：%s（共 %zu 处）"), place, text, n));
}

void cli_written(struct cli *c, const char *path, int64_t rows, const char *text)
{
	const char *n = rows == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)rows);
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s\n", text);
	} else if (c->format == CLI_CSV) {
		struct cli_table t = cli_table_new(c, _("out=文件 rows=行数"));
		cli_row(&t, path, n);
		cli_table_print(&t);
	} else {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_text(&j, "out", path);
		if (rows != INT_NONE)
			json_int(&j, "rows", rows);
		json_close(&j);
	}
}

const char *cli_word_at(const struct cli_args *args, size_t i)
{
	return i < args->npos ? args->pos[i] : NULL;
}
