/* What the office says of itself. Enter changes one; those that letters print and that are empty are marked: no letter issues without. */
#include "tui/screens/settings.h"

#include <string.h>

#include "base/text.h"
#include "office/setting.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/verb_form.h"

/* Printed on letters of every kind: the head, the number, where to write, telephone or call, whom to appeal to. */
static const char *const on_letters[] = {"office", "prefix", "superior", "court", "address", "postcode", "phone", NULL};

static bool printed(const char *key)
{
	for (size_t i = 0; on_letters[i]; i++)
		if (!strcmp(on_letters[i], key))
			return true;
	return false;
}

size_t settings_wanting(struct app *app)
{
	size_t n = 0;
	for (size_t i = 0; on_letters[i]; i++)
		n += setting_get(app->office, on_letters[i], DAY_NONE, &app->event_arena) == NULL;
	return n;
}

/* The value as people say it: labels of codes, the first line of many. */
static const char *shown(struct office *o, const struct setting_key *k, struct arena *a)
{
	static const struct choice flags[] = {{"yes", N_("是"), NULL}, {"no", N_("否"), NULL}, {0}};
	const char *v = setting_get(o, k->key, DAY_NONE, a);
	if (!v)
		return NULL;
	if (k->type == FIELD_FLAG)
		return tr(choice_label(flags, v));
	return k->choices ? tr(choice_label(k->choices, v)) : text_clean(a, v, false);
}

static void make_row(struct screen *s, const struct setting_key *k, int64_t id, struct arena *a, struct list_row *row)
{
	const char *v = shown(s->app->office, k, a);
	row->id = id;
	row->cells[0] = tr(k->label);
	row->cells[1] = v ? v : printed(k->key) ? _("（空，文书要用）") : _("（空）");
	row->roles[1] = v ? ROLE_TEXT : printed(k->key) ? ROLE_SOON : ROLE_DIM;
	row->cells[2] = k->help ? tr(k->help) : "";
	row->roles[2] = ROLE_DIM;
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	enum { MOST = 64 };
	struct list_row *rows = arena_array(q->arena, struct list_row, MOST);
	size_t n = 0;
	(void)e;
	for (size_t i = 0; setting_keys[i].key && n < MOST; i++)
		if (strcmp(setting_keys[i].key, "seed") != 0)
			make_row(s, &setting_keys[i], (int64_t)i + 1, q->arena, &rows[n++]);
	return list_page_of(s, rows, n, q, out);
}

/* --- changing one: a form of its own field, by its own type -------------------------------------------------------------- */

struct value {
	const char *text;
	int64_t number;
	int8_t flag;
	daynum from;
};

struct editing {
	struct form form;
	struct form_type type;
	struct record_type record;
	struct field fields[3];
	const struct setting_key *key;
	struct value value;
	int64_t subject;
};

static bool setting_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct editing *st = s->state;
	struct app *app = s->app;
	const struct value *v = rec;
	struct setting_args args;
	record_clear(&SETTING_ARGS, &args);
	args.key = st->key->key;
	args.value = record_stored(&st->fields[0], v, &app->event_arena);
	args.valid_from = v->from;
	if (!verb_form_run(&st->form, &setting_set, &st->subject, &args, e))
		return false;
	*leave = false;
	form_done(&st->form);
	screen_leave(s, (struct result){.done = true, .id = INT_NONE});
	app_changed(app);
	return true;
}

static bool setting_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct editing *st = s->state;
	struct input in = app_input(s->app);
	const struct setting_key *k = arg->data;
	size_t at = k->type == FIELD_INT ? FIELD_AT(value, number) : k->type == FIELD_FLAG ? FIELD_AT(value, flag) : FIELD_AT(value, text);
	st->key = k;
	st->subject = INT_NONE;
	st->fields[0] = (struct field){.name = "value", .label = k->label, .type = k->type, .offset = at, .choices = k->choices, .help = k->help,
		.width = 50};
	st->fields[1] = (struct field){.name = "valid_from", .label = N_("起用日期"), .type = FIELD_DATE, .offset = FIELD_AT(value, from),
		.help = N_("空则一直有效；填了，以前日期的文书仍用旧值")};
	st->record = (struct record_type){"setting", k->label, sizeof(struct value), st->fields};
	st->type = (struct form_type){.record = &st->record, .draft = arena_printf(&s->arena, "setting.%s", k->key), .save = setting_save};
	record_clear(&st->record, &st->value);
	const char *now = setting_get(s->app->office, k->key, DAY_NONE, &s->app->event_arena);
	if (now && !record_set(&st->record, &st->value, &st->fields[0], now, &in, &s->arena, e))
		return false;
	s->title = arena_printf(&s->arena, _("设置：%s"), tr(k->label));
	form_open(&st->form, s, &st->type, &st->value, INT_NONE);
	return true;
}

static const struct screen_type setting_type = {
	.name = "setting", .title = N_("设置"), .size = sizeof(struct editing), .open = setting_open, .close = form_screen_close,
	.paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

/* --- the list ------------------------------------------------------------------------------------------------------------ */

static void enter(struct screen *s, int64_t id)
{
	struct screen_arg arg = {.data = &setting_keys[id - 1]};
	struct err why = {0};
	if (verb_can(s->app->office, &setting_set, INT_NONE, &why))
		app_push(s->app, &setting_type, &arg, (struct then){0});
	else
		app_refuse(s->app, &why);
}

static const struct list_column columns[] = {
	{.label = N_("设置"), .width = 20},
	{.label = N_("值"), .width = 30},
	{.label = N_("说明")},
	{0},
};
static const struct list_source source = {.whole = true, .columns = columns, .page = page, .enter = enter};

static bool settings_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(s->state, s, &source);
	return true;
}

static void settings_close(struct screen *s)
{
	list_close(s->state);
}

static void settings_paint(struct screen *s, struct canvas *c, struct area body)
{
	size_t n = settings_wanting(s->app);
	struct area rest = body;
	rest.rows--;
	list_paint(s->state, c, rest);
	if (n)
		canvas_printf(c, body.y + body.rows - 1, body.x + 1, body.cols - 1, ROLE_SOON, _("还有 %zu 项文书要用的没有填写；Enter 填写，填完用 93 打印测试页"), n);
	else
		canvas_text(c, body.y + body.rows - 1, body.x + 1, body.cols - 1, ROLE_DIM, _("文书要用的都填了；93 打印测试页"));
}

static void settings_chain(struct screen *s, struct chain *out)
{
	list_chain(s->state, out);
}

static void settings_refresh(struct screen *s)
{
	list_reload(s->state);
}

const struct screen_type settings_screen = {
	.name = "settings", .code = "91", .title = N_("办公室设置"), .size = sizeof(struct list), .menu = true, .needs_office = true,
	.open = settings_open, .close = settings_close, .paint = settings_paint, .chain = settings_chain, .refresh = settings_refresh,
};

void settings_first_start(struct app *app)
{
	struct err why = {0};
	if (!app->office || !settings_wanting(app) || !verb_can(app->office, &setting_set, INT_NONE, &why))
		return;
	app_push(app, &settings_screen, NULL, (struct then){0});
	app_note(app, "%s", _("新办公室：请先填写文书要用的设置；F12 可以先去主菜单"));
}
