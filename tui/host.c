#include "tui/host.h"

#include <string.h>

#include "law/calendar.h"
#include "office/busy.h"
#include "office/draft.h"
#include "office/verb.h"
#include "tui/verb_form.h"

struct host_state {
	struct office *office;
	struct calendar *calendar; /* the embedded one, without an office */
	int64_t head;
	struct busy *busy;
};

static const char *operator_line(void *ctx, struct arena *a)
{
	const struct host_state *h = ctx;
	if (!h->office)
		return _("没有打开办公室文件");
	const char *demo = strcmp(h->office->purpose, "live") ? _(" [演示]") : "";
	return arena_printf(a, "%s%s", *h->office->operator_name ? h->office->operator_name : h->office->login, demo);
}

static const struct calendar *calendar(void *ctx)
{
	const struct host_state *h = ctx;
	return h->office ? h->office->calendar : h->calendar;
}

static int64_t changes(void *ctx)
{
	struct host_state *h = ctx;
	struct err e = {0};
	int64_t head;
	if (h->office && office_head(h->office, &head, &e))
		h->head = head;
	return h->head;
}

static const char *verb_label(void *ctx, const char *name)
{
	(void)ctx;
	const struct verb *v = verb_find(name);
	return v ? tr(v->label) : NULL;
}

static bool can(void *ctx, const char *name, int64_t subject, struct err *why)
{
	const struct host_state *h = ctx;
	const struct verb *v = verb_find(name);
	if (!v || !h->office)
		return err_set(why, ERR_MISSING, _("没有打开办公室文件"));
	if (v->subject && !v->creates && subject == INT_NONE)
		return err_set(why, ERR_MISSING, _("先选一行"));
	return verb_can(h->office, v, subject, why);
}

static void start(void *ctx, struct app *app, const char *name, int64_t subject)
{
	(void)ctx;
	const struct verb *v = verb_find(name);
	if (v)
		verb_form_open(app, v, subject, NULL);
}

static bool save(void *ctx, const char *key, const char *text, struct err *e)
{
	const struct host_state *h = ctx;
	if (text)
		return draft_save(h->office, key, text, e);
	draft_drop(h->office, key);
	return true;
}

static const char *load(void *ctx, const char *key, struct arena *a)
{
	const struct host_state *h = ctx;
	struct own_file d;
	struct err e = {0};
	return draft_load(h->office, key, a, &d, &e) ? d.text : NULL;
}

static void mark(void *ctx, const char *noun, int64_t id)
{
	busy_mark(((struct host_state *)ctx)->busy, noun, id);
}

static void look(void *ctx)
{
	busy_look(((struct host_state *)ctx)->busy);
}

static const char *busy(void *ctx, const char *noun, int64_t id, struct arena *a)
{
	return busy_by(((const struct host_state *)ctx)->busy, noun, id, a);
}

struct host host_make(struct office *office, struct arena *a)
{
	struct host_state *h = arena_new(a, struct host_state);
	h->office = office;
	if (!office)
		h->calendar = calendar_embedded(a);
	struct host host = {.ctx = h, .operator_line = operator_line, .calendar = calendar};
	if (office) {
		host.changes = changes;
		host.verb_label = verb_label;
		host.verb_can = can;
		host.verb_start = start;
		host.draft_save = save;
		host.draft_load = load;
		h->busy = busy_new(office, a);
		host.busy_mark = mark;
		host.busy_look = look;
		host.busy_by = busy;
	}
	return host;
}
