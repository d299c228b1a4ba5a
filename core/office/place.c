#include "office/place.h"

#include <string.h>
#include <sys/stat.h>

/* A path that is in the folder already is what a screen hands to the command that it starts. */
static const char *place_in_folder(const char *folder, const char *typed, struct arena *a, struct err *e)
{
	size_t n = strlen(folder);
	const char *name = !strncmp(typed, folder, n) && typed[n] == '/' ? typed + n + 1 : typed;
	if (!*name || strchr(name, '/') || *name == '.') {
		err_set(e, ERR_DENIED, _("远程登录只能写文件名，文件放在 %s"), folder);
		return NULL;
	}
	return arena_printf(a, "%s/%s", folder, name);
}

const char *place_out(struct office *o, const char *typed, struct arena *a, struct err *e)
{
	if (!o->over_ssh)
		return arena_strdup(a, typed);
	const char *folder = arena_printf(a, "%s-out", store_path(o->store)), *path = place_in_folder(folder, typed, a, e);
	if (path)
		mkdir(folder, 0700);
	return path;
}

const char *place_in(struct office *o, const char *typed, struct arena *a, struct err *e)
{
	return o->over_ssh ? place_in_folder(arena_printf(a, "%s-in", store_path(o->store)), typed, a, e) : arena_strdup(a, typed);
}

bool place_printer(struct office *o, const char *queue, struct err *e)
{
	struct stat st;
	bool plain = o->over_ssh && queue && !strncmp(queue, "file:", 5) && !stat(queue + 5, &st) && S_ISREG(st.st_mode);
	return !plain || err_set(e, ERR_DENIED, _("%s 是文件，不是打印机；远程登录写成文件用 --out"), queue);
}
