/* operator.h — who may sit at the desk: logins, their unit, their roles. What a role may is the table role_capability. */
#ifndef OFFICE_OPERATOR_H
#define OFFICE_OPERATOR_H

#include "office/verb.h"

struct operator {
	int64_t id, version, unit_id, person_id;
	const char *login, *name, *unit, *roles, *ssh_key; /* roles: codes, comma-separated */
	daynum disabled_on;
};
extern const struct record_type OPERATOR;

struct operator_list {
	size_t n;
	struct operator *rows;
};
bool operator_list(struct office *o, struct arena *a, struct operator_list *out, struct err *e) CHECKED;
/* ERR_MISSING where there is none. */
bool operator_load(struct office *o, const char *login, struct arena *a, struct operator *out, struct err *e) CHECKED;
/* One line for authorized_keys: the key may run the desk as this operator and nothing else. `program` is the absolute path. */
const char *operator_key_line(const struct operator *p, const char *program, const char *db, struct arena *a);

struct operator_args {
	const char *login, *name, *unit, *roles, *ssh_key;
	daynum on;
};
extern const struct verb operator_add, operator_role, operator_change, operator_disable;

#endif
