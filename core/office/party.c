#include "office/party.h"

#include "base/text.h"
#include "gen/q_party.h"
#include "office/identity.h"

static const struct field party_fields[] = {
	{"applicant_kind", "", FIELD_CODE, FIELD_AT(party, applicant_kind)},
	{"name", "", FIELD_TEXT, FIELD_AT(party, name)},
	{"id_kind", "", FIELD_CODE, FIELD_AT(party, id_kind)},
	{"id_number", "", FIELD_TEXT, FIELD_AT(party, id_number)},
	{"contact", "", FIELD_TEXT, FIELD_AT(party, contact)},
	{"legal_rep", "", FIELD_TEXT, FIELD_AT(party, legal_rep)},
	{"agent", "", FIELD_TEXT, FIELD_AT(party, agent)},
	{"phone", "", FIELD_TEXT, FIELD_AT(party, phone)},
	{"email", "", FIELD_TEXT, FIELD_AT(party, email)},
	{"fax", "", FIELD_TEXT, FIELD_AT(party, fax)},
	{"address", "", FIELD_TEXT, FIELD_AT(party, address)},
	{"postcode", "", FIELD_TEXT, FIELD_AT(party, postcode)},
	{"employer", "", FIELD_TEXT, FIELD_AT(party, employer)},
	{0},
};
static const struct record_type party_type = {"party", "", sizeof(struct party), party_fields};

static void bind(struct q *q, const struct party *p, struct arena *a)
{
	q_bind_record(q, &party_type, p);
	q_text(q, "name_key", text_key(a, p->name));
	q_text(q, "identity_key", identity_key(p->id_number, a));
	q_text(q, "phone_key", phone_key(p->phone, a));
}

bool party_put(struct office *o, int64_t matter_id, const char *role, const struct party *p, struct arena *a, int64_t *id,
	struct err *e)
{
	struct q *q = q_open(o->store, &Q_party_insert);
	q_int(q, "matter_id", matter_id);
	q_text(q, "role", role);
	bind(q, p, a);
	bool done = q_run(q, e);
	q_end(q);
	if (done && id)
		*id = store_last_id(o->store);
	return done;
}

bool party_change(struct office *o, int64_t party_id, const struct party *p, struct arena *a, struct err *e)
{
	struct q *q = q_open(o->store, &Q_party_update);
	q_int(q, "id", party_id);
	bind(q, p, a);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

const char *party_doubts(const struct party *p, daynum today, struct arena *a)
{
	const char *const doubts[] = {identity_doubt(p->id_kind, p->id_number, today, a), phone_doubt(p->phone, a), email_doubt(p->email, a),
		postcode_doubt(p->postcode, a)};
	struct str s = str_new(a);
	for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
		if (doubts[i])
			str_printf(&s, "%s%s", s.len ? _("；") : "", doubts[i]);
	return s.len ? s.s : NULL;
}
