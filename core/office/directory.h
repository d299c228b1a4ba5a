/* directory.h — who works here and who else there is: units, persons, other bodies, and which items each answers for.
 *
 * Rows are never removed: a unit is closed, a person leaves, from a day. A unit is named by its name, code or number, a person by name
 * (where two share one: 姓名@部门), a body by its name; pinyin does where it is unambiguous. */
#ifndef OFFICE_DIRECTORY_H
#define OFFICE_DIRECTORY_H

#include "office/verb.h"

/* The first members of all three, so that they are listed, changed and imported by the same code. */
struct directory_head {
	int64_t id, version;
	int64_t parent_id; /* of a unit: the unit above; of a person: its unit */
	daynum closed_on;  /* 撤销、离任 */
	const char *name, *parent;
};
struct unit {
	struct directory_head head;
	const char *code, *phone, *room;
};
struct person {
	struct directory_head head;
	const char *title, *phone, *room;
};
struct body {
	struct directory_head head;
	const char *kind, *holds; /* what it holds, in words */
	const char *items;        /* catalogue items it publishes: "3,10,18" */
	const char *phone, *address, *hours, *contact;
};
struct directory_noun; /* "unit" "person" "body" */

extern const struct record_type unit_type, person_type, body_type;
extern const struct choice body_kinds[];
extern const struct directory_noun directory_unit, directory_person, directory_body;

struct directory_list {
	const struct record_type *type;
	size_t n;
	char *rows; /* n × type->size */
};
const struct directory_noun *directory_noun(const char *name);
/* All rows by name order of entry; closed ones only when `closed`. */
bool directory_load(struct office *o, const struct directory_noun *noun, bool closed, struct arena *a, struct directory_list *out,
	struct err *e) CHECKED;
const struct directory_head *directory_at(const struct directory_list *l, size_t i);
/* A whole row, in the arena: what a change starts from. ERR_MISSING. */
bool directory_get(struct office *o, const struct directory_noun *noun, int64_t id, struct arena *a, struct directory_head **out,
	struct err *e) CHECKED;
/* A row by what was typed. ERR_INPUT names `field` and, where several fit, the candidates. */
bool directory_pick(struct office *o, const struct directory_noun *noun, const char *field, const char *typed, struct arena *a,
	int64_t *id, struct err *e) CHECKED;

/* unit.assign, person.assign, body.assign: the subject answers for these items; for a person also as deputy. */
struct directory_assign {
	const char *items; /* "1,2,24" */
	int8_t deputy;
};
extern const struct record_type directory_assign_type, person_assign_type;
/* unit.import …: a table with the columns of the record. */
struct directory_import {
	const char *text;
};
extern const struct record_type directory_import_type;
/* What an import would do: rows to add and to change; both 0 when nothing would move. */
struct directory_plan {
	size_t added, changed;
	const char *words; /* one line a difference */
};
bool directory_import_plan(struct office *o, const struct directory_noun *noun, const char *text, struct arena *a,
	struct directory_plan *out, struct err *e) CHECKED;

extern const struct verb *const directory_verbs[];

#endif
