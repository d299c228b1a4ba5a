#include "office/demo.h"

#include <unistd.h>

#include "base/embed.h"

static bool fill(const char *path, const char *login, struct desk *desk, daynum today, struct err *e)
{
	struct office *o;
	if (!office_open(path, login, desk, &o, e))
		return false;
	store_unsynced(o->store, true);
	bool done = demo_story(o, embedded_find(gen_seed, "demo_story.tsv")->text, today, e);
	store_unsynced(o->store, false);
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
