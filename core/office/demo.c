#include "office/demo.h"

#include <stdio.h>
#include <unistd.h>

const struct demo_filler demo_fillers[] = {
	{"directory", demo_directory},
	{NULL, NULL},
};

bool demo_do(struct office *o, const char *verb, int64_t *subject_id, void *args, struct err *e)
{
	struct arena a = {0};
	unsigned char cmd[CMD_ID_LEN];
	struct verb_call call = {.office = o, .verb = verb_find(verb), .subject_id = *subject_id, .args = args, .arena = &a};
	BUG_ON(!call.verb);
	cmd_id_new(o->desk, cmd);
	bool done = verb_do(&call, cmd, e);
	*subject_id = call.subject_id;
	arena_free(&a);
	return done;
}

static bool fill(const char *path, const char *login, struct desk *desk, daynum today, struct err *e)
{
	struct office *o;
	if (!office_open(path, login, desk, &o, e))
		return false;
	bool done = true;
	for (const struct demo_filler *f = demo_fillers; done && f->name; f++) {
		desk->today = today - 730;
		done = f->run(o, today, e);
	}
	office_close(o);
	return done;
}

static void forget(const char *path)
{
	static const char *const parts[] = {"", "-wal", "-shm", "-lock"};
	struct arena a = {0};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		unlink(arena_printf(&a, "%s%s", path, parts[i]));
	arena_free(&a);
}

bool demo_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e)
{
	daynum today = desk_today(desk);
	struct desk own = {.today_fixed = true, .today = today - 730, .now_fixed = true, .seed = 20080501};
	if (!setup->office)
		setup->office = _("中华人民共和国清江海关");
	if (!setup->superior)
		setup->superior = _("中华人民共和国南岭海关");
	if (!setup->court)
		setup->court = _("清江市中级人民法院");
	if (!setup->prefix)
		setup->prefix = _("清关公开");
	setup->purpose = "demo";
	if (!office_init(path, setup, &own, e))
		return false;
	if (fill(path, setup->login, &own, today, e))
		return true;
	forget(path);
	return false;
}
