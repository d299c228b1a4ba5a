/* The month: which days are worked, and why. */
#include "law/calendar.h"
#include "tui/app.h"

struct month {
	daynum at; /* the day under the cursor */
};

static bool month_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct month *m = s->state;
	(void)arg;
	if (!app_calendar(s->app))
		return err_set(e, ERR_MISSING, _("没有工作日历"));
	m->at = app_today(s->app);
	return true;
}

/* Two rows a day: the number with its sign, then the holiday's name. */
static void paint_day(struct screen *s, struct canvas *c, int y, int x, int cells, daynum d, int day)
{
	const struct month *m = s->state;
	const struct calendar *cal = app_calendar(s->app);
	static const char *const signs[] = {[DAY_WORK] = "", [DAY_MAKEUP] = N_("班"), [DAY_WEEKEND] = N_("休"), [DAY_HOLIDAY] = N_("休")};
	enum day_kind kind = calendar_kind(cal, d);
	bool here = d == m->at;
	enum role role = here ? ROLE_SELECTED : d == app_today(s->app) ? ROLE_TODAY : kind == DAY_WORK ? ROLE_TEXT
		: kind == DAY_MAKEUP ? ROLE_SOON : ROLE_REST;
	const char *sign = signs[kind];
	canvas_printf(c, y, x, cells - 1, role, "%s%2d %s", here ? ">" : " ", day, *sign ? tr(sign) : "");
	const char *name = calendar_name(cal, d);
	canvas_fit(c, y + 1, x + 1, cells - 2, !name ? ROLE_TEXT : kind == DAY_MAKEUP ? ROLE_SOON : ROLE_REST, name);
	if (here)
		canvas_caret(c, y, x);
}

static void paint_facts(struct screen *s, struct canvas *c, struct area a)
{
	const struct month *m = s->state;
	const struct calendar *cal = app_calendar(s->app);
	struct arena *mem = &s->app->event_arena;
	daynum today = app_today(s->app);
	char zh[DAY_ZH];
	int y, mon, day;
	canvas_printf(c, a.y, a.x + 1, a.cols - 2, ROLE_HEAD, "%s %s", day_zh(m->at, zh), calendar_day_text(cal, m->at, mem));
	const char *away = m->at == today ? _("今天") : m->at > today
		? arena_printf(mem, _("从明天到这天 %d 个工作日"), calendar_count(cal, today, m->at))
		: arena_printf(mem, _("从次日到今天 %d 个工作日"), calendar_count(cal, m->at, today));
	day_split(m->at, &y, &mon, &day);
	daynum first = day_make(y, mon, 1), last = day_make(y, mon, day_month_length(y, mon));
	canvas_printf(c, a.y + 1, a.x + 1, a.cols - 2, ROLE_TEXT, _("%s · 本月 %d 个工作日%s"), away, calendar_count(cal, first - 1, last),
		calendar_loaded(cal, y) ? "" : arena_printf(mem, _(" · 缺%s，暂按周一至周五"), calendar_notice_name(y, mem)));
}

static void month_paint(struct screen *s, struct canvas *c, struct area body)
{
	const struct month *m = s->state;
	int year, month, day, cells = body.cols / 7 > 14 ? 14 : body.cols / 7;
	day_split(m->at, &year, &month, &day);
	daynum first = day_make(year, month, 1);
	int lead = day_weekday(first) - 1, days = day_month_length(year, month);
	canvas_printf(c, body.y, 0, body.cols, ROLE_HEAD, _(" %d 年 %d 月"), year, month);
	canvas_text(c, body.y + 1, 0, body.cols, ROLE_HEAD, "");
	for (int i = 0; i < 7; i++)
		canvas_fit(c, body.y + 1, 1 + i * cells, cells - 1, ROLE_HEAD, day_weekday_zh(first - lead + i));
	int per = body.rows >= 2 + 12 + 3 ? 2 : 1; /* rows a week, when six weeks fit */
	for (int d = 1; d <= days; d++) {
		int at = lead + d - 1, y = body.y + 2 + at / 7 * per;
		paint_day(s, c, y, at % 7 * cells, cells, first + d - 1, d);
	}
	paint_facts(s, c, (struct area){.y = body.y + body.rows - 2, .x = 0, .rows = 2, .cols = body.cols});
}

static void go(struct screen *s, daynum d)
{
	struct month *m = s->state;
	if (d >= calendar_first() && d <= calendar_last())
		m->at = d;
}

static daynum at(void *self)
{
	return ((struct month *)((struct screen *)self)->state)->at;
}

static void act_next_day(struct app *app, void *self)
{
	(void)app;
	go(self, at(self) + 1);
}

static void act_previous_day(struct app *app, void *self)
{
	(void)app;
	go(self, at(self) - 1);
}

static void act_next_week(struct app *app, void *self)
{
	(void)app;
	go(self, at(self) + 7);
}

static void act_previous_week(struct app *app, void *self)
{
	(void)app;
	go(self, at(self) - 7);
}

static void act_next_month(struct app *app, void *self)
{
	(void)app;
	go(self, day_add_months(at(self), 1));
}

static void act_previous_month(struct app *app, void *self)
{
	(void)app;
	go(self, day_add_months(at(self), -1));
}

static void act_today(struct app *app, void *self)
{
	go(self, app_today(app));
}

/* From this day on: the date calculator. */
static void act_why(struct app *app, void *self)
{
	char iso[DAY_ISO];
	struct screen_arg arg = {.text = day_iso(at(self), iso)};
	const struct screen_type *due = screen_find("due");
	if (due)
		app_push(app, due, &arg, (struct then){0});
}

static const struct action actions[] = {
	{.name = "cursor-right", .label = N_("后一天"), .flags = ACTION_QUIET, .run = act_next_day},
	{.name = "cursor-left", .label = N_("前一天"), .flags = ACTION_QUIET, .run = act_previous_day},
	{.name = "cursor-down", .label = N_("后一周"), .flags = ACTION_QUIET, .run = act_next_week},
	{.name = "cursor-up", .label = N_("前一周"), .flags = ACTION_QUIET, .run = act_previous_week},
	{.name = "page-down", .label = N_("下个月"), .flags = ACTION_REQUIRED, .run = act_next_month},
	{.name = "page-up", .label = N_("上个月"), .flags = ACTION_REQUIRED, .run = act_previous_month},
	{.name = "cursor-first", .label = N_("今天"), .run = act_today},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type calendar_screen = {
	.name = "calendar", .code = "71", .title = N_("工作日历"), .actions = actions, .size = sizeof(struct month), .menu = true,
	.open = month_open, .paint = month_paint,
};
