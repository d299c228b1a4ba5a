/* The ledger of a date: one line a day, counted or not and why (F11 wherever a date stands). */
#include "tui/screens/ledger.h"
#include "tui/pane.h"

#include <string.h>

enum { NOTE_CELLS = 27 }; /* date, weekday and count before it */

struct ledger_state {
	struct pane pane;
};

static void add_line(struct pane *p, struct screen *s, const struct clock_line *line)
{
	static const char *const words[] = {
		[LINE_START] = N_("起算日"), [LINE_WORK] = "", [LINE_MAKEUP] = N_("调休上班"), [LINE_WEEKEND] = N_("休息日"),
		[LINE_HOLIDAY] = N_("放假"), [LINE_EXCLUDED] = N_("不计入"), [LINE_WAITING] = N_("等待"),
	};
	static const enum role roles[] = {
		[LINE_START] = ROLE_HEAD, [LINE_WORK] = ROLE_TEXT, [LINE_MAKEUP] = ROLE_SOON, [LINE_WEEKEND] = ROLE_REST,
		[LINE_HOLIDAY] = ROLE_REST, [LINE_EXCLUDED] = ROLE_STOPPED, [LINE_WAITING] = ROLE_STOPPED,
	};
	struct arena *a = &s->app->event_arena;
	char iso[DAY_ISO];
	const char *count = line->counted ? arena_printf(a, "%4d/%d", line->counted, line->limit) : "";
	const char *note = clock_line_note(line, a);
	const char *word = *words[line->kind] ? tr(words[line->kind]) : "";
	if (line->kind == LINE_WAITING && line->name)
		word = "";
	if (!line->counted && ((line->kind == LINE_START && !line->because) || line->kind == LINE_WEEKEND || line->kind == LINE_HOLIDAY))
		word = arena_printf(a, _("%s，不计"), word);
	pane_add(p, roles[line->kind], "%s %s  %-9s %s%s%s%s", day_iso(line->date, iso), day_weekday_zh(line->date), count, word,
		note && *word ? "·" : "", note ? note : "", line->provisional ? _("  待定*") : "");
	pane_hang(p, NOTE_CELLS);
}

struct parts {
	const struct ledger_part *rows;
	size_t n;
};

static void add_book(struct pane *p, struct screen *s, const struct clock_ledger *book)
{
	char zh[DAY_ZH];
	pane_add(p, ROLE_HEAD, _("到期：%s%s"), book->due == DAY_NONE ? _("未定") : day_zh(book->due, zh), book->moving ? _("（随对方答复推后）") : "");
	if (book->note)
		pane_add(p, book->due == DAY_NONE ? ROLE_STOPPED : ROLE_DIM, "%s", book->note);
	const struct clock_line *told = NULL; /* a stretch gives its reason on its first day */
	for (size_t i = 0; i < book->n; i++) {
		struct clock_line line = book->lines[i];
		if (line.kind == LINE_EXCLUDED || line.kind == LINE_WAITING) {
			if (told && told->kind == line.kind && strcmp(told->name, line.name) == 0)
				line.because = NULL;
			told = &book->lines[i];
		} else if (line.counted) {
			told = NULL;
		}
		add_line(p, s, &line);
	}
}

static bool ledger_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct ledger_state *l = s->state;
	const struct parts *parts = arg->data;
	if (!parts)
		return err_set(e, ERR_MISSING, _("从有日期的画面按 F11 打开"));
	s->title = arena_strdup(&s->arena, parts->rows[0].title);
	pane_open(&l->pane, &s->arena);
	for (size_t i = 0; i < parts->n; i++) {
		if (i) {
			pane_add(&l->pane, ROLE_TEXT, "%s", "");
			pane_add(&l->pane, ROLE_TITLE, "%s", parts->rows[i].title);
		}
		add_book(&l->pane, s, &parts->rows[i].book);
	}
	return true;
}

static void ledger_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct ledger_state *)s->state)->pane, c, body);
}

static void ledger_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct ledger_state *)s->state)->pane, out);
}

const struct screen_type ledger_screen = {
	.name = "ledger", .code = "73", .title = N_("逐日账"), .size = sizeof(struct ledger_state), .open = ledger_open,
	.paint = ledger_paint, .chain = ledger_chain,
};

void ledger_show_parts(struct app *app, const struct ledger_part *parts, size_t n)
{
	struct parts all = {parts, n};
	struct screen_arg arg = {.data = &all};
	app_push(app, &ledger_screen, &arg, (struct then){0});
}

void ledger_show(struct app *app, const char *title, const struct clock_ledger *book)
{
	struct ledger_part one = {title, *book};
	ledger_show_parts(app, &one, 1);
}

bool ledger_between(const struct calendar *c, daynum start, daynum due, bool calendar_days, struct arena *a, struct clock_ledger *out)
{
	enum { HOLIDAY = 12 }; /* days that the end may have rolled over */
	if (start == DAY_NONE || due == DAY_NONE || due <= start)
		return false;
	int n = calendar_days ? (int)(due - start) : calendar_count(c, start, due), least = calendar_days ? n - HOLIDAY : n;
	do
		clock_explain_period(c, start, n, calendar_days, calendar_days, a, out);
	while (out->due != due && n-- > least && n > 0);
	return out->due == due;
}
