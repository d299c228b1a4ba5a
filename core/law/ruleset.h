/* ruleset.h — law as dated data: rule sets, their parameters, and which date counts as receipt.
 *
 * A rule set is chosen by the day of receipt and frozen on the case in that moment: 2008 (国令492号) until 2019-05-14, 2019 (国令711号) from
 * 2019-05-15. The rows come from db/seed (ruleset.tsv, rule_param.tsv, receipt_rule.tsv) or from the office's tables of the same names;
 * both go in as text, row by row. A parameter that is not in the rows keeps 0 / no. */
#ifndef LAW_RULESET_H
#define LAW_RULESET_H

#include "law/calendar.h"

/* Which edge days of a consultation are not counted. Not regulated; printed in every ledger. */
enum exclusion_boundary {
	EXCLUDE_AFTER_SENT, /* (sent,received]: the day after dispatch to the day of the reply (default) */
	EXCLUDE_BETWEEN,    /* (sent,received): one day less, the cautious reading */
	EXCLUDE_BOTH        /* [sent,received]: one day more */
};
enum fee_mode { FEE_COST /* 检索、复制、邮寄 */, FEE_PROCESSING /* 信息处理费 */ };

struct law;
struct ruleset {
	const char *code;   /* "2008" "2019" */
	const char *family; /* of letters and procedure; today the same as code */
	const char *basis;  /* 国令711号 */
	daynum from, to;    /* day of receipt; `to` DAY_NONE = in force */
	int answer_wd;          /* 33: 20 (2008: 15) */
	int extend_wd;          /* most days of the one extension */
	int extend_max;         /* how often: 1 */
	int clarify_notice_wd;  /* 30: 7; 0 = no number in the law */
	int clarify_reply_wd;   /* default 补正期限 */
	int clarify_max;        /* 30 一次性: 1; 0 = no limit */
	int third_party_wd;     /* 32: 15 from its receipt; 0 = the letter names the day */
	int coagency_wd;        /* 34: 15 */
	int fee_payment_wd;     /* 109号: 20 */
	int correction_wd;      /* 41: internal target 20 */
	bool exclude_third_party, exclude_coagency; /* is the time not counted? */
	bool coagency_silence_consents;             /* 34 */
	bool clarify_restarts, fee_restarts;        /* full period anew, or the rest of the old one */
	bool extension_spent;   /* an extension used before a restart may not be used again */
	enum exclusion_boundary boundary;
	enum fee_mode fee;
	const struct law *law;  /* where its parameters stand with their articles; NULL for one made by hand */
};

struct rule_param { /* a row, kept for `why` texts and reference pages */
	const char *ruleset, *key, *value, *label, *article, *certainty;
};

enum receipt_field { RECEIPT_NONE, RECEIPT_ARRIVED, RECEIPT_SIGNED, RECEIPT_CONFIRMED };
struct receipt_rule {
	const char *ruleset, *channel;
	enum receipt_field first, then; /* `then` counts when `first` is unknown */
	const char *label, *article, *certainty;
};

/* Everything of this folder that is data. Filled from the seeds or from the office's tables. */
struct law {
	struct arena *arena;
	size_t nrulesets, nparams, nreceipts, noutcomes, ngrounds, nremedies, ntariffs;
	struct ruleset *rulesets; /* by `from` */
	struct rule_param *params;
	struct receipt_rule *receipts;
	struct outcome *outcomes; /* law/outcome.h */
	struct ground *grounds;
	struct remedy *remedies;
	struct tariff *tariffs;   /* law/fee.h */
};

/* A row of one of the tables: ruleset rule_param receipt_rule outcome ground remedy fee_tariff. Values are copied; unknown columns
 * are ignored, so a table may carry ids and versions. A row whose key is there already takes its place, so that an office's rows may
 * follow the program's. ERR_INPUT says what is wrong with it. */
bool law_add(struct law *l, const char *table, const char *const *names, const char *const *values, size_t n, struct err *e) CHECKED;
/* The one the program carries. */
struct law *law_embedded(struct arena *a);

/* In force on the day of receipt; NULL before the first. */
const struct ruleset *ruleset_on(const struct law *l, daynum received);
const struct ruleset *ruleset_find(const struct law *l, const char *code);
/* The code a case carries; before receipt (NULL) that of today's law, the newest. */
const char *ruleset_or_newest(const struct law *l, const char *code);
/* Of its letters, as a number: 2008 or 2019; NULL: that of 2019. */
int ruleset_family(const struct ruleset *r);
/* The row behind a number, for ledger and help; NULL where there is none. */
const struct rule_param *rule_param_find(const struct law *l, const char *ruleset, const char *key);
/* Article of that number of the rule set; NULL where the law has none. */
const char *rule_article(const struct ruleset *r, const char *key);
/* "(sent,received]" … both ways; false for an unknown text. */
const char *boundary_name(enum exclusion_boundary b);
bool boundary_parse(const char *text, enum exclusion_boundary *out);
/* "[发出日、收到日]均不计" … a clerk's words for the ledger. */
const char *boundary_text(enum exclusion_boundary b);

struct receipt_dates { daynum arrived, signed_on, confirmed; };
struct receipt {
	daynum received;              /* DAY_NONE: not yet (state unconfirmed) */
	const struct ruleset *rules;  /* NULL while received is unknown */
	enum receipt_field by;        /* the date that decided; while unknown, the one that is missing */
	const char *why;              /* one line: "双方确认之日 2026-03-03 为收到申请之日（条例31(二)）" */
	int late_wd;                  /* working days from arrival to confirmation: 条例31 asks for the same day */
};
/* Derives the day of receipt and with it the rule set (law.md §8.2). ERR_INPUT for an unknown channel. */
bool receipt_derive(const struct law *l, const struct calendar *c, const char *channel, const struct receipt_dates *d, struct arena *a,
	struct receipt *out, struct err *e) CHECKED;

#endif
