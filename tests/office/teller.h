/* teller.h — tells a case to the office step by step, with what a clerk would type, for tests that walk the procedure. */
#ifndef TESTS_OFFICE_TELLER_H
#define TESTS_OFFICE_TELLER_H

#include "office/matter.h"

struct teller {
	struct office *o;
	const char *noun; /* request correction */
	int64_t id;       /* the case */
	int64_t first;    /* one of 张三, to be merged into */
	size_t ncases;    /* the words of a case differ by it */
};

/* Steps that are no verb of the case: the days pass until everything that runs is over, the letter of the decision, a review that orders
 * a new answer. */
enum teller_other { TELL_WAIT, TELL_LETTER, TELL_ORDER, TELL_OTHERS };
bool teller_other(struct teller *t, enum teller_other which);

/* Settings that letters need, and a unit. */
void teller_furnish(struct office *o);
bool teller_try_register(struct teller *t, bool confirmed, const char *name, int64_t *id, struct err *e);
int64_t teller_register(struct teller *t, bool confirmed, const char *name);
/* In t_arena; NULL for a verb without arguments. */
void *teller_args(struct teller *t, const struct verb *v);
struct matter_case teller_load(struct teller *t);
const char *teller_short(const struct verb *v); /* clarify, of request.clarify */

#endif
