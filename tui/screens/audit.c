/* The audit log, newest first: who did what, when, to which record; Enter shows the values before and after. */
#include <stdlib.h>
#include <string.h>
#include "office/audit_list.h"
#include "office/verb.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list.h"

struct log {
	struct list list;
};

/* 2026-03-09T01:02:03Z as stored → 03-09 09:02 in China. */
static const char *local_time(const char *utc, struct arena *a)
{
	char local[INSTANT_LEN];
	int64_t t;
	return instant_parse(utc, &t) ? arena_strdup(a, instant_local(t, local) + 5) : utc;
}

static void row(const struct audit_entry *x, struct arena *a, struct list_row *out)
{
	const struct verb *v = verb_find(x->verb);
	bool refused = !strcmp(x->outcome, "refused");
	out->id = x->seq;
	out->cells[0] = arena_printf(a, "%lld", (long long)x->seq);
	out->cells[1] = local_time(x->at, a);
	out->cells[2] = x->operator_name ? x->operator_name : x->login;
	out->cells[3] = v ? tr(v->label) : x->verb;
	out->cells[4] = refused ? _("拒绝") : "";
	out->roles[4] = ROLE_LATE;
	out->cells[5] = x->result;
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct audit_entries l;
	struct audit_filter f = {.subject_id = INT_NONE, .before = q->from ? q->from->id + 1 : INT_NONE, .limit = (int64_t)q->n};
	if (q->backward) { /* the next n newer lines: their numbers have no gaps */
		int64_t from = q->from ? q->from->id : 0;
		f.before = from + (int64_t)q->n + 1;
	}
	if (!audit_list(s->app->office, &f, false, q->arena, &l, e))
		return false;
	out->rows = arena_array(q->arena, struct list_row, l.n + 1);
	for (size_t i = 0; i < l.n; i++) {
		const struct audit_entry *x = &l.rows[q->backward ? l.n - 1 - i : i];
		if (q->backward && q->from && x->seq <= q->from->id)
			continue;
		row(x, q->arena, &out->rows[out->n++]);
	}
	return true;
}

static void enter(struct screen *s, int64_t id)
{
	struct arena *a = &s->app->event_arena;
	struct audit_filter f = {.subject_id = INT_NONE, .before = id + 1, .limit = 1};
	struct audit_entries l;
	struct err e = {0};
	if (!audit_list(s->app->office, &f, true, a, &l, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	if (!l.n)
		return;
	const struct audit_entry *x = &l.rows[0];
	struct str text = str_new(a);
	str_printf(&text, _("%s\n时间：%s\n操作员：%s（系统用户号 %lld）\n结果：%s\n"), x->verb, local_time(x->at, a),
		x->operator_name ? x->operator_name : "-", (long long)x->os_uid, !strcmp(x->outcome, "refused") ? _("拒绝") : _("已办"));
	if (x->as_of)
		str_printf(&text, _("按 %s 办理（--today）\n"), x->as_of);
	if (x->result)
		str_printf(&text, _("说明：%s\n"), x->result);
	for (size_t i = 0; i < x->nchanges; i++) {
		const struct audit_change *c = &x->changes[i];
		str_printf(&text, "\n%s %lld  %s\n", c->table, (long long)c->row_id, c->field);
		if (c->erased)
			str_add(&text, _("  （个人信息已清除）\n"));
		else
			str_printf(&text, _("  原：%s\n  新：%s\n"), c->old ? c->old : _("（空）"), c->now ? c->now : _("（空）"));
	}
	show_text(s->app, arena_printf(a, _("日志第 %lld 行"), (long long)x->seq), text.s);
}

static const struct list_column columns[] = {
	{.label = N_("行"), .width = 6, .right = true},
	{.label = N_("时间"), .width = 14, .spare = 2},
	{.label = N_("操作员"), .width = 8, .spare = 1},
	{.label = N_("事项"), .width = 14},
	{.label = N_(" "), .width = 4},
	{.label = N_("说明")},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = N_("还没有记录"), .page = page, .enter = enter};

static bool audit_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(&((struct log *)s->state)->list, s, &source);
	return true;
}

const struct screen_type audit_screen = {
	.name = "audit", .code = "81", .title = N_("操作日志"), .size = sizeof(struct log), .menu = true, .needs_office = true,
	.open = audit_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .refresh = list_screen_refresh,
};
