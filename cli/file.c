#include "cli/file.h"

#include "base/encoding.h"

bool cli_file_text(struct cli *c, const char *path, char **text, struct err *e)
{
	char *data;
	size_t n;
	return file_read(path, IMPORT_MAX, &c->arena, &data, &n, e) && encoding_read(data, n, &c->arena, text, NULL, e);
}

const char *cli_word_at(const struct cli_args *args, size_t i)
{
	return i < args->npos ? args->pos[i] : NULL;
}
