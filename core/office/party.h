/* party.h — people and bodies in a matter: the applicant, third parties, other agencies. */
#ifndef OFFICE_PARTY_H
#define OFFICE_PARTY_H

#include "office/office.h"

struct party {
	const char *applicant_kind, *name, *id_kind, *id_number;
	const char *contact, *legal_rep, *agent;
	const char *phone, *email, *fax, *address, *postcode, *employer;
};

extern const struct choice applicant_kinds[], id_kinds[];

/* Inserts or rewrites the matter's party of that role ("applicant"); comparison and search forms are made here. Inside a verb. */
bool party_put(struct office *o, int64_t matter_id, const char *role, const struct party *p, struct arena *a, int64_t *id,
	struct err *e) CHECKED;
bool party_change(struct office *o, int64_t party_id, const struct party *p, struct arena *a, struct err *e) CHECKED;
/* The party's doubts (identity number, telephone) as one line, NULL when there are none. */
const char *party_doubts(const struct party *p, daynum today, struct arena *a);

#endif
