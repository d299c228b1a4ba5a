/* `request clock`: how a case's dates were counted. */
#include "base/text.h"
#include "cli/calendar.h"
#include "cli/request_out.h"
#include "office/letter_remedy.h"

/* Working days left, negative when past. */
static void json_days_left(struct json *j, struct cli *c, daynum due)
{
	daynum today = desk_today(&c->desk);
	const struct calendar *cal = c->office->calendar;
	if (due == DAY_NONE)
		json_null(j, "left");
	else
		json_int(j, "left", due >= today ? calendar_count(cal, today, due) : -calendar_count(cal, due, today));
}

static void json_clocks(struct json *j, struct cli *c, const struct matter_case *m)
{
	json_open(j, "clocks", '[');
	if (m->clock.state != CLOCK_IDLE) {
		json_open(j, NULL, '{');
		json_text(j, "key", clock_key_name(m->clock.key));
		json_day(j, "due", m->due);
		if (m->clock.state == CLOCK_STOPPED)
			json_int(j, "left", m->clock.left);
		else if (m->clock.state == CLOCK_RUNNING)
			json_days_left(j, c, m->due);
		else
			json_null(j, "left");
		json_bool(j, "running", m->clock.state == CLOCK_RUNNING);
		json_bool(j, "provisional", m->clock.provisional);
		json_text(j, "article", clock_key_article(m->rules, m->clock.key));
		json_close(j);
	}
	for (size_t i = 0; i < m->nsubs; i++) {
		const struct clock_sub *s = &m->subs[i];
		if (s->key == m->clock.key)
			continue;
		json_open(j, NULL, '{');
		json_text(j, "key", clock_key_name(s->key));
		json_day(j, "due", s->due);
		if (s->running)
			json_days_left(j, c, s->due);
		else
			json_null(j, "left");
		json_bool(j, "running", s->running);
		json_bool(j, "provisional", s->provisional);
		json_text(j, "name", s->name);
		json_day(j, "start", s->start);
		json_text(j, "article", clock_key_article(m->rules, s->key));
		json_close(j);
	}
	json_close(j);
}

static void json_events(struct json *j, const struct matter_case *m)
{
	json_open(j, "events", '[');
	for (size_t i = 0; i < m->nevents; i++) {
		const struct clock_event *ev = &m->events[i];
		json_open(j, NULL, '{');
		json_text(j, "kind", clock_event_name(ev->kind));
		json_text(j, "label", clock_event_label(ev->kind));
		json_day(j, "day", ev->day);
		json_day(j, "until", ev->until);
		if (ev->days)
			json_int(j, "days", ev->days);
		else
			json_null(j, "days");
		json_text(j, "name", ev->name);
		json_text(j, "note", m->rows[i].note);
		json_close(j);
	}
	json_close(j);
}

static void json_remedies(struct json *j, const struct remedy_period *p, size_t n)
{
	json_open(j, "remedies", '[');
	for (size_t i = 0; i < n; i++) {
		json_open(j, NULL, '{');
		json_text(j, "key", p[i].key);
		json_day(j, "from", p[i].from);
		json_day(j, "until", p[i].until);
		json_bool(j, "provisional", p[i].provisional);
		json_text(j, "article", p[i].article);
		json_close(j);
	}
	json_close(j);
}

static void json_clock(struct cli *c, const struct matter_case *m, const struct clock_ledger *l, const struct remedy_period *p, size_t n)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "id", m->matter.number);
	json_day(&j, "received", m->matter.received);
	json_text(&j, "ruleset", m->matter.ruleset);
	json_text(&j, "state", m->matter.state);
	json_day(&j, "due", m->due);
	json_bool(&j, "provisional", m->provisional);
	json_bool(&j, "moving", m->moving);
	json_day(&j, "projected", m->clock.projected);
	json_bool(&j, "late", m->clock.late);
	json_clocks(&j, c, m);
	json_events(&j, m);
	cli_json_ledger(&j, l, true);
	json_remedies(&j, p, n);
	json_text(&j, "note", l->note);
	json_close(&j);
	str_char(&c->out, '\n');
}

/* A limit beside the answer's: till when, since when, and by which article. */
static void text_sub(struct cli *c, const struct matter_case *m, const struct clock_sub *s)
{
	char due[DAY_ISO], start[DAY_ISO], ended[DAY_ISO];
	const char *article = clock_key_article(m->rules, s->key);
	struct badge b = badge_day(c->office->calendar, s->due, s->provisional, desk_today(&c->desk), BADGE_STEPS);
	str_printf(&c->out, "%s  %s%s  ", clock_key_label(s->key), s->due == DAY_NONE ? _("未定") : day_iso(s->due, due), s->provisional ? "*" : "");
	if (s->running)
		str_printf(&c->out, _("在计 %s"), s->due == DAY_NONE ? "" : b.text);
	else
		str_printf(&c->out, _("已结 %s"), day_iso(s->ended, ended));
	str_printf(&c->out, _("  自 %s%s%s%s%s\n"), day_iso(s->start, start), s->name ? "  " : "", s->name ? s->name : "", article ? "  " : "",
		article ? article : "");
}

static void text_clocks(struct cli *c, const struct matter_case *m)
{
	char iso[DAY_ISO];
	const char *article = clock_key_article(m->rules, m->clock.key), *label = clock_key_label(m->clock.key);
	str_printf(&c->out, _("%s  %s  收到 %s  规则 %s\n"), m->matter.number, tr(choice_label(matter_states, m->matter.state)),
		m->matter.received == DAY_NONE ? _("未定") : day_iso(m->matter.received, iso), m->matter.ruleset ? m->matter.ruleset : "—");
	if (m->due != DAY_NONE)
		str_printf(&c->out, "%s  %s%s  %s%s", label, day_iso(m->due, iso), m->provisional ? "*" : "", m->badge.text,
			m->moving ? _("（征求意见中，随回复之日顺延）") : "");
	else if (m->clock.state == CLOCK_STOPPED)
		str_printf(&c->out, "%s  %s", label, m->badge.text);
	if (m->due != DAY_NONE || m->clock.state == CLOCK_STOPPED)
		str_printf(&c->out, "%s%s\n", article ? "  " : "", article ? article : "");
	for (size_t i = 0; i < m->nsubs; i++)
		if (m->subs[i].key != m->clock.key)
			text_sub(c, m, &m->subs[i]);
}

static void text_ledger(struct cli *c, const struct clock_ledger *l)
{
	struct cli_table t = cli_table_new(c, _("date=日期 weekday=星期 kind=性质 name=说明 counted=计数"));
	t.whole = true;
	for (size_t i = 0; i < l->n; i++) {
		const struct clock_line *line = &l->lines[i];
		char iso[DAY_ISO];
		cli_row(&t, arena_strdup(&c->arena, day_iso(line->date, iso)),
			c->format == CLI_CSV ? arena_printf(&c->arena, "%d", day_weekday(line->date)) : day_weekday_zh(line->date),
			c->format == CLI_CSV ? line_kind_name(line->kind) : line_kind_label(line->kind), clock_line_note(line, &c->arena),
			line->counted ? arena_printf(&c->arena, "%d", line->counted) : "");
	}
	cli_table_print(&t);
}

bool matter_out_clock(struct cli *c, int64_t id, struct err *e)
{
	struct matter_case m;
	struct clock_ledger l = {.due = DAY_NONE};
	struct remedy_period p[REMEDY_PERIODS];
	size_t n;
	char iso[DAY_ISO];
	if (!matter_load(c->office, id, &c->arena, &m, e) || !letter_remedy_periods(c->office, &m.matter, &c->arena, p, &n, e))
		return false;
	if (m.rules)
		clock_explain(c->office->calendar, m.rules, m.events, m.nevents, desk_today(&c->desk), &c->arena, &l);
	if (c->format == CLI_JSON) {
		json_clock(c, &m, &l, p, n);
		return true;
	}
	if (c->format == CLI_TEXT)
		text_clocks(c, &m);
	for (size_t i = 0; i < n && c->format == CLI_TEXT; i++)
		str_printf(&c->out, "%s  %s%s  %s\n", remedy_period_label(p[i].key), day_iso(p[i].until, iso), p[i].provisional ? "*" : "", p[i].article);
	text_ledger(c, &l);
	if (c->format == CLI_TEXT && l.note)
		str_printf(&c->out, "%s\n", l.note);
	if (c->format == CLI_TEXT && m.provisional && m.clock.missing)
		str_printf(&c->out, _("带*的日期待定：%s尚未载入\n"), calendar_notice_name(m.clock.missing, &c->arena));
	return true;
}
