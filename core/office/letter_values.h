/* letter_values.h — what a case and the office know for the slots of a template. Private to the letter files. */
#ifndef OFFICE_LETTER_VALUES_H
#define OFFICE_LETTER_VALUES_H

#include "office/case_table.h"
#include "office/letter.h"
#include "office/correction.h"
#include "office/letter_facts.h"
#include "office/request.h"

struct letter_values {
	struct office *office;
	struct arena *arena;
	struct request_view view;   /* of a request; of a correction only the matter */
	struct correction correction; /* of a correction */
	bool is_correction;
	struct letter_facts facts;
	bool has_case;
	const char *kind;
	daynum on;
	int64_t serial;             /* in its number; INT_NONE before issuing */
	int64_t entry;              /* in the register of letters and sheets: L2026-0017 */
	const char *number;         /* printed number; NULL before issuing */
	const char *remedy;
	const char *ground;         /* of the decision in force */
	bool internet;              /* the answer is to go out by e-mail: review over the internet is told too */
	size_t nslots;
	const struct letter_slot *slots;
	struct str *empty;          /* settings that were wanted and are empty, 、 between */
	size_t ntables;             /* lists the caller knows; before those of the case */
	const struct case_table *tables;
	struct err *fault;          /* a list that could not be read */
};

/* slot_lookup: ctx is a struct letter_values. */
struct slot_value letter_value(const void *ctx, const struct slot *slot);
/* Does its number use up one of the serials that letters share? A sheet without a number line does not, nor a kind that counts for itself. */
bool letter_takes_serial(const struct letter_values *v, const struct template *t);
/* The printed number by the setting number_patterns; ERR_RULE naming the setting that is empty. */
const char *letter_number(struct office *o, const char *kind, bool sheet, daynum on, int64_t serial, struct arena *a, struct err *e);

/* Everything but the serial; loads the case when there is one. */
bool letter_values_start(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_values *v,
	struct err *e) CHECKED;
/* The family of the case's rule set; before receipt that of the letter's date. */
int letter_family(const struct letter_values *v);
/* The template of v->kind for that family and date; NULL with the reason. */
const struct template *letter_pick(const struct letter_values *v, struct err *e);
/* Reads what was typed by the types of the slots. */
bool letter_read_slots(const struct template *t, struct letter_values *v, struct err *e) CHECKED;
/* Fills v->remedy where the template has one; `fill`: an empty setting stands by its name. */
bool letter_fill_remedy(struct letter_values *v, const struct template *t, bool fill, struct err *e) CHECKED;
/* Fills view, ground and internet. */
bool letter_case_load(struct letter_values *v, int64_t matter_id, struct err *e) CHECKED;
/* Each kind asks that its step was done: a receipt the day of receipt, an extension letter the extension. ERR_RULE. */
bool letter_may_issue(const struct letter_values *v, struct err *e) CHECKED;
/* Is it a 撤销（更正）文书决定书 that corrects? The letter it names stands. */
bool letter_corrects(const struct letter_values *v);
/* Does the letter tell the outcome of the case? */
bool letter_is_decision(const struct letter_values *v);
/* The first day of the step that a kind of letter reports, with the step's name; DAY_NONE: it reports none. */
daynum letter_step_day(const struct letter_values *v, const char **step);
bool letter_has_remedy(const struct template *t);
/* receipt-2019@2019-05-15: kind, family and first day. */
const char *letter_template_name(const struct template *t, struct arena *a);

#endif
