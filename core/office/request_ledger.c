#include "office/request_ledger.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_matter.h"
#include "law/outcome.h"
#include "office/decision.h"

#define AT(m) FIELD_AT(ledger_row, m)
static const struct field ledger_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), FIELD_REQUIRED},
	{"registered_on", N_("登记日期"), FIELD_DATE, AT(registered_on)},
	{"received", N_("收到日期"), FIELD_DATE, AT(received)},
	{"outcome", N_("结果"), FIELD_TEXT, AT(outcome)},
	{"ground", N_("不公开依据"), FIELD_TEXT, AT(ground)},
	{"reasons", N_("理由"), FIELD_TEXT, AT(reasons)},
	{"decided_on", N_("决定日期"), FIELD_DATE, AT(decided_on)},
	{"answered_on", N_("答复日期"), FIELD_DATE, AT(answered_on)},
	{"letter", N_("答复文号"), FIELD_TEXT, AT(letter)},
	{"approved_by", N_("签发人"), FIELD_TEXT, AT(approved_by)},
	{"approved_on", N_("签发日"), FIELD_DATE, AT(approved_on)},
	{"archive", N_("归档号"), FIELD_TEXT, AT(archive)},
	{"retention", N_("保管期限"), FIELD_TEXT, AT(retention)},
	{0},
};
const struct record_type ledger_type = {"ledger_row", N_("台账"), sizeof(struct ledger_row), ledger_fields};

/* 2025-0017, 2025-17, R2025-17: the old number, written as ours are. */
static bool number_read(struct import_row *r, struct arena *a, struct err *e)
{
	const char *s = text_trim(a, text_fold(a, r->ledger.id ? r->ledger.id : ""));
	char *end;
	s += *s == 'R' || *s == 'r';
	long year = strtol(s, &end, 10);
	if (end != s + 4 || *end != '-' || !isdigit((unsigned char)end[1]) || year < 2000 || year > 2999)
		return err_field(e, "id", _("编号应为 年-流水号，如 2025-0017：“%s”"), r->ledger.id ? r->ledger.id : "");
	r->serial = strtol(end + 1, &end, 10);
	if (*end || r->serial < 1 || r->serial > 999999)
		return err_field(e, "id", _("编号应为 年-流水号，如 2025-0017：“%s”"), r->ledger.id);
	r->year = (int)year;
	r->ledger.id = arena_printf(a, "%04ld-%04d", year, (int)r->serial);
	return true;
}

/* An old ledger often knows only the day of receipt: it stands for the dates it followed from. */
static void dates_fill(struct import_row *r)
{
	struct request *q = &r->request;
	if (r->ledger.received == DAY_NONE)
		return;
	if (q->arrived == DAY_NONE)
		q->arrived = r->ledger.received;
	if (q->signed_on == DAY_NONE)
		q->signed_on = r->ledger.received;
	if (q->confirmed == DAY_NONE)
		q->confirmed = r->ledger.received;
}

static bool fields_read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, struct import_row *r, struct err *e)
{
	struct input in = office_input(o);
	record_clear(&request_type, &r->request);
	record_clear(&ledger_type, &r->ledger);
	for (size_t i = 0; i < t->columns; i++) {
		void *rec = t->type[i] == &ledger_type ? (void *)&r->ledger : (void *)&r->request;
		if (t->field[i] && !record_set(t->type[i], rec, t->field[i], cells->cells[i], &in, a, e))
			return false;
	}
	return number_read(r, a, e) && record_check(&request_type, &r->request, e);
}

bool ledger_row_matter(struct office *o, const struct import_row *r, struct arena *a, struct matter *m, struct err *e)
{
	const struct request *q = &r->request;
	record_clear(&matter_type, m);
	m->channel = q->channel;
	m->arrived = q->arrived;
	m->signed_on = q->signed_on;
	m->confirmed = q->confirmed;
	m->confirmed_with = q->confirmed_with;
	m->kind = "request";
	m->number = r->ledger.id;
	m->source = "import";
	m->registered_on = r->ledger.registered_on;
	return matter_receive(o, m, a, NULL, e);
}

/* Codes, or the words that people are shown; the row of the annual report hangs on the first. */
static bool grounds_check(struct office *o, const struct outcome *named, struct matter *m, struct ledger_row *l, struct arena *a, struct err *e)
{
	struct str codes = str_new(a);
	if (text_is_blank(l->ground)) {
		l->ground = NULL;
		return outcome_counts_without_ground(named, m->received) ||
			err_field(e, "ground", _("“%s”须有不公开依据，年度报告按依据计数"), named->label);
	}
	if (!named->needs_ground)
		return err_field(e, "ground", _("“%s”没有不公开依据"), named->label);
	char *rest = text_fold(a, l->ground), *one;
	while ((one = strsep(&rest, ",;"))) {
		const struct ground *g = ground_named(o->law, m->ruleset, text_trim(a, one));
		if (!g)
			return err_field(e, "ground", _("%s年规则没有不公开依据“%s”"), m->ruleset, one);
		str_printf(&codes, "%s%s", codes.len ? "," : "", g->code);
	}
	l->ground = codes.s;
	return true;
}

/* Without a result there is nothing of an answer either. */
static bool unanswered(const struct ledger_row *l, struct err *e)
{
	const bool said[] = {l->answered_on != DAY_NONE, l->decided_on != DAY_NONE, !text_is_blank(l->letter), !text_is_blank(l->ground),
		!text_is_blank(l->archive)};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i])
			return err_field(e, "outcome", _("已答复的须有结果"));
	return true;
}

/* No other case has that archive number. */
static bool shelf_free(struct office *o, const struct ledger_row *l, struct arena *a, struct err *e)
{
	struct err none = {0};
	if (text_is_blank(l->archive))
		return true;
	struct q *q = q_open(o->store, &Q_matter_shelved);
	q_text(q, "archive_number", l->archive);
	q_int(q, "id", 0);
	const char *other = q_row(q, &none) ? q_get_text(q, "number", a) : NULL;
	q_end(q);
	if (none.code != ERR_NONE)
		return err_set(e, none.code, "%s", none.text);
	return !other || !strcmp(other, l->id) || err_field(e, "archive", _("归档号“%s”已经用于 %s"), l->archive, other);
}

/* A result needs the day from which its rule set follows. */
static bool outcome_check(struct office *o, struct import_row *r, struct arena *a, struct err *e)
{
	struct matter m;
	struct ledger_row *l = &r->ledger;
	if (!ledger_row_matter(o, r, a, &m, e))
		return false;
	if (l->received != DAY_NONE && m.received != l->received)
		return err_field(e, "received", _("收到日期与这种渠道的到达、签收、确认日期不符"));
	if (m.received != DAY_NONE && m.received > desk_today(o->desk))
		return err_field(e, "received", _("收到日期在今天之后"));
	if (text_is_blank(l->outcome))
		return unanswered(l, e);
	if (m.received == DAY_NONE)
		return err_field(e, "received", _("有结果的须有收到日期"));
	const struct outcome *named = outcome_named(o->law, m.ruleset, l->outcome);
	if (!named)
		return err_field(e, "outcome", _("%s年规则没有结果“%s”"), m.ruleset, l->outcome);
	l->outcome = named->code; /* by its code, its words, or a class of the old report */
	if (!text_is_blank(l->archive) && l->answered_on == DAY_NONE)
		return err_field(e, "answered_on", _("已归档的须有答复日期"));
	return shelf_free(o, l, a, e) && grounds_check(o, named, &m, l, a, e) && ledger_order(o, m.received, l->decided_on, l->approved_on, l->answered_on, e);
}

bool ledger_row_read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, struct import_row *r, struct err *e)
{
	if (!fields_read(o, t, cells, a, r, e))
		return false;
	dates_fill(r);
	daynum *on = &r->ledger.registered_on;
	r->registered_given = *on != DAY_NONE;
	if (*on == DAY_NONE)
		*on = r->ledger.received != DAY_NONE ? r->ledger.received : r->request.arrived;
	if (*on == DAY_NONE)
		return err_field(e, "registered_on", _("须有登记日期或者收到日期"));
	if (*on > desk_today(o->desk))
		return err_field(e, "registered_on", _("登记日期在今天之后"));
	return outcome_check(o, r, a, e);
}

/* --- compared ----------------------------------------------------------------------------------------------------------------- */

/* How it was answered. */
static bool answer_compare(struct office *o, int64_t matter_id, const struct ledger_row *l, struct arena *a, struct import_line *out, struct err *e)
{
	struct decision d;
	bool found;
	if (!decision_load(o, matter_id, a, &d, &found, e))
		return false;
	if (!found)
		return true; /* the result itself is told */
	import_differ_text(out, a, _("不公开依据"), d.ground, l->ground);
	import_differ_text(out, a, _("理由"), d.reasons, l->reasons);
	import_differ_day(out, a, _("决定日期"), d.decided_on, l->decided_on);
	import_differ_text(out, a, _("答复文号"), d.letter, l->letter);
	import_differ_text(out, a, _("签发人"), d.approved_by, l->approved_by);
	import_differ_day(out, a, _("签发日"), d.approved_on, l->approved_on);
	return true;
}

static const char *outcome_words(struct office *o, const char *ruleset, const char *code)
{
	const struct outcome *found = ruleset && code ? outcome_find(o->law, ruleset, code) : NULL;
	return found ? found->label : code ? code : "";
}

bool ledger_row_compare(struct office *o, int64_t matter_id, const struct import_row *r, struct arena *a, struct import_line *out, struct err *e)
{
	struct request_view v;
	const struct ledger_row *l = &r->ledger;
	out->ndiffs = 0;
	if (!request_load(o, matter_id, a, &v, e))
		return false;
	for (const struct field *f = request_type.fields; f->name; f++)
		if (f->type != FIELD_DATE && record_known(f, &r->request) && !record_same(f, &r->request, &v.request))
			import_differ(out, a, tr(f->label), record_shown(f, &v.request, a), record_shown(f, &r->request, a));
	const struct matter *m = &v.c.matter;
	if (r->registered_given)
		import_differ_day(out, a, _("登记日期"), m->registered_on, l->registered_on);
	import_differ_day(out, a, _("收到日期"), m->received, l->received);
	if (!text_is_blank(l->outcome) && (!m->outcome || strcmp(m->outcome, l->outcome) != 0))
		import_differ(out, a, _("结果"), outcome_words(o, m->ruleset, m->outcome), outcome_words(o, m->ruleset, l->outcome));
	if (m->source && !strcmp(m->source, "import")) /* of our own cases this is the day of the archive */
		import_differ_day(out, a, _("答复日期"), m->closed_on, l->answered_on);
	import_differ_text(out, a, _("归档号"), m->archive_number, l->archive);
	import_differ_text(out, a, _("保管期限"), m->retention, l->retention);
	return answer_compare(o, matter_id, l, a, out, e);
}

bool ledger_row_overlay(const struct import_row *r, const struct request_view *v, struct request *now)
{
	bool any = false;
	for (const struct field *f = request_type.fields; f->name; f++) {
		if (f->type == FIELD_DATE || f->flags & FIELD_DERIVED || !record_known(f, &r->request) || record_same(f, &r->request, &v->request))
			continue;
		record_take(f, now, &r->request);
		any = true;
	}
	/* the day of receipt is changed where it came from */
	daynum *const days[] = {&now->arrived, &now->signed_on, &now->confirmed}, was = v->c.matter.received;
	for (size_t i = 0; i < 3 && was != DAY_NONE && r->ledger.received != DAY_NONE && r->ledger.received != was; i++)
		if (*days[i] == was) {
			*days[i] = r->ledger.received;
			any = true;
		}
	return any;
}
