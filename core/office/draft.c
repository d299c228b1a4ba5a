#include "office/draft.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/hash.h"
#include "base/text.h"

enum { DRAFT_MAX = 4 << 20, DRAFTS_MAX = 500 };

static const char *folder(const struct office *o, struct arena *a)
{
	return arena_printf(a, "%s-drafts", store_path(o->store));
}

/* Login and key name the file; as a hash, since either may hold anything. */
static const char *path_of(const struct office *o, const char *key, struct arena *a)
{
	struct hash h;
	unsigned char sum[HASH_LEN];
	char hex[HASH_HEX];
	hash_start(&h);
	hash_field(&h, "login", o->login);
	hash_field(&h, "key", key);
	hash_end(&h, sum);
	return arena_printf(a, "%s/%.32s", folder(o, a), hash_hex(sum, hex));
}

/* Four lines — login, key, instant, terminal — then the text. */
bool draft_save(struct office *o, const char *key, const char *text, struct err *e)
{
	struct arena a = {0};
	const char *dir = folder(o, &a), *tty = getenv("SSH_TTY");
	char now[INSTANT_LEN];
	bool ok = !mkdir(dir, 0700) || errno == EEXIST || err_set(e, ERR_SYSTEM, _("建不了草稿目录 %s：%s"), dir, strerror(errno));
	if (ok) {
		struct str s = str_new(&a);
		str_printf(&s, "%s\n%s\n%s\n%s\n", o->login, key, instant_local(desk_now(o->desk), now),
			tty ? text_clean(&a, tty, false) : "");
		str_add(&s, text);
		ok = file_write(path_of(o, key, &a), s.s, s.len, e);
	}
	arena_free(&a);
	return ok;
}

static char *take_line(char **s)
{
	char *line = strsep(s, "\n");
	return line ? line : "";
}

static bool read_draft(struct office *o, const char *path, struct arena *a, struct draft *out, struct err *e)
{
	char *text;
	size_t len;
	if (!file_read(path, DRAFT_MAX, a, &text, &len, e))
		return false;
	if (strlen(text) != len || !text_valid(text, len))
		return err_set(e, ERR_SYSTEM, _("草稿 %s 已损坏"), path);
	const char *login = take_line(&text);
	*out = (struct draft){.key = take_line(&text)};
	out->saved = take_line(&text);
	out->terminal = take_line(&text);
	out->text = text ? text : "";
	return !strcmp(login, o->login);
}

bool draft_load(struct office *o, const char *key, struct arena *a, struct draft *out, struct err *e)
{
	struct err mine = {0};
	if (read_draft(o, path_of(o, key, a), a, out, &mine) && !strcmp(out->key, key))
		return true;
	if (mine.code != ERR_NONE && mine.code != ERR_MISSING)
		*e = mine;
	return false;
}

void draft_drop(struct office *o, const char *key)
{
	struct arena a = {0};
	unlink(path_of(o, key, &a));
	arena_free(&a);
}

static int newest_first(const void *x, const void *y)
{
	const struct draft *a = x, *b = y;
	int order = strcmp(b->saved, a->saved);
	return order ? order : strcmp(a->key, b->key);
}

size_t draft_list(struct office *o, struct arena *a, struct draft **out)
{
	DIR *d = opendir(folder(o, a));
	size_t n = 0;
	*out = arena_array(a, struct draft, DRAFTS_MAX);
	if (!d)
		return 0;
	for (struct dirent *f; (f = readdir(d)) && n < DRAFTS_MAX;) {
		struct err e = {0};
		const char *path = arena_printf(a, "%s/%s", folder(o, a), f->d_name);
		if (strlen(f->d_name) == 32 && read_draft(o, path, a, &(*out)[n], &e))
			n++;
	}
	closedir(d);
	qsort(*out, n, sizeof **out, newest_first);
	return n;
}
