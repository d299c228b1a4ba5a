/* setting.h — what an office says about itself: a fixed list of keys with dated values.
 *
 * The value in force on a day is the one with the latest valid_from not after it, so that a letter of last year still bears last
 * year's address. A key without a value has its default; "" and no default mean empty. */
#ifndef OFFICE_SETTING_H
#define OFFICE_SETTING_H

#include "office/verb.h"

struct setting_key {
	const char *key, *label, *fallback; /* fallback: the default, NULL = none */
	enum field_type type;               /* FIELD_TEXT LINES CODE INT FLAG; values are kept as stored text */
	const struct choice *choices;
	const char *help;
};
extern const struct setting_key setting_keys[]; /* ends with a NULL key */
const struct setting_key *setting_key_find(const char *key);

struct setting_args {
	const char *key, *value;
	daynum valid_from; /* DAY_NONE: from the beginning, replacing what was said then */
};
extern const struct record_type SETTING_ARGS;
extern const struct verb setting_set;

/* In force on `day` (DAY_NONE = today), else the default; NULL when empty. An unknown key is a BUG(). Copied into the arena. */
const char *setting_get(struct office *o, const char *key, daynum day, struct arena *a);
/* Of the value in force on that day; 0 where there is none and the default stands. */
int64_t setting_version(struct office *o, const char *key, daynum day);
int64_t setting_int(struct office *o, const char *key, daynum day);
bool setting_flag(struct office *o, const char *key, daynum day);
/* As setting_get; ERR_RULE naming the setting when it is empty. */
const char *setting_need(struct office *o, const char *key, daynum day, struct arena *a, struct err *e);
/* Inside a verb: stores one value, unchecked. */
bool setting_put(struct office *o, const char *key, const char *value, daynum valid_from, struct err *e) CHECKED;

#endif
