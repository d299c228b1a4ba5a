/* What was typed and not saved, of this operator; Enter goes on with it. */
#include <stdlib.h>
#include <string.h>
#include "office/draft.h"
#include "office/verb.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/screens/info.h"
#include "tui/verb_form.h"

struct drafts {
	struct list list;
};

/* "info.review:12" → its verb; NULL for a form that is no verb. */
static const struct verb *verb_of(const char *key, struct arena *a)
{
	return verb_find(arena_strndup(a, key, strcspn(key, ":")));
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct own_file *d;
	size_t n = draft_list(s->app->office, q->arena, &d);
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	(void)e;
	for (size_t i = 0; i < n; i++) {
		const struct verb *v = verb_of(d[i].key, q->arena);
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = v ? tr(v->label) : d[i].key;
		rows[i].cells[1] = d[i].saved;
		rows[i].cells[2] = d[i].terminal;
	}
	return list_page_of(s, rows, n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	struct own_file *d;
	struct arena *a = &s->app->event_arena;
	size_t n = draft_list(s->app->office, a, &d);
	if ((size_t)id > n)
		return;
	const struct verb *v = verb_of(d[id - 1].key, a);
	const char *subject = strchr(d[id - 1].key, ':');
	const struct screen_type *own = v == &info_register ? screen_find("info-entry") :
		v && !strcmp(v->name, "request.register") ? screen_find("request-entry") : NULL;
	if (own)
		app_push(s->app, own, NULL, (struct then){0});
	else if (v && (subject || v->creates))
		verb_form_open(s->app, v, subject ? strtoll(subject + 1, NULL, 10) : INT_NONE, NULL);
	else
		app_note(s->app, _("从原来的画面打开，草稿会自动恢复"));
}

static const struct list_column columns[] = {
	{.label = N_("事项")},
	{.label = N_("保存时间"), .width = 20},
	{.label = N_("终端"), .width = 16},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = N_("没有草稿"), .page = page, .enter = enter};

static bool drafts_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(&((struct drafts *)s->state)->list, s, &source);
	return true;
}

const struct screen_type drafts_screen = {
	.name = "drafts", .code = "82", .title = N_("草稿"), .size = sizeof(struct drafts), .menu = true, .needs_office = true,
	.open = drafts_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .refresh = list_screen_refresh,
};
