/* fee.h — 信息处理费 (国办函〔2020〕109号): per request in a calendar month of the same applicant, or per page, never both. Money in 分.
 *
 * None for requests received 2019-05-15 … 2020-12-31. Before that 条例(2008)27: only what searching, copying and posting really cost, by the
 * local tariff, which the office knows; it does not touch the clock, and (28) may be reduced or waived for a citizen in hardship. */
#ifndef LAW_FEE_H
#define LAW_FEE_H

#include "law/ruleset.h"

enum fee_basis { FEE_BY_COUNT, FEE_BY_PAGES };

/* A band: the first..last request or page costs `each`; in an open band every further `step` of them adds `step_add`. */
struct tariff {
	enum fee_basis basis;
	int first, last;  /* last 0 = open */
	int64_t each, step_add;
	int step;         /* 0 = none */
	daynum from, to;  /* day of receipt */
	const char *article;
};

bool fee_basis_parse(const char *code, enum fee_basis *out); /* "count" "pages" */
/* May a fee be charged for a request received that day? */
bool fee_allowed(const struct law *l, daynum received);
/* The fee of the n-th request of the month. */
int64_t fee_of_nth(const struct law *l, daynum received, int nth);
/* The fee of one request by its pages. */
int64_t fee_of_pages(const struct law *l, daynum received, int pages);
/* 条例(2008)28: a citizen may ask; nobody under the law of 2019, which has no such fee. */
bool fee_waiver_for(const char *ruleset, const char *applicant_kind);
/* Those whom the price rule of 2008 exempts from the whole: 五保、低保、优抚. Codes of the hardship: wubao dibao youfu other. */
bool fee_hardship_exempt(const char *hardship);
enum { FEE_COST_MAX = 10000000 }; /* 分 of one kind of cost: a typing error beyond it */
/* All requests of a month, 1…n. */
int64_t fee_of_month(const struct law *l, daynum received, int n);

#endif
