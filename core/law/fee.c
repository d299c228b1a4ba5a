#include "law/fee.h"

#include <string.h>

static bool in_force(const struct tariff *t, daynum received)
{
	return received != DAY_NONE && received >= t->from && (t->to == DAY_NONE || received <= t->to);
}

bool fee_allowed(const struct law *l, daynum received)
{
	for (size_t i = 0; i < l->ntariffs; i++)
		if (in_force(&l->tariffs[i], received))
			return true;
	return false;
}

/* What the units up to and including `n` cost in one band, and the n-th alone. */
static int64_t band_unit(const struct tariff *t, int n)
{
	int blocks = t->step > 0 ? (n - t->first) / t->step : 0;
	return t->each + blocks * t->step_add;
}

static bool holds(const struct tariff *t, int n)
{
	return n >= t->first && (t->last == 0 || n <= t->last);
}

static int64_t unit_price(const struct law *l, enum fee_basis basis, daynum received, int n)
{
	for (size_t i = 0; i < l->ntariffs; i++) {
		const struct tariff *t = &l->tariffs[i];
		if (t->basis == basis && in_force(t, received) && holds(t, n))
			return band_unit(t, n);
	}
	return 0;
}

/* The bands filled one after another, block by block; never unit by unit, so that a million pages cost nothing to compute. */
static int64_t total(const struct law *l, enum fee_basis basis, daynum received, int n)
{
	int64_t sum = 0;
	for (size_t i = 0; i < l->ntariffs; i++) {
		const struct tariff *t = &l->tariffs[i];
		if (t->basis != basis || !in_force(t, received) || n < t->first)
			continue;
		int64_t units = (t->last && n > t->last ? t->last : n) - t->first + 1;
		sum += units * t->each;
		if (t->step > 0) {
			int64_t full = units / t->step, rest = units % t->step;
			sum += t->step_add * (t->step * (full * (full - 1) / 2) + full * rest);
		}
	}
	return sum;
}

int64_t fee_of_nth(const struct law *l, daynum received, int nth)
{
	return unit_price(l, FEE_BY_COUNT, received, nth);
}

int64_t fee_of_pages(const struct law *l, daynum received, int pages)
{
	return total(l, FEE_BY_PAGES, received, pages);
}

int64_t fee_of_month(const struct law *l, daynum received, int n)
{
	return total(l, FEE_BY_COUNT, received, n);
}

bool fee_waiver_for(const char *ruleset, const char *applicant_kind)
{
	return ruleset && applicant_kind && strcmp(ruleset, "2008") == 0 && strcmp(applicant_kind, "natural") == 0;
}

bool fee_hardship_exempt(const char *hardship)
{
	return hardship && (strcmp(hardship, "wubao") == 0 || strcmp(hardship, "dibao") == 0 || strcmp(hardship, "youfu") == 0);
}
