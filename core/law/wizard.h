/* wizard.h — 七步法: seven questions from an application to its answer (补不补 → 是不是 → 谁负责 → 有没有 → 给不给 → 怎么给 → 怎么答).
 *
 * A table: each answer leads to the next question, or to a leaf: a verb of the procedure, and for `request.decide` the outcome code
 * that the verb will ask for. The outcome then fixes article, row of the annual report, letter and remedy (law/outcome.h): the
 * wizard decides nothing itself, and an expert types the same code into the form. Each law has its own answers (the old one's classes
 * 同意、部分、不予、免于、转其他 are the old_class of its outcomes). */
#ifndef LAW_WIZARD_H
#define LAW_WIZARD_H

#include "law/procedure.h"

struct wizard_answer {
	const char *label, *help; /* help: article and what follows from it */
	const char *next;         /* question id; NULL for a leaf */
	const char *verb;         /* leaf: "request.clarify", "request.decide" … */
	const char *outcome;      /* of request.decide; NULL else */
	const char *basis;        /* disclose_basis of it (law/disclosure.h); NULL else */
};
struct wizard_question {
	const char *id, *step, *text; /* step: 补不补 … */
	const struct wizard_answer *answers; /* ends with a NULL label */
};
/* Of requests under that law; the first is where it starts; ends with a NULL id. */
const struct wizard_question *wizard_questions(enum proc_family family);
/* NULL for an unknown id. */
const struct wizard_question *wizard_question(const struct wizard_question *all, const char *id);
/* 1…7: which of the seven steps. */
int wizard_step(const struct wizard_question *all, const struct wizard_question *q);

#endif
