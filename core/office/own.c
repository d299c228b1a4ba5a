#include "office/own.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"

enum { OWN_MAX = 4 << 20, OWN_FILES_MAX = 500, OWN_NAME = 32 };

static const char *path_of_folder(const struct office *o, const char *folder, struct arena *a)
{
	return arena_printf(a, "%s-%s", store_path(o->store), folder);
}

/* Login and key name the file; as a hash, since either may hold anything. */
static const char *path_of(const struct office *o, const char *folder, const char *key, struct arena *a)
{
	struct hash h;
	unsigned char sum[HASH_LEN];
	char hex[HASH_HEX];
	hash_start(&h);
	hash_field(&h, "login", o->login);
	hash_field(&h, "key", key);
	hash_end(&h, sum);
	return arena_printf(a, "%s/%.32s", path_of_folder(o, folder, a), hash_hex(sum, hex));
}

/* Four lines — login, key, instant, terminal — then the text. */
bool own_save(struct office *o, const char *folder, const char *key, const char *text, struct err *e)
{
	struct arena a = {0};
	const char *dir = path_of_folder(o, folder, &a), *tty = getenv("SSH_TTY");
	char now[INSTANT_LEN];
	bool ok = !mkdir(dir, 0700) || errno == EEXIST || err_set(e, ERR_SYSTEM, _("建不了目录 %s：%s"), dir, strerror(errno));
	if (ok) {
		struct str s = str_new(&a);
		str_printf(&s, "%s\n%s\n%s\n%s\n", o->login, key, instant_local(desk_now(o->desk), now),
			tty ? text_clean(&a, tty, false) : "");
		str_add(&s, text);
		ok = file_write(path_of(o, folder, key, &a), s.s, s.len, e);
	}
	arena_free(&a);
	return ok;
}

static char *take_line(char **s)
{
	char *line = strsep(s, "\n");
	return line ? line : "";
}

static bool read_own(struct office *o, const char *path, struct arena *a, struct own_file *out, struct err *e)
{
	char *text;
	size_t len;
	if (!file_read(path, OWN_MAX, a, &text, &len, e))
		return false;
	if (strlen(text) != len || !text_valid(text, len))
		return err_set(e, ERR_SYSTEM, _("%s 已损坏"), path);
	const char *login = take_line(&text);
	*out = (struct own_file){.key = take_line(&text)};
	out->saved = take_line(&text);
	out->terminal = take_line(&text);
	out->text = text;
	if (!text)
		return err_set(e, ERR_SYSTEM, _("%s 已损坏"), path);
	return !strcmp(login, o->login);
}

bool own_load(struct office *o, const char *folder, const char *key, struct arena *a, struct own_file *out, struct err *e)
{
	struct err mine = {0};
	if (read_own(o, path_of(o, folder, key, a), a, out, &mine) && !strcmp(out->key, key))
		return true;
	if (mine.code != ERR_NONE && mine.code != ERR_MISSING)
		*e = mine;
	return false;
}

void own_drop(struct office *o, const char *folder, const char *key)
{
	struct arena a = {0};
	unlink(path_of(o, folder, key, &a));
	arena_free(&a);
}

static int newest_first(const void *x, const void *y)
{
	const struct own_file *a = x, *b = y;
	int order = strcmp(b->saved, a->saved);
	return order ? order : strcmp(a->key, b->key);
}

size_t own_list(struct office *o, const char *folder, struct arena *a, struct own_file **out, const char **damaged)
{
	const char *dir = path_of_folder(o, folder, a);
	DIR *d = opendir(dir);
	size_t n = 0;
	*out = arena_array(a, struct own_file, OWN_FILES_MAX);
	*damaged = NULL;
	if (!d)
		return 0;
	for (struct dirent *f; (f = readdir(d)) && n < OWN_FILES_MAX;) {
		struct err e = {0};
		const char *path = arena_printf(a, "%s/%s", dir, f->d_name);
		if (strlen(f->d_name) != OWN_NAME)
			continue;
		if (read_own(o, path, a, &(*out)[n], &e))
			n++;
		else if (e.code != ERR_NONE)
			*damaged = arena_strdup(a, e.text);
	}
	closedir(d);
	qsort(*out, n, sizeof **out, newest_first);
	return n;
}
