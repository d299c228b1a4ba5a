/* What was typed and not saved, of this operator. Enter goes on with it, 4 throws it away. */
#include <stdlib.h>
#include <string.h>

#include "office/draft.h"
#include "office/matter.h"
#include "office/verb.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list.h"
#include "tui/screens/appeal.h"
#include "tui/screens/correction.h"
#include "tui/screens/info.h"
#include "tui/screens/letter.h"
#include "tui/screens/request.h"
#include "tui/verb_form.h"

static const char letter[] = "letter.";

static void new_info(struct app *app)
{
	info_form_open(app, INT_NONE);
}

static void new_appeal(struct app *app)
{
	appeal_form_open(app, INT_NONE);
}

/* Registrations have screens of their own. */
static const struct {
	const char *verb;
	void (*open)(struct app *app);
} own[] = {
	{"request.register", request_form_open}, {"correction.register", correction_form_open}, {"info.register", new_info}, {"appeal.add", new_appeal},
};

/* What a key says: "info.review:12" is the form of a verb on a row, "letter.receipt:12" what stands in a letter of a case,
 * "list.requests" the option column of a list. */
struct draft_of {
	const struct verb *verb; /* NULL: no verb's */
	const char *letter;      /* its kind; NULL: no letter's */
	const struct screen_type *list; /* whose option column it is; NULL: no list's */
	int64_t subject;         /* INT_NONE: none */
};

static struct draft_of draft_of(const char *key, struct arena *a)
{
	size_t n = strcspn(key, ":");
	const char *name = arena_strndup(a, key, n);
	struct draft_of d = {.verb = verb_find(name), .subject = key[n] ? strtoll(key + n + 1, NULL, 10) : INT_NONE};
	if (picks_draft_of(key))
		d.list = screen_find(picks_draft_of(key));
	if (!d.verb && d.subject != INT_NONE && !strncmp(name, letter, sizeof letter - 1))
		d.letter = name + sizeof letter - 1;
	return d;
}

static const char *case_of(struct office *o, const struct draft_of *d, struct arena *a)
{
	const char *noun = d->letter ? "matter" : d->verb && d->subject != INT_NONE ? d->verb->subject : NULL;
	struct matter_case c;
	struct info i;
	struct err ignored = {0};
	if (!noun)
		return "";
	if (!strcmp(noun, "info"))
		return info_load(o, d->subject, a, &i, &ignored) ? i.id : "";
	bool matter = !strcmp(noun, "matter") || !strcmp(noun, "request") || !strcmp(noun, "correction");
	return matter && matter_load(o, d->subject, a, &c, &ignored) ? c.matter.number : "";
}

/* A number of its own for each key, the same as long as it is there. */
static int64_t id_of(const char *key)
{
	uint64_t h = 1469598103934665603u;
	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return (int64_t)(h >> 2) + 1;
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct own_file *found;
	size_t n = draft_list(s->app->office, q->arena, &found);
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	(void)e;
	for (size_t i = 0; i < n; i++) {
		struct draft_of d = draft_of(found[i].key, q->arena);
		rows[i].id = id_of(found[i].key);
		rows[i].cells[0] = d.list ? arena_printf(q->arena, _("清单选项：%s"), tr(d.list->title)) : d.verb ? tr(d.verb->label) : d.letter ? _("文书栏目") : found[i].key;
		rows[i].cells[1] = case_of(s->app->office, &d, q->arena);
		rows[i].cells[2] = found[i].saved;
		rows[i].cells[3] = found[i].terminal;
	}
	return list_page_of(s, rows, n, q, out);
}

/* NULL: it is gone by now. */
static const char *key_of(struct screen *s, int64_t id)
{
	struct own_file *found;
	size_t n = draft_list(s->app->office, &s->app->event_arena, &found);
	for (size_t i = 0; i < n; i++)
		if (id_of(found[i].key) == id)
			return found[i].key;
	return NULL;
}

static void enter(struct screen *s, int64_t id)
{
	struct app *app = s->app;
	const char *key = key_of(s, id);
	if (!key)
		return;
	struct draft_of d = draft_of(key, &app->event_arena);
	for (size_t i = 0; d.verb && i < sizeof own / sizeof *own; i++)
		if (!strcmp(own[i].verb, d.verb->name)) {
			own[i].open(app);
			return;
		}
	if (d.list)
		app_push(app, d.list, NULL, (struct then){0});
	else if (d.letter)
		letter_draft_open(app, d.subject, d.letter);
	else if (d.verb && (d.subject != INT_NONE || d.verb->creates))
		verb_form_open(app, d.verb, d.subject, NULL);
	else
		app_note(app, "%s", _("从原来的画面打开，草稿会自动恢复"));
}

struct dropping {
	size_t n;
	int64_t ids[];
};

static void confirmed(struct screen *s, void *ctx, const struct result *r)
{
	const struct dropping *d = ctx;
	size_t done = 0;
	for (size_t i = 0; r->done && i < d->n; i++) {
		const char *key = key_of(s, d->ids[i]);
		if (key && picks_draft_of(key))
			picks_forget(s->app, picks_draft_of(key));
		if (key)
			draft_drop(s->app->office, key);
		done += key != NULL;
		list_settle(s->state, d->ids[i], NULL);
	}
	if (!r->done)
		return;
	app_changed(s->app);
	app_note(s->app, _("已丢弃 %zu 份草稿"), done);
}

static void drop_all(struct screen *s, const int64_t *ids, size_t n)
{
	struct dropping *d = arena_alloc(&s->arena, sizeof *d + n * sizeof *ids);
	d->n = n;
	memcpy(d->ids, ids, n * sizeof *ids);
	ask_confirm(s->app, _("丢弃草稿"), arena_printf(&s->app->event_arena, _("将丢弃 %zu 份没有保存的草稿，填过的内容不能找回。"), n),
		(struct then){.call = confirmed, .ctx = d});
}

static const struct list_column columns[] = {
	{.label = N_("事项")},
	{.label = N_("办件"), .width = 12},
	{.label = N_("保存时间"), .width = 20},
	{.label = N_("终端"), .width = 12, .spare = 1},
	{0},
};
static const struct list_option options[] = {
	{'4', N_("丢弃"), .all = drop_all}, {'5', N_("打开"), .open = enter}, {0},
};
static const struct list_source source = {.columns = columns, .options = options, .empty = N_("没有草稿"), .page = page, .enter = enter};

static bool drafts_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(s->state, s, &source);
	return true;
}

const struct screen_type drafts_screen = {
	.name = "drafts", .code = "82", .title = N_("草稿"), .size = sizeof(struct list), .menu = true, .needs_office = true,
	.open = drafts_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .refresh = list_screen_refresh,
};
