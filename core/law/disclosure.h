/* disclosure.h — what goes out against a third party's will, and what is withheld although it might go out (条例 14–16, 32).
 *
 * A decision that gives out what a third party objected to says on which basis: under both laws that withholding would gravely affect the
 * public interest; since 2019 also that the objection has no good reason (条例32: 提出不同意见且有合理理由的，不予公开). The third party is
 * told content and reasons in writing. Where the part that concerns it is withheld, nothing is overridden.
 *
 * 条例16 says 可以不予公开: whoever approves such a ground confirms it a second time before the letter goes out (law.md §12, 8). */
#ifndef LAW_DISCLOSURE_H
#define LAW_DISCLOSURE_H

#include "law/outcome.h"

struct disclosure_basis {
	const char *ruleset, *code, *label, *article;
};
extern const struct disclosure_basis disclosure_bases[]; /* ends with a NULL ruleset */
/* By code or label; NULL when the rule set knows none of that name. */
const struct disclosure_basis *disclosure_basis_named(const char *ruleset, const char *text);

/* A third party's objection under a rule set; ruleset NULL: today's. */
struct objection_rule {
	const char *ruleset;
	bool needs_reasons;  /* 条例32; under the old law (23) it bound without any */
	bool tells_assent;   /* the notice of what goes out also says who agreed or was silent; the form of 2008 has no box for it */
	const char *refusal; /* why what it stands against does not go out without a basis */
};
const struct objection_rule *objection_rule(const char *ruleset);
/* `grounds`: codes with commas between them; NULL for none. */
bool grounds_discretionary(const struct law *l, const char *ruleset, const char *grounds);
/* Does one of them protect a third party (条例15; 商业秘密、个人隐私)? */
bool grounds_third_party(const struct law *l, const char *ruleset, const char *grounds);
/* Does the decision give out information that a third party's objection may stand against? */
bool disclosure_overrides(const struct law *l, const char *ruleset, const char *outcome, const char *grounds);

#endif
