#include "law/remedy_period.h"

#include <string.h>

const char *remedy_period_label(const char *key)
{
	return !strcmp(key, "review") ? _("申请复议期限") : !strcmp(key, "suit") ? _("起诉期限") : _("复议后起诉期限");
}

static void add(const struct calendar *c, const char *key, daynum from, daynum last, const char *article, struct remedy_period *out, size_t *n)
{
	daynum until = calendar_roll(c, last);
	out[(*n)++] = (struct remedy_period){key, from, until, calendar_provisional(c, last - 1, until), article};
}

size_t remedy_periods(const struct law *l, const struct calendar *c, enum remedy_class class, bool partial, daynum letter, daynum served, daynum reviewed,
	struct remedy_period out[REMEDY_PERIODS])
{
	size_t n = 0;
	const struct remedy *r = class == REMEDY_NONE ? NULL : remedy_on(l, class, letter), *either = r ? remedy_on(l, REMEDY_ALT, letter) : NULL;
	if (!r)
		return 0;
	add(c, "review", served, served + r->review_days, r->article, out, &n);
	if (either && (class == REMEDY_ALT || partial))
		add(c, "suit", served, day_add_months(served, either->suit_months), either->article, out, &n);
	if (reviewed != DAY_NONE && reviewed >= served)
		add(c, "suit_after_review", reviewed, reviewed + r->suit_after_review_days, r->article, out, &n);
	return n;
}
