/* letter_facts.h — what the steps of a case tell its letters: fields are named as the slots (docs/howto/letter-slots.md). */
#ifndef OFFICE_LETTER_FACTS_H
#define OFFICE_LETTER_FACTS_H

#include "office/matter.h"

struct letter_facts {
	daynum clarified_on, clarify_sent, clarify_until, delay_until, reasons_asked, withdrawn_on, consult_sent, coagency_sent, task_until,
		assigned_on, replied_on, search_on, fee_sent, pay_until, sent_on, served_on, due_before, consult_until, coagency_until,
		explain_until, notice_date, transferred_on, revoked_date, identity_on;
	const char *items, *extend_reason, *explain, *clarify_number, *fee_number, *receipt_number, *outcome, *grounds, *ground, *ground_text,
		*reasons, *body, *opinion, *opinion_reasons, *third_party, *coagency_kind, *agency, *unit, *ask, *reply, *search_place,
		*search_words, *search_by, *search_result, *basis, *method, *carrier, *waybill, *signer, *server, *archive_number, *retention, *letter_number, *ledger, *basis_text,
		*materials, *month, *search_record, *consult_record, *delay_reason, *notice_number, *record, *claim, *evidence, *transferred_to,
		*body_person, *body_address, *body_phone, *body_contact, *ground_2, *ground_3, *given, *asked, *revoked_number, *revoke_reasons, *revoked_kind, *revoked_doc,
		*addressee,
		*withheld, *withheld_2, *withheld_3, *reasons_2, *reasons_3, *disclose_basis, *disclose_reasons, *fee_items, *fee_detail, *waive_reason, *identity_by;
	int64_t extend_days, receipt_year, receipt_serial, quantity, amount, count, pages, consult_year, consult_serial, notice_year,
		notice_serial, search_fee, copy_fee, post_fee, waived;
	bool revoked_told; /* the letter named told a remedy */
};
extern const struct record_type letter_facts_type;

/* Whom the letter concerns, when several were asked; NULL = the letter's own choice. */
struct letter_whom {
	const char *kind; /* of the letter: of several who were asked, it goes to one that has none yet */
	const char *third_party, *agency, *revoked; /* revoked: the number of a letter of this case */
	bool answer; /* the letter tells the applicant: of several third parties, one who objected speaks for all */
};
/* Today bounds the ledger. */
bool letter_facts_load(struct office *o, const struct matter_case *c, const struct letter_whom *whom, struct arena *a, struct letter_facts *out,
	struct err *e) CHECKED;

#endif
