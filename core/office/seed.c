#include "office/seed.h"

#include <string.h>

#include "gen/q_seed.h"
#include "law/seed.h"
#include "office/catalogue.h"
#include "office/setting.h"
#include "office/verb.h"

const struct seeder seeders[] = {
	{"roles", seed_roles},
	{"calendar", seed_calendar},
	{"law", seed_law},
	{"settings", seed_settings},
	{"catalogue", catalogue_seed},
	{NULL, NULL},
};

extern const struct verb office_upgrade_verb;

const char *seed_digest(char hex[HASH_HEX])
{
	struct hash h;
	unsigned char digest[HASH_LEN];
	hash_start(&h);
	for (const struct embedded *f = gen_seed; f->name; f++) {
		hash_field(&h, "name", f->name);
		hash_field_bytes(&h, "text", f->text, f->len);
	}
	hash_end(&h, digest);
	return hash_hex(digest, hex);
}

bool seed_run(struct office *o, struct err *e)
{
	char hex[HASH_HEX];
	for (const struct seeder *s = seeders; s->name; s++)
		if (!s->run(o, e))
			return false;
	return setting_put(o, "seed", seed_digest(hex), DAY_NONE, e);
}

bool seed_upgrade(struct office *o, struct err *e)
{
	char hex[HASH_HEX];
	unsigned char cmd[CMD_ID_LEN];
	struct arena a = {0};
	const char *have = setting_get(o, "seed", DAY_NONE, &a);
	bool ok = true;
	if (!have || strcmp(have, seed_digest(hex)) != 0) {
		struct verb_call call = {.office = o, .verb = &office_upgrade_verb, .subject_id = 1, .arena = &a};
		cmd_id_new(o->desk, cmd);
		ok = verb_do(&call, cmd, e);
	}
	arena_free(&a);
	return ok;
}

/* Inserts one row if its key is not there: the statements say ON CONFLICT DO NOTHING. */
static bool insert(struct office *o, const struct query *query, const struct seed *s, const char *const *columns, struct err *e)
{
	struct q *q = q_open(o->store, query);
	for (size_t i = 0; columns[i]; i++) {
		const char *v = seed_value(s, columns[i]);
		q_text(q, columns[i], *v ? v : NULL);
	}
	bool ok = q_run(q, e);
	q_end(q);
	return ok;
}

static bool insert_all(struct office *o, const char *file, const struct query *query, const char *const *columns, struct err *e)
{
	struct arena a = {0};
	struct seed s = seed_open(file, &a);
	bool ok = true;
	while (ok && seed_next(&s))
		ok = insert(o, query, &s, columns, e);
	arena_free(&a);
	return ok;
}

bool seed_roles(struct office *o, struct err *e)
{
	return insert_all(o, "role.tsv", &Q_seed_role, (const char *const[]){"code", "name", NULL}, e) &&
		insert_all(o, "role_capability.tsv", &Q_seed_role_capability, (const char *const[]){"role", "capability", "scope", NULL}, e);
}

bool seed_calendar(struct office *o, struct err *e)
{
	return insert_all(o, "cn-workdays.tsv", &Q_seed_notice, (const char *const[]){"source", NULL}, e) &&
		insert_all(o, "cn-workdays.tsv", &Q_seed_calendar_day, (const char *const[]){"date", "kind", "name", "source", NULL}, e);
}

bool seed_law(struct office *o, struct err *e)
{
	return insert_all(o, "ruleset.tsv", &Q_seed_ruleset, (const char *const[]){"code", "family", "valid_from", "valid_to", "basis", NULL}, e) &&
		insert_all(o, "rule_param.tsv", &Q_seed_rule_param,
			(const char *const[]){"ruleset", "key", "value", "article", "certainty", NULL}, e);
}
