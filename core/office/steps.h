/* steps.h — the arguments of every step of the procedure, and their verbs. One struct serves all: a verb's record_type names the
 * members it reads. `on` is today when it is left out; no day may be before the receipt or after today. */
#ifndef OFFICE_STEPS_H
#define OFFICE_STEPS_H

#include "office/step.h"

struct step_args {
	daynum on, until, sent, reached, notified, approved_on;
	const char *items, *party, *body, *kind, *answer, *reasons, *reason, *unit, *ask, *reply, *where, *words, *by, *result;
	const char *approved_by, *approval_ref, *basis, *outcome, *ground, *method, *carrier, *waybill, *signer;
	const char *title, *place, *file, *sha256, *into, *override;
	const char *withheld, *withheld_2, *ground_2, *reasons_2, *withheld_3, *ground_3, *reasons_3, *disclose_basis, *disclose_reasons;
	const char *hardship, *server, *archive_number, *retention, *again;
	daynum applied_on, reported_on;
	int64_t days, quantity, pages, size, search_fee, copy_fee, post_fee, amount;
	int8_t original, confirmed, letter;
};
#define STEP(m) FIELD_AT(step_args, m)

extern const struct choice opinion_answers[], agency_kinds[], fee_bases[], fee_hardships[], delivery_methods[], delivery_carriers[], material_kinds[];
extern const struct record_type clarify_type, on_type, consult_type, opinion_type, coagency_type, agency_reply_type, assign_type,
	task_reply_type, search_log_type, extend_type, reasons_type, delay_type, fee_type, decide_type, deliver_type, deliver_again_type, deliver_fix_type, shelve_type, withdraw_type,
	transfer_type, merge_type, reopen_type, material_type, archive_type, archive_override_type, answer_now_type, confirm_ground_type, waive_type, joint_review_type, identity_type, correction_decide_type;

/* Each does one step of the procedure; verb.run of request.X and correction.X. */
bool step_clarify(struct verb_call *call, struct err *e);
bool step_clarified(struct verb_call *call, struct err *e);
bool step_lapse(struct verb_call *call, struct err *e);
bool step_consult(struct verb_call *call, struct err *e);
bool step_opinion(struct verb_call *call, struct err *e);
bool step_coagency(struct verb_call *call, struct err *e);
bool step_coagency_reply(struct verb_call *call, struct err *e);
bool step_assign(struct verb_call *call, struct err *e);
bool step_reply(struct verb_call *call, struct err *e);
bool step_search(struct verb_call *call, struct err *e);
bool step_extend(struct verb_call *call, struct err *e);
bool step_ask_reasons(struct verb_call *call, struct err *e);
bool step_delay(struct verb_call *call, struct err *e);
bool step_fee(struct verb_call *call, struct err *e);
bool step_paid(struct verb_call *call, struct err *e);
bool step_waive(struct verb_call *call, struct err *e);
bool step_decide(struct verb_call *call, struct err *e);
bool step_confirm_ground(struct verb_call *call, struct err *e);
bool step_answer_now(struct verb_call *call, struct err *e);
bool step_deliver(struct verb_call *call, struct err *e);
bool step_deliver_again(struct verb_call *call, struct err *e);
bool step_deliver_fix(struct verb_call *call, struct err *e);
bool step_withdraw(struct verb_call *call, struct err *e);
bool step_transfer(struct verb_call *call, struct err *e);
bool step_merge(struct verb_call *call, struct err *e);
bool step_reopen(struct verb_call *call, struct err *e);
bool step_material(struct verb_call *call, struct err *e);
bool step_file_copy(struct verb_call *call, struct err *e);
bool step_joint_review(struct verb_call *call, struct err *e);
bool step_archive(struct verb_call *call, struct err *e);
bool step_shelve(struct verb_call *call, struct err *e);
bool step_undo(struct verb_call *call, struct err *e);
const char *step_undo_asks(struct office *o, int64_t id, struct arena *a); /* struct verb.asks */

/* verb.suggest of those steps that answer to somebody who is waited for. */
void suggest_consult(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_answer_now(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_opinion(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_agency_reply(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_deliver_fix(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_shelve(struct office *o, int64_t id, void *args, struct arena *a);
void suggest_reply(struct office *o, int64_t id, void *args, struct arena *a);

/* The day of a step: today when unknown; not after today, not before the receipt nor before `least` (DAY_NONE: no bound). */
bool step_day(const struct step *s, const char *field, daynum *day, daynum least, struct err *e) CHECKED;
/* Under the two-person rule somebody else than the operator approves; `field` is at fault if not. */
bool step_two_persons(const struct step *s, const char *field, const char *approver, daynum on, struct err *e) CHECKED;
/* The approval of a step done on that day: not after it nor before receipt, and by two persons where that is the rule. */
bool step_approval(const struct step *s, const struct step_args *a, daynum on, struct err *e) CHECKED;
/* Last day of that event; DAY_NONE when there is none. */
daynum step_event_day(const struct step *s, enum clock_event_kind kind);
/* Archive number and retention of a case that is being closed; no two have one number. */
bool step_put_away(struct step *s, const struct step_args *a, struct err *e) CHECKED;
/* Records what the case ends with; an earlier decision is superseded. Sets the matter's outcome. */
bool step_outcome(struct step *s, const struct step_args *a, const char *outcome, struct err *e) CHECKED;

/* Records how the answer was handed over. */
bool step_delivery_put(struct step *s, const struct step_args *a, const char *method, daynum served, struct err *e) CHECKED;

/* Does the case's rule set know the outcome? */
bool step_outcome_known(const struct step *s, const char *outcome);

/* The whole procedure as verbs of requests (request.clarify …); request.register, change, confirm and void stand in request_verbs. */
extern const struct verb *const step_verbs[];
/* Those of corrections (correction.clarify …). */
extern const struct verb *const correction_step_verbs[];

#endif
