/* info_private.h — shared by the files of the info noun only. */
#ifndef OFFICE_INFO_PRIVATE_H
#define OFFICE_INFO_PRIVATE_H

#include "office/info.h"

/* What a state allows; the reason is said when it does not. */
enum info_step { STEP_CHANGE, STEP_REVIEW, STEP_CONFIRMED, STEP_PUBLISH, STEP_WITHDRAW, STEP_REVISE, STEP_VOID };
bool info_may(const struct info *i, enum info_step step, struct err *e) CHECKED;
/* The same for a verb's can(). */
bool info_can(struct office *o, int64_t row, enum info_step step, struct err *why);

/* Is it for this office to publish it (条例 10, S4 art. 14)? The reason why not is said. */
bool info_may_be_published(const struct info *i, struct err *e);
/* The newest duty; never NULL for a loaded record. */
struct info_duty *info_open_duty(const struct info *i);
/* Writes the cached deadline of one record as it now stands. */
bool info_deadline_put(struct office *o, int64_t row, struct arena *a, struct err *e) CHECKED;
bool info_set_state(struct office *o, const struct info *i, const char *state, struct err *e) CHECKED;
/* Checks the fields, finds unit and element, allots number and index number, inserts with its first duty. source: desk | import. */
bool info_insert(struct office *o, struct info *i, const char *source, struct arena *a, struct err *e) CHECKED;
/* Checks fields against each other and the catalogue, completes element_id and unit_id. */
bool info_settle(struct office *o, struct info *i, struct arena *a, struct err *e) CHECKED;
bool info_publication_insert(struct office *o, const struct info *i, const struct info_publish_args *p, struct err *e) CHECKED;
bool info_review_insert(struct office *o, const struct info *i, const struct info_review_args *r, const char *origin, struct err *e) CHECKED;
/* A day something happened: known, not in the future, not before the information was formed or changed. */
bool info_past_day(struct office *o, const struct info *i, daynum on, const char *what, enum err_code code, struct err *e) CHECKED;

#endif
