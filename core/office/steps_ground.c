/* What a decision withholds and what it gives out against a will: the parts with their grounds, third parties that objected, the second
 * confirmation of a ground of 条例16. */
#include "office/steps_ground.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_steps.h"
#include "law/disclosure.h"
#include "office/choice.h"
#include "office/decision.h"
#include "office/setting.h"

enum { PARTS_MAX = 3 };

static bool read_ground(const struct step *s, const char *field, const char *word, const char **code, struct err *e)
{
	const struct ground *g = ground_named(s->office->law, s->c.matter.ruleset, word);
	if (!g)
		return choice_unknown(s->office, record_field(s->call->verb->args, field), s->c.matter.ruleset, word, s->arena, e);
	*code = g->code;
	return true;
}

static bool twice(const struct withheld_parts *parts, const char *ground)
{
	for (size_t i = 0; i < parts->n; i++)
		if (strcmp(parts->rows[i].ground, ground) == 0)
			return true;
	return false;
}

/* The list however its marks are typed: 14-5，16-3、15-1. A label may itself hold a mark. */
static const char *with_commas(const struct step *s, const char *typed)
{
	const char *const mark = _("、");
	if (!typed || ground_named(s->office->law, s->c.matter.ruleset, typed))
		return typed;
	struct str out = str_new(s->arena);
	for (const char *p = text_fold(s->arena, typed); *p;) {
		bool listed = strncmp(p, mark, strlen(mark)) == 0;
		str_char(&out, listed || *p == ';' ? ',' : *p);
		p += listed ? strlen(mark) : 1;
	}
	return out.s;
}

/* 14-5,16-3: several grounds for one part, or for parts that the letter names; the reasons are those of all. */
static bool read_list(const struct step *s, const struct step_args *a, const struct outcome *o, struct withheld_parts *out, struct err *e)
{
	for (const char *p = with_commas(s, a->ground); p && *p;) {
		size_t n = strcspn(p, ",");
		if (out->n == PARTS_MAX)
			return err_field(e, "ground", _("不公开依据最多写%d项，答复书逐项写明；其余的写进理由"), PARTS_MAX);
		struct decision_part *part = &out->rows[out->n];
		*part = (struct decision_part){.ordinal = (int64_t)out->n + 1, .withheld = out->n || !o->gives ? NULL : a->withheld, .reasons = a->reasons};
		if (!read_ground(s, "ground", text_trim(s->arena, arena_strndup(s->arena, p, n)), &part->ground, e))
			return false;
		if (twice(out, part->ground))
			return err_field(e, "ground", _("不公开依据“%s”写了两遍"), part->ground);
		out->n++;
		p += n + (p[n] == ',');
	}
	return true;
}

static bool read_part(const struct step *s, const struct step_args *a, const struct outcome *o, const struct more_part *m, struct withheld_parts *out, struct err *e)
{
	struct decision_part *part = &out->rows[out->n];
	const char *withheld = o->gives ? m->withheld : NULL;
	if (text_is_blank(withheld) && text_is_blank(m->ground) && text_is_blank(m->reasons))
		return true;
	*part = (struct decision_part){.ordinal = (int64_t)out->n + 1, .withheld = withheld, .reasons = m->reasons};
	if (!o->gives && text_is_blank(m->reasons))
		part->reasons = a->reasons;
	if (text_is_blank(m->ground))
		return err_field(e, m->ground_field, o->gives ? _("第%lld部分须选不公开依据") : _("第%lld项须选不公开依据"), (long long)part->ordinal);
	if (o->gives && text_is_blank(withheld))
		return err_field(e, m->withheld_field, _("须写明不公开的第%lld部分是什么"), (long long)part->ordinal);
	if (o->gives && text_is_blank(m->reasons))
		return err_field(e, m->reasons_field, _("第%lld部分须说明理由（%s）"), (long long)part->ordinal, o->article);
	if (!read_ground(s, m->ground_field, m->ground, &part->ground, e))
		return false;
	if (!o->gives && twice(out, part->ground))
		return err_field(e, m->ground_field, _("不公开依据“%s”写了两遍"), part->ground);
	out->n++;
	return true;
}

static bool read_more(const struct step *s, const struct step_args *a, const struct outcome *o, struct withheld_parts *out, struct err *e)
{
	const struct more_part more[] = {
		{a->withheld_2, a->ground_2, a->reasons_2, "withheld_2", "ground_2", "reasons_2"},
		{a->withheld_3, a->ground_3, a->reasons_3, "withheld_3", "ground_3", "reasons_3"},
	};
	size_t first = out->n;
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (!read_part(s, a, o, &more[i], out, e))
			return false;
	if (out->n > first && first > 1)
		return err_field(e, "ground", _("分开写明理由的，每一处只选一项不公开依据"));
	if (out->n > first && o->gives && text_is_blank(a->withheld))
		return err_field(e, "withheld", _("须写明不公开的第1部分是什么"));
	return true;
}

static bool any(const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!text_is_blank(words[i]))
			return true;
	return false;
}

/* A ground typed before the outcome was changed does not outlive it, but the clerk who meant it is told. */
static const char *unused(const struct step_args *a, const struct outcome *o)
{
	const char *const grounds[] = {a->ground, a->ground_2, a->reasons_2, a->ground_3, a->reasons_3};
	const char *const parts[] = {a->withheld, a->withheld_2, a->withheld_3};
	bool named = any(parts, sizeof parts / sizeof *parts);
	if (!o->needs_ground && (named || any(grounds, sizeof grounds / sizeof *grounds)))
		return _("这种结果没有不公开依据，填的依据没有记下；有不公开的内容，应当选“部分公开”或者“不予公开”");
	return o->needs_ground && !o->gives && named ? _("这种结果全部不公开，填的不公开的部分没有记下；其余可以公开的，应当选“部分公开”") : NULL;
}

bool parts_read(const struct step *s, struct step_args *a, const struct outcome *o, struct withheld_parts *out, struct err *e)
{
	struct str codes = str_new(s->arena);
	*out = (struct withheld_parts){.rows = arena_array(s->arena, struct decision_part, PARTS_MAX + 2), .unused = unused(a, o)};
	if (o->needs_ground && (!read_list(s, a, o, out, e) || !read_more(s, a, o, out, e)))
		return false;
	for (size_t i = 0; i < out->n; i++)
		str_printf(&codes, "%s%s", i ? "," : "", out->rows[i].ground);
	a->ground = out->n ? codes.s : NULL;
	return true;
}

bool parts_put(struct office *o, int64_t decision, const struct withheld_parts *parts, struct err *e)
{
	bool done = true;
	for (size_t i = 0; done && i < parts->n; i++) {
		struct q *q = q_open(o->store, &Q_decision_part_insert);
		q_int(q, "decision_id", decision);
		q_int(q, "ordinal", parts->rows[i].ordinal);
		q_text(q, "withheld", parts->rows[i].withheld);
		q_text(q, "ground", parts->rows[i].ground);
		q_text(q, "reasons", parts->rows[i].reasons);
		done = q_run(q, e);
		q_end(q);
	}
	return done;
}

/* --- against a third party's will ------------------------------------------------------------------------------------------------- */

bool ground_objections(struct step *s, struct step_args *a, struct err *e)
{
	const struct law *law = s->office->law;
	const char *ruleset = s->c.matter.ruleset;
	int64_t objected;
	struct q *q = q_open(s->office->store, &Q_consultation_objected);
	q_int(q, "matter_id", s->c.matter.row);
	if (!q_one_int(q, &objected, e))
		return false;
	bool overrides = objected > 0 && disclosure_overrides(law, ruleset, a->outcome, a->ground);
	if (text_is_blank(a->disclose_basis)) {
		if (overrides)
			return err_field(e, "disclose_basis", "%s", tr(objection_rule(ruleset)->refusal));
		a->disclose_basis = a->disclose_reasons = NULL;
		return true;
	}
	const struct disclosure_basis *b = disclosure_basis_named(ruleset, a->disclose_basis);
	if (!b)
		return choice_unknown(s->office, record_field(s->call->verb->args, "disclose_basis"), ruleset, a->disclose_basis, s->arena, e);
	if (!overrides)
		return err_field(e, "disclose_basis", objected ? _("本决定没有公开第三方不同意公开的内容，不填公开依据") : _("没有第三方不同意公开，不填公开依据"));
	if (text_is_blank(a->disclose_reasons))
		return err_field(e, "disclose_reasons", _("须写明公开的理由，并书面告知第三方（%s）"), tr(b->article));
	a->disclose_basis = b->code;
	return true;
}

/* --- 条例16: confirmed twice ------------------------------------------------------------------------------------------------------ */

/* Where no second person is asked for, an approval that is signed and dated on its sheet is the confirmation, unless it is denied. */
bool ground_confirmed(const struct step *s, struct step_args *a, struct err *e)
{
	bool needed = grounds_discretionary(s->office->law, s->c.matter.ruleset, a->ground);
	if (needed && a->confirmed == FLAG_NONE && !text_is_blank(a->approved_by) && a->approved_on != DAY_NONE &&
		!setting_flag(s->office, "two_person", a->on))
		a->confirmed = 1;
	if (a->confirmed != 1)
		return true;
	if (!needed)
		return err_field(e, "confirmed", _("只有“可以不予公开”的理由（条例16）须再次确认"));
	if (text_is_blank(a->approved_by))
		return err_field(e, "approved_by", _("再次确认的是批准人，须填批准人"));
	return true;
}

bool step_confirm_ground(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct decision d;
	bool found;
	if (!step_begin(call, &s, e) || !decision_load(s.office, s.c.matter.row, s.arena, &d, &found, e))
		return false;
	if (!found)
		return err_set(e, ERR_RULE, _("%s 还没有作出决定"), s.c.matter.number);
	if (!step_day(&s, "on", &a->on, d.decided_on, e))
		return false;
	if (text_is_blank(a->by))
		a->by = d.approved_by ? d.approved_by : s.office->operator_name;
	if (d.approved_by && strcmp(a->by, d.approved_by) != 0)
		return err_field(e, "by", _("须由批准人“%s”再次确认"), d.approved_by);
	if (!d.approved_by && !step_two_persons(&s, "by", a->by, a->on, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_decision_confirm);
	q_int(q, "id", d.row);
	q_text(q, "by", a->by);
	q_day(q, "on", a->on);
	bool done = q_run_one(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 不公开理由已由 %s 再次确认"), s.c.matter.number, a->by);
	return true;
}
