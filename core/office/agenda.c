#include "office/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "gen/q_agenda.h"
#include "law/rule.h"
#include "office/catalogue.h"
#include "office/draft.h"
#include "office/matter.h"
#include "office/reminders.h"
#include "office/verb.h"

enum section {
	OVERDUE, DUE_TODAY, DUE_SOON, UNCONFIRMED, CLARIFY_DUE, WAITING_APPLICANT, WAITING_THIRD_PARTY, WAITING_UNIT, REVIEW, PUBLISH, DELIVER,
	ARCHIVE, CATALOGUE, FIXED_DATES, PROVISIONAL, DRAFTS
};

enum { FIXED_AHEAD = 60 }; /* how far fixed dates are announced */

static const struct {
	const char *key, *title;
} names[AGENDA_SECTIONS] = {
	{"overdue", N_("逾期")}, {"due_today", N_("今日到期")}, {"due_soon", N_("即将到期")}, {"unconfirmed", N_("待确认收到")},
	{"clarify_due", N_("待发补正告知")}, {"waiting_applicant", N_("等申请人")}, {"waiting_third_party", N_("等第三方")},
	{"waiting_unit", N_("等承办部门")}, {"review", N_("待审查")}, {"publish", N_("待发布")}, {"deliver", N_("待送达")},
	{"archive", N_("待归档")}, {"catalogue", N_("目录检查")}, {"fixed_dates", N_("固定日期")}, {"provisional", N_("期限待定")}, {"drafts", N_("草稿")},
};

const char *agenda_key(size_t i)
{
	return names[i].key;
}

const char *agenda_title(size_t i)
{
	return tr(names[i].title);
}

struct load {
	struct office *o;
	struct arena *arena;
	struct agenda *out;
	daynum today;
	struct reminders ladder;
};

static void add(struct load *l, enum section at, const struct agenda_row *row)
{
	struct agenda_section *s = &l->out->sections[at];
	s->rows = arena_grow(l->arena, s->rows, s->n, &s->cap, sizeof *s->rows);
	s->rows[s->n++] = *row;
}

/* Whose ladder a row climbs. */
static int ladder_of(const char *kind)
{
	static const struct { const char *kind; int key; } keys[] = {
		{"request", CLOCK_ANSWER}, {"correction", CLOCK_CORRECTION}, {"task", CLOCK_TASK}, {"info", REMIND_PUBLISH},
	};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(keys[i].kind, kind))
			return keys[i].key;
	return REMIND_PUBLISH;
}

static void remind(const struct load *l, struct agenda_row *r, int key)
{
	r->step = reminder_step(l->o->calendar, &l->ladder, key, r->due, l->today);
	if (r->due != DAY_NONE)
		r->badge = badge_day(l->o->calendar, r->due, r->provisional, l->today, reminder_badge(&l->ladder, key));
}

static struct agenda_row row_of(struct load *l, struct q *q, int key)
{
	struct agenda_row r = {.kind = q_get_text(q, "kind", l->arena), .id = q_get_text(q, "id", l->arena),
		.title = q_get_text(q, "title", l->arena), .state = q_get_text(q, "state", l->arena), .due = q_get_day(q, "due"),
		.provisional = q_get_int(q, "provisional") == 1, .badge = {BADGE_NONE, 0, ""}};
	remind(l, &r, key >= 0 ? key : ladder_of(r.kind));
	return r;
}

/* `key`: the clock the date is of; -1 = that of the row's kind. */
static bool collect(struct load *l, enum section at, struct q *q, int key, struct err *e)
{
	struct err end = {0};
	while (q_row(q, &end)) {
		struct agenda_row r = row_of(l, q, key);
		add(l, at, &r);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* Where a row belongs today; -1 when no reminder of it is due. */
static int section_of(const struct load *l, const struct agenda_row *r)
{
	if (r->due < (r->provisional ? l->today - PROVISIONAL_GRACE : l->today))
		return OVERDUE;
	if (r->due == l->today)
		return DUE_TODAY;
	return r->step >= 0 || r->due < l->today ? DUE_SOON : -1;
}

static bool due_rows(struct load *l, const struct query *query, int key, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(l->o->store, query);
	q_day(q, "from", calendar_first());
	q_day(q, "to", reminder_horizon(l->o->calendar, &l->ladder, key, l->today));
	while (q_row(q, &end)) {
		struct agenda_row r = row_of(l, q, key);
		int at = section_of(l, &r);
		if (at >= 0)
			add(l, (enum section)at, &r);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* After its seventh working day a notice is no longer what the law allows (条例30): the case goes on as it is. */
static bool clarify_rows(struct load *l, struct err *e)
{
	struct q *q = q_open(l->o->store, &Q_agenda_clarify);
	q_day(q, "today", l->today);
	return collect(l, CLARIFY_DUE, q, CLOCK_CLARIFY_NOTICE, e);
}

/* Waiting for a third party or another agency; when its limit is over the clock runs again by itself. */
static bool moving_rows(struct load *l, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(l->o->store, &Q_agenda_moving);
	bool ok = true;
	while (ok && q_row(q, &end)) {
		struct matter_case c;
		struct agenda_row r = row_of(l, q, CLOCK_ANSWER);
		ok = matter_load(l->o, q_get_int(q, "row"), l->arena, &c, e);
		if (!ok)
			break;
		r.due = c.due;
		r.provisional = c.provisional;
		remind(l, &r, CLOCK_ANSWER);
		r.badge = c.badge;
		int at = c.moving ? WAITING_THIRD_PARTY : section_of(l, &r);
		if (at >= 0)
			add(l, (enum section)at, &r);
	}
	q_end(q);
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

static bool state_rows(struct load *l, enum section at, const char *kind, const char *state, struct err *e)
{
	struct q *q = q_open(l->o->store, strcmp(kind, "info") == 0 ? &Q_agenda_info_state : &Q_agenda_matter_state);
	if (strcmp(kind, "info") != 0)
		q_text(q, "kind", kind);
	q_text(q, "state", state);
	return collect(l, at, q, -1, e);
}

/* 每年1月31日前: announced two months ahead. */
static bool fixed_rows(struct load *l, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(l->o->store, &Q_agenda_fixed);
	while (q_row(q, &end)) {
		struct rule rule;
		struct rule_due due;
		struct rule_facts facts = RULE_NO_FACTS;
		struct err bad = {0};
		struct agenda_row r = {.kind = "item", .id = q_get_text(q, "id", l->arena), .title = q_get_text(q, "title", l->arena),
			.state = "open", .due = DAY_NONE, .step = -1};
		if (!rule_parse(q_get_text(q, "rule", l->arena), &rule, &bad))
			continue;
		facts.formed = l->today - 1;
		rule_due(l->o->calendar, &rule, &facts, l->arena, &due);
		if (due.due == DAY_NONE || due.due > l->today + FIXED_AHEAD)
			continue;
		r.due = due.due;
		remind(l, &r, REMIND_PUBLISH);
		add(l, FIXED_DATES, &r);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* What is withheld comes up again a year after it was last looked at, announced as fixed dates are. */
static bool withheld_rows(struct load *l, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(l->o->store, &Q_agenda_withheld);
	while (q_row(q, &end)) {
		daynum last = q_get_day(q, "on"), due = last == DAY_NONE ? DAY_NONE : day_add_months(last, 12);
		if (due == DAY_NONE || due > l->today + FIXED_AHEAD)
			continue;
		struct agenda_row r = row_of(l, q, REMIND_PUBLISH);
		r.title = arena_printf(l->arena, _("不予公开年度评估：%s"), r.title);
		r.due = due;
		remind(l, &r, REMIND_PUBLISH);
		add(l, FIXED_DATES, &r);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* Items of ours never published or long not refreshed; what is overdue stands under its own head. */
static bool catalogue_rows(struct load *l, struct err *e)
{
	struct item_check *check;
	size_t n;
	if (!catalogue_check(l->o, l->arena, &check, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct item_check *k = &check[i];
		if (!k->ours || (!k->gap && !k->stale))
			continue;
		struct agenda_row r = {.kind = "item", .id = arena_printf(l->arena, "%lld", (long long)k->number),
			.title = k->why ? arena_printf(l->arena, _("%s：%s"), k->name, k->why) : k->name, .state = k->gap ? "gap" : "stale",
			.due = DAY_NONE, .step = -1, .badge.level = BADGE_NONE};
		add(l, CATALOGUE, &r);
	}
	return true;
}

/* "request.register" of this operator: typed and not saved; "list.requests": the option column of a list. */
static void draft_rows(struct load *l)
{
	static const struct choice lists[] = {
		{"list.requests", "request"}, {"list.corrections", "correction"}, {"list.infos", "info"}, {"list.letters", "letter"}, {0},
	};
	struct own_file *d;
	size_t n = draft_list(l->o, l->arena, &d);
	for (size_t i = 0; i < n; i++) {
		const struct verb *v = verb_find(arena_strndup(l->arena, d[i].key, strcspn(d[i].key, ":")));
		const char *of_list = strncmp(d[i].key, "list.", 5) ? NULL : choice_label(lists, d[i].key), *what = v ? tr(v->label) : of_list ? _("清单里填了还没有办的选项") : d[i].key;
		struct agenda_row r = {.kind = of_list ? of_list : arena_strndup(l->arena, d[i].key, strcspn(d[i].key, ".:")), .id = d[i].key,
			.title = arena_printf(l->arena, _("%s（%s 保存）"), what, d[i].saved), .state = "draft", .due = DAY_NONE, .step = -1};
		add(l, DRAFTS, &r);
	}
}

static int by_due(const void *x, const void *y)
{
	const struct agenda_row *a = x, *b = y;
	daynum da = a->due == DAY_NONE ? INT32_MAX : a->due, db = b->due == DAY_NONE ? INT32_MAX : b->due;
	if (da != db)
		return da < db ? -1 : 1;
	int kind = strcmp(a->kind, b->kind);
	if (kind)
		return kind;
	size_t m = strlen(a->id), n = strlen(b->id); /* 事项 2 before 12, 2026-9999 before 2026-10000 */
	return m != n ? (m > n) - (m < n) : strcmp(a->id, b->id);
}

bool agenda_load(struct office *o, struct arena *a, struct agenda *out, struct err *e)
{
	daynum today = desk_today(o->desk);
	struct load l = {o, a, out, today, reminders_of(o)};
	*out = (struct agenda){.date = today, .working = calendar_is_working(o->calendar, today), .reason = calendar_reason(o->calendar, today, a)};
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		out->sections[i] = (struct agenda_section){.key = names[i].key, .title = tr(names[i].title)};
	bool ok = due_rows(&l, &Q_agenda_due, CLOCK_ANSWER, e) && due_rows(&l, &Q_agenda_due_corrections, CLOCK_CORRECTION, e) && due_rows(&l, &Q_agenda_due_infos, REMIND_PUBLISH, e) &&
		due_rows(&l, &Q_agenda_due_tasks, CLOCK_TASK, e) && due_rows(&l, &Q_agenda_due_evidence, CLOCK_EVIDENCE, e) && moving_rows(&l, e) && collect(&l, UNCONFIRMED, q_open(o->store, &Q_agenda_unconfirmed), -1, e) &&
		clarify_rows(&l, e) &&
		collect(&l, WAITING_APPLICANT, q_open(o->store, &Q_agenda_applicant), CLOCK_CLARIFY_REPLY, e) &&
		collect(&l, WAITING_UNIT, q_open(o->store, &Q_agenda_unit), CLOCK_TASK, e) && state_rows(&l, REVIEW, "info", "draft", e) && state_rows(&l, REVIEW, "info", "reviewing", e) &&
		state_rows(&l, PUBLISH, "info", "ready", e) && state_rows(&l, DELIVER, "request", "decided", e) &&
		state_rows(&l, DELIVER, "correction", "decided", e) && state_rows(&l, ARCHIVE, "request", "delivered", e) &&
		state_rows(&l, ARCHIVE, "correction", "delivered", e) && fixed_rows(&l, e) && withheld_rows(&l, e) && catalogue_rows(&l, e) &&
		collect(&l, PROVISIONAL, q_open(o->store, &Q_agenda_provisional), -1, e);
	if (ok)
		draft_rows(&l);
	for (size_t i = 0; ok && i < AGENDA_SECTIONS; i++)
		if (out->sections[i].n > 1)
			qsort(out->sections[i].rows, out->sections[i].n, sizeof *out->sections[i].rows, by_due);
	return ok;
}
