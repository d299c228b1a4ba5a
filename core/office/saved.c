#include "office/saved.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/own.h"

static const char folder[] = "saved";

static const char *key_of(const char *list, const char *name, struct arena *a)
{
	return arena_printf(a, "%s/%s", list, name);
}

/* Five lines and a last one, so that a file cut short is seen to be. */
static const char head[] = "gwsaved 1", tail[] = "end";

static const char *written(const struct saved *s, struct arena *a)
{
	return arena_printf(a, "%s\nview %s\nfilter %s\nsort %d\norder %s\n%s\n", head, s->view ? s->view : "",
		text_clean(a, s->filter ? s->filter : "", false), s->sort, s->descending ? "down" : "up", tail);
}

/* The rest of the next line after `word` and a space; NULL: another line stands there. */
static const char *value(char **text, const char *word)
{
	size_t n = strlen(word);
	char *line = strsep(text, "\n");
	return line && !strncmp(line, word, n) && line[n] == ' ' ? line + n + 1 : NULL;
}

static bool read_saved(const struct own_file *f, const char *list, struct arena *a, struct saved *out, bool *mine)
{
	char *text = arena_strdup(a, f->text);
	size_t n = strlen(list);
	*mine = !strncmp(f->key, list, n) && f->key[n] == '/';
	if (!*mine)
		return false;
	const char *first = strsep(&text, "\n");
	*out = (struct saved){.name = f->key + n + 1, .view = value(&text, "view"), .filter = value(&text, "filter")};
	const char *sort = value(&text, "sort"), *order = value(&text, "order");
	if (strcmp(first, head) || !out->view || !out->filter || !sort || !order || !text || strcmp(text, "end\n"))
		return false;
	char *end;
	long column = strtol(sort, &end, 10);
	out->sort = *end || column < -1 || column > 99 ? -1 : (int)column;
	out->descending = !strcmp(order, "down");
	return true;
}

static int by_name(const void *x, const void *y)
{
	const struct saved *a = x, *b = y;
	return strcmp(a->name, b->name);
}

size_t saved_list(struct office *o, const char *list, struct arena *a, struct saved **out, const char **damaged)
{
	struct own_file *files;
	size_t n = own_list(o, folder, a, &files, damaged), k = 0;
	if (*damaged)
		*damaged = arena_printf(a, _("有保存的筛选没有采用：%s"), *damaged);
	*out = arena_array(a, struct saved, n + 1);
	for (size_t i = 0; i < n; i++) {
		bool mine;
		if (read_saved(&files[i], list, a, &(*out)[k], &mine))
			k++;
		else if (mine)
			*damaged = arena_printf(a, _("保存的筛选“%s”已损坏，没有采用；可以删除后重新保存"), files[i].key + strlen(list) + 1);
	}
	qsort(*out, k, sizeof **out, by_name);
	return k;
}

bool saved_put(struct office *o, const char *list, const struct saved *s, struct err *e)
{
	struct arena a = {0};
	struct saved *all, mine = *s;
	const char *damaged;
	bool there = false;
	mine.name = text_trim(&a, text_clean(&a, s->name ? s->name : "", false));
	size_t n = saved_list(o, list, &a, &all, &damaged);
	for (size_t i = 0; i < n; i++)
		there = there || !strcmp(all[i].name, mine.name);
	bool ok = (*mine.name || err_field(e, "name", _("筛选要有名称"))) &&
		(text_cells(mine.name) <= SAVED_NAME || err_field(e, "name", _("名称太长，最多 %d 个汉字"), SAVED_NAME / 2)) &&
		(there || n < SAVED_MAX || err_set(e, ERR_RULE, _("最多保存 %d 个筛选，请先删除几个"), SAVED_MAX)) &&
		own_save(o, folder, key_of(list, mine.name, &a), written(&mine, &a), e);
	arena_free(&a);
	return ok;
}

bool saved_get(struct office *o, const char *list, const char *name, struct arena *a, struct saved *out, struct err *e)
{
	struct saved *all;
	const char *damaged;
	size_t n = saved_list(o, list, a, &all, &damaged);
	struct str names = str_new(a);
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(all[i].name, name)) {
			*out = all[i];
			return true;
		}
		str_printf(&names, i ? _("、%s") : "%s", all[i].name);
	}
	if (damaged)
		return err_set(e, ERR_MISSING, _("没有保存过筛选“%s”；%s"), name, damaged);
	if (!n)
		return err_set(e, ERR_MISSING, _("没有保存过筛选“%s”；在列表里按 F4 保存"), name);
	return err_set(e, ERR_MISSING, _("没有保存过筛选“%s”；有：%s"), name, names.s);
}

bool saved_rename(struct office *o, const char *list, const char *name, const char *to, struct err *e)
{
	struct arena a = {0};
	struct saved s, other;
	struct err none = {0};
	to = text_trim(&a, text_clean(&a, to, false));
	bool ok = saved_get(o, list, name, &a, &s, e);
	if (ok && strcmp(name, to) != 0) {
		s.name = to;
		ok = (!saved_get(o, list, to, &a, &other, &none) || err_set(e, ERR_RULE, _("已有筛选“%s”，换一个名称"), to)) && saved_put(o, list, &s, e);
		if (ok)
			saved_drop(o, list, name);
	}
	arena_free(&a);
	return ok;
}

void saved_drop(struct office *o, const char *list, const char *name)
{
	struct arena a = {0};
	own_drop(o, folder, key_of(list, name, &a));
	arena_free(&a);
}
