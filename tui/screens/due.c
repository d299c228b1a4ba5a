/* The date calculator: from a day, so many days, until when; F11 shows the ledger that counts them. */
#include "base/text.h"
#include "tui/app.h"
#include "tui/form.h"
#include "tui/screens/ledger.h"

struct due {
	daynum start;
	int64_t n;
	const char *unit;
	int8_t roll;
};

static const struct choice units[] = {{"working", N_("工作日"), NULL}, {"calendar", N_("日（自然日）"), NULL}, {0}};

static const struct field due_fields[] = {
	{"start", N_("起算事件日"), FIELD_DATE, FIELD_AT(due, start), FIELD_REQUIRED, .help = N_("从次日起算（民法典第201条）；可填 0302、. 今天、+20、++20")},
	{"n", N_("期限"), FIELD_INT, FIELD_AT(due, n), FIELD_REQUIRED, .help = N_("天数，1 至 1000")},
	{"unit", N_("单位"), FIELD_CODE, FIELD_AT(due, unit), FIELD_REQUIRED, .choices = units, .help = N_("条例中的期限多为工作日")},
	{"roll", N_("末日顺延"), FIELD_FLAG, FIELD_AT(due, roll), 0, .help = N_("自然日期限的最后一日是休息日的，顺延到次一工作日（民法典第203条）"),
		.when = {"unit", "calendar"}},
	{0},
};
static const struct record_type due_type = {"due", N_("期限计算"), sizeof(struct due), due_fields};

struct due_state {
	struct form form;
	struct due due;
};

static bool usable(const struct due *d)
{
	return d->start != DAY_NONE && d->start >= calendar_first() && d->n >= 1 && d->n <= CALENDAR_N_MAX && d->unit;
}

static void ledger_of(struct screen *s, const struct due *d, struct arena *a, struct clock_ledger *out)
{
	bool calendar_days = choice_find(units, d->unit) == &units[1];
	clock_explain_period(app_calendar(s->app), d->start, (int)d->n, calendar_days, calendar_days && d->roll != 0, a, out);
}

static const char *missing_notices(const struct calendar *c, daynum from, daynum to, struct arena *a)
{
	int years[8], n = calendar_missing(c, from, to, years, 8);
	const char *s = "";
	for (int i = 0; i < n && i < 8; i++)
		s = arena_printf(a, "%s%s%s", s, i ? _("、") : "", calendar_notice_name(years[i], a));
	return s;
}

static void due_side(struct screen *s, const void *rec, struct arena *a, struct form_side *side)
{
	const struct due *d = rec;
	const struct calendar *c = app_calendar(s->app);
	char zh[DAY_ZH];
	if (!usable(d))
		return;
	struct clock_ledger l;
	ledger_of(s, d, a, &l);
	if (l.due == DAY_NONE)
		return;
	form_side_add(side, ROLE_HEAD, arena_printf(a, _("到期：%s %s"), day_zh(l.due, zh), calendar_day_text(c, l.due, a)));
	form_side_add(side, ROLE_TEXT, arena_printf(a, _("其间 %d 个工作日，%d 天；F11 逐日看"), calendar_count(c, d->start, l.due),
		(int)(l.due - d->start)));
	const char *missing = missing_notices(c, d->start, l.due, a);
	if (*missing) {
		form_side_add(side, ROLE_PROVISIONAL, arena_printf(a, _("待定*：缺%s，暂按周一至周五算"), missing));
	}
}

static bool show_ledger(struct screen *s, struct err *e)
{
	struct due_state *d = s->state;
	if (d->due.start == DAY_NONE || d->due.n == INT_NONE || !d->due.unit)
		return err_set(e, ERR_INPUT, _("先填起算事件日、期限和单位"));
	if (d->due.n < 1 || d->due.n > CALENDAR_N_MAX)
		return err_field(e, "n", _("期限应在 1 至 %d 之间"), CALENDAR_N_MAX);
	if (d->due.start < calendar_first() || d->due.start > calendar_last())
		return err_field(e, "start", _("起算事件日在日历范围之外"));
	struct clock_ledger book;
	ledger_of(s, &d->due, &s->app->event_arena, &book);
	ledger_show(s->app, _("逐日账"), &book);
	return true;
}

/* --- the form -------------------------------------------------------------------------------------------------------- */

static bool due_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	(void)rec;
	*leave = false;
	return show_ledger(s, e);
}

static const struct form_type due_form = {.record = &due_type, .side = due_side, .save = due_save};

static bool due_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct due_state *d = s->state;
	if (!app_calendar(s->app))
		return err_set(e, ERR_MISSING, _("没有工作日历"));
	record_clear(&due_type, &d->due);
	if (!arg->text || !day_parse(arg->text, &d->due.start))
		d->due.start = app_today(s->app);
	d->due.n = 20;
	d->due.unit = "working";
	d->due.roll = 1;
	form_open(&d->form, s, &due_form, &d->due, INT_NONE);
	return true;
}

static void act_why(struct app *app, void *self)
{
	struct screen *s = self;
	struct err e = {0};
	if (!form_commit(&((struct due_state *)s->state)->form, &e) || !show_ledger(s, &e))
		app_refuse(app, &e);
}

static const struct action actions[] = {
	{.name = "why", .label = N_("逐日"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type due_screen = {
	.name = "due", .code = "72", .title = N_("期限计算"), .actions = actions, .size = sizeof(struct due_state), .menu = true,
	.open = due_open, .close = form_screen_close, .paint = form_screen_paint, .chain = form_screen_chain,
};
