#include "office/letter_remedy.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_matter.h"
#include "law/outcome.h"
#include "office/correction.h"
#include "office/setting.h"

static const char *body(struct office *o, const char *key, const struct remedy_case *c, struct arena *a, struct err *e)
{
	const char *name = setting_get(o, key, c->on, a);
	if (!text_is_blank(name))
		return name;
	if (c->fill)
		return arena_printf(a, _("【%s】"), tr(setting_key_find(key)->label));
	return setting_need(o, key, c->on, a, e);
}

static bool revocation(const struct remedy_case *c)
{
	return c->kind && strcmp(c->kind, "revoke") == 0;
}

/* To annul what was answered is an act of its own, and no refusal under 条例14 to 16: review or suit. A correction is part of the answer
 * that stands: its remedy. What told none, a receipt say, decided nothing (letters of procedure). */
static enum remedy_class class_of(struct office *o, const struct remedy_case *c)
{
	if (revocation(c) && !c->revoked_told)
		return REMEDY_NONE;
	if (remedy_of_its_own(c->kind) || (revocation(c) && (!c->corrects || remedy_of_its_own(c->revoked))))
		return REMEDY_ALT;
	return c->outcome ? outcome_remedy(o->law, c->ruleset, c->outcome, c->ground, c->on) : REMEDY_NONE;
}

static const char *online(struct office *o, const struct remedy_case *c, const struct remedy *r, struct arena *a, struct err *e)
{
	if (!c->internet || !r->internet)
		return "";
	const char *channel = body(o, "online_review", c, a, e);
	return channel ? arena_printf(a, _("也可以通过互联网渠道（%s）申请行政复议。"), channel) : NULL;
}

/* The months of a suit without a review before it. */
static int either_months(struct office *o, const struct remedy_case *c)
{
	const struct remedy *r = remedy_on(o->law, REMEDY_ALT, c->on);
	return r ? r->suit_months : 0;
}

bool letter_remedy(struct office *o, const struct remedy_case *c, struct arena *a, const char **text, struct err *e)
{
	enum remedy_class class = class_of(o, c);
	const struct remedy *r = class == REMEDY_NONE ? NULL : remedy_on(o->law, class, c->on);
	*text = NULL;
	if (!r)
		return true;
	const char *superior = body(o, "superior", c, a, e), *court = superior ? body(o, "court", c, a, e) : NULL;
	const char *net = court ? online(o, c, r, a, e) : NULL;
	if (!net)
		return false;
	const char *this = revocation(c) ? _("本决定") : remedy_of_its_own(c->kind) ? _("本告知书") : _("本答复");
	const char *either = arena_printf(a, _("可以自收到%s之日起%d日内向%s申请行政复议，也可以自收到%s之日起%d个月内向%s提起行政诉讼。"), this, r->review_days,
		superior, this, either_months(o, c), court);
	const char *first = arena_printf(a, _("应当自收到%s之日起%d日内，先向%s申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起%d日内向%s提起行政诉讼。"),
		this, r->review_days, superior, r->suit_after_review_days, court);
	if (class != REMEDY_PRE)
		*text = arena_printf(a, _("如对%s不服，%s%s"), this, either, net);
	else if (c->outcome && strcmp(c->outcome, "partial") == 0)
		*text = arena_printf(a, _("如对不予公开的部分不服，%s如对予以公开的部分不服，%s%s"), first, either, net);
	else
		*text = arena_printf(a, _("如对%s不服，%s%s"), this, first, net);
	return true;
}

bool letter_remedy_periods(struct office *o, const struct matter *m, struct arena *a, struct remedy_period out[REMEDY_PERIODS], size_t *n,
	struct err *e)
{
	struct err end = {0};
	*n = 0;
	if (!m->ruleset || (strcmp(m->state, "delivered") != 0 && strcmp(m->state, "archived") != 0))
		return true;
	struct q *q = q_open(o->store, &Q_matter_served);
	q_int(q, "id", m->row);
	if (q_row(q, &end)) {
		struct remedy_case c = {.ruleset = m->ruleset, .outcome = q_get_text(q, "outcome", a), .ground = q_get_text(q, "ground", a),
			.on = q_get_day(q, "letter_date"), .kind = q_get_text(q, "kind", a)};
		bool partial = c.outcome && strcmp(c.outcome, "partial") == 0;
		*n = remedy_periods(o->law, o->calendar, class_of(o, &c), partial, c.on, q_get_day(q, "on"), q_get_day(q, "reviewed"), out);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

const char *letter_of_outcome(struct office *o, const struct matter *m)
{
	if (strcmp(m->kind, "correction") == 0)
		return correction_letter(m->outcome);
	const struct outcome *out = m->outcome && m->ruleset ? outcome_find(o->law, m->ruleset, m->outcome) : NULL;
	return out && out->letter && *out->letter ? out->letter : NULL;
}

const char *letter_ground_text(struct office *o, const struct matter *m, const char *grounds, struct arena *a)
{
	struct str s = str_new(a);
	for (const char *p = grounds && m->ruleset ? grounds : ""; *p;) {
		size_t n = strcspn(p, ",");
		const struct ground *g = ground_find(o->law, m->ruleset, arena_strndup(a, p, n));
		if (g)
			str_printf(&s, s.len ? _("；%s（%s）") : _("%s（%s）"), g->label, g->article);
		p += n + (p[n] == ',');
	}
	return s.len ? s.s : NULL;
}
