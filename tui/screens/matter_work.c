/* What was done in a case, on its page: one line a row, under the head of its kind. */
#include <string.h>

#include "base/text.h"
#include "law/outcome.h"
#include "office/casework.h"
#include "office/correction.h"
#include "office/register_entry.h"
#include "office/steps.h"
#include "tui/badge.h"
#include "tui/screens/matter.h"

/* What a row is written with: the line so far, and how it looks. */
struct line {
	struct app *app;
	const struct matter_case *c;
	struct arena *a;
	struct str s;
	enum role role;
};

static const char *iso(struct line *l, daynum d)
{
	char buf[DAY_ISO];
	return arena_strdup(l->a, day_iso(d, buf));
}

static void day(struct line *l, const char *word, daynum d)
{
	if (d != DAY_NONE)
		str_printf(&l->s, "  %s %s", word, iso(l, d));
}

/* Longer texts follow in the line as one; the pane wraps it. */
static void words(struct line *l, const char *text)
{
	if (!text_is_blank(text))
		str_printf(&l->s, _("：%s"), text_trim(l->a, text_clean(l->a, text, false)));
}

static void left(struct line *l, daynum due)
{
	struct badge b = badge_day(app_calendar(l->app), due, false, app_today(l->app), BADGE_STEPS);
	str_printf(&l->s, "  %s", b.text);
	l->role = badge_role(b.level);
}

static void consultation(struct line *l, const struct work *w)
{
	bool third = !strcmp(w->kind, "third_party");
	str_printf(&l->s, third ? "%s" : _("%s（机关）"), w->who);
	day(l, _("发出"), w->on);
	day(l, third ? _("收到") : _("对方收到"), w->reached);
	if (w->done == DAY_NONE) {
		str_add(&l->s, _("  未答复"));
		l->role = ROLE_SOON;
		return;
	}
	str_printf(&l->s, "  %s %s", tr(choice_label(opinion_answers, w->answer)), iso(l, w->done));
	words(l, w->reasons);
}

static void task(struct line *l, const struct work *w)
{
	str_add(&l->s, w->who);
	words(l, w->what);
	day(l, _("限"), w->until);
	if (w->done == DAY_NONE) {
		str_add(&l->s, _("  未回复"));
		left(l, w->until);
		return;
	}
	day(l, _("已回复"), w->done);
	words(l, w->answer);
}

static void search(struct line *l, const struct work *w)
{
	str_printf(&l->s, _("%s  %s，%s，检索“%s”"), iso(l, w->on), w->who, w->place, w->words);
	words(l, w->answer);
}

static void fee(struct line *l, const struct work *w)
{
	const struct record_type *t = work_type(WORK_FEES);
	bool open = w->done == DAY_NONE && (w->waived == INT_NONE || w->waived < w->amount);
	if (!strcmp(w->kind, "cost"))
		str_add(&l->s, _("成本费"));
	else
		str_printf(&l->s, !strcmp(w->kind, "pages") ? _("按量 %lld 页") : _("按件 第 %lld 件"), (long long)w->quantity);
	str_printf(&l->s, _("  %s 元"), record_shown(record_field(t, "amount"), w, l->a));
	day(l, _("通知"), w->on);
	if (w->waived != INT_NONE)
		str_printf(&l->s, _("  减免 %s 元"), record_shown(record_field(t, "waived"), w, l->a));
	if (open)
		str_add(&l->s, _("  未缴"));
	day(l, _("缴清"), w->done);
	l->role = open ? ROLE_SOON : ROLE_TEXT;
}

const char *matter_outcome(struct app *app, const struct matter *m, const char *code)
{
	if (!strcmp(m->kind, "correction"))
		return correction_outcome_label(code);
	const struct outcome *o = outcome_find(app->office->law, ruleset_or_newest(app->office->law, m->ruleset), code);
	return o ? o->label : code;
}

static void decision(struct line *l, const struct work *w)
{
	str_printf(&l->s, "%s  %s", iso(l, w->on), matter_outcome(l->app, &l->c->matter, w->what));
	if (w->words)
		str_printf(&l->s, "  %s", w->words);
	if (w->who)
		str_printf(&l->s, "  %s", w->who);
	if (w->approved_by)
		str_printf(&l->s, _("  批准 %s"), w->approved_by);
	if (w->approval_ref)
		str_printf(&l->s, "  %s", w->approval_ref);
	words(l, w->reasons);
	if (w->ended != DAY_NONE) {
		day(l, _("被取代"), w->ended);
		l->role = ROLE_DIM;
	}
}

static void delivery(struct line *l, const struct work *w)
{
	str_printf(&l->s, "%s  %s", iso(l, w->on), tr(choice_label(delivery_methods, w->kind)));
	if (w->place)
		str_printf(&l->s, "  %s", tr(choice_label(delivery_carriers, w->place)));
	if (w->words)
		str_printf(&l->s, "  %s", w->words);
	if (w->who)
		str_printf(&l->s, _("  签收 %s"), w->who);
	if (w->number)
		str_printf(&l->s, "  %s", w->number);
}

static void material(struct line *l, const struct work *w)
{
	str_printf(&l->s, _("%s：%s"), tr(choice_label(material_kinds, w->kind)), w->what);
	if (w->pages != INT_NONE)
		str_printf(&l->s, _("  %lld 页"), (long long)w->pages);
	if (w->original == 1)
		str_add(&l->s, _("  原件"));
	if (w->place)
		str_printf(&l->s, "  %s", w->place);
	if (w->file)
		str_printf(&l->s, "  %s", w->file);
	if (w->sha256)
		str_printf(&l->s, "\n  SHA-256 %s", w->sha256);
}

static void appeal(struct line *l, const struct work *w)
{
	const struct record_type *t = work_type(WORK_APPEALS);
	str_printf(&l->s, "%s  %s", w->number, record_shown(record_field(t, "kind"), w, l->a));
	if (w->who)
		str_printf(&l->s, "  %s", w->who);
	day(l, _("收到"), w->on);
	if (w->reached == DAY_NONE && w->until != DAY_NONE && w->done == DAY_NONE) {
		day(l, _("举证期限"), w->until);
		left(l, w->until);
	}
	day(l, _("已答复"), w->reached);
	str_printf(&l->s, "  %s", record_shown(record_field(t, "result"), w, l->a));
	day(l, "", w->done);
}

static void file_copy(struct line *l, const struct work *w)
{
	str_add(&l->s, iso(l, w->on));
}

static void joint_review(struct line *l, const struct work *w)
{
	str_printf(&l->s, "%s  %s", iso(l, w->on), w->who ? w->who : "");
	words(l, w->answer);
	if (w->what)
		str_printf(&l->s, _("  报告%s"), w->what);
	if (w->done != DAY_NONE)
		str_printf(&l->s, "  %s", iso(l, w->done));
	if (w->approval_ref)
		str_printf(&l->s, "  %s", w->approval_ref);
}

/* The words of a code are its register's. */
static const char *of_register(const struct work *w, const char *field, const char *code)
{
	const struct register_book *book = register_book(w->place);
	const struct field *f = book && code ? record_field(book->add->args, field) : NULL;
	return f && f->choices ? tr(choice_label(f->choices, code)) : code ? code : "";
}

static void entry(struct line *l, const struct work *w)
{
	str_printf(&l->s, "%s  %s", w->number, record_shown(record_field(work_type(WORK_ENTRIES), "register"), w, l->a));
	if (w->kind)
		str_printf(&l->s, "  %s", of_register(w, "kind", w->kind));
	str_printf(&l->s, "  %s", iso(l, w->on));
	words(l, w->what);
	if (w->done == DAY_NONE) {
		str_add(&l->s, _("  未办结"));
		l->role = ROLE_SOON;
		return;
	}
	day(l, _("办结"), w->done);
	str_printf(&l->s, "  %s", of_register(w, "result", w->answer));
	words(l, w->reasons);
}

static void (*const writers[WORK_KINDS])(struct line *l, const struct work *w) = {
	[WORK_CONSULTATIONS] = consultation, [WORK_TASKS] = task, [WORK_SEARCHES] = search, [WORK_FEES] = fee, [WORK_DECISIONS] = decision,
	[WORK_DELIVERIES] = delivery, [WORK_MATERIALS] = material, [WORK_APPEALS] = appeal, [WORK_FILE_COPIES] = file_copy,
	[WORK_JOINT_REVIEWS] = joint_review, [WORK_ENTRIES] = entry,
};

static const char *head(enum work_kind k, const struct work *rows, size_t n, struct arena *a)
{
	const char *label = tr(work_type(k)->label);
	if (k != WORK_MATERIALS)
		return label;
	struct work_pages sum = work_pages(rows, n);
	return sum.uncounted ? arena_printf(a, _("%s（%zu 份 %lld 页，%lld 份没有计页）"), label, n, (long long)sum.pages, (long long)sum.uncounted) :
		arena_printf(a, _("%s（%zu 份 %lld 页）"), label, n, (long long)sum.pages);
}

bool matter_show_work(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e)
{
	for (enum work_kind k = 0; k < WORK_KINDS; k++) {
		struct work *rows;
		size_t n;
		if (!work_load(app->office, k, c->matter.row, a, &rows, &n, e))
			return false;
		if (n)
			pane_add(p, ROLE_HEAD, "%s", head(k, rows, n, a));
		for (size_t i = 0; i < n; i++) {
			struct line l = {.app = app, .c = c, .a = a, .s = str_new(a), .role = ROLE_TEXT};
			writers[k](&l, &rows[i]);
			char *text = l.s.s, *one;
			while ((one = strsep(&text, "\n")))
				pane_add(p, l.role, "  %s", one);
		}
	}
	return true;
}
