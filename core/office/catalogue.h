/* catalogue.h — 目录: what the office publishes, by whom, where and until when (海关领域基层政务公开标准目录, seed S1).
 *
 * An item (二级事项) has numbered elements (内容要素); a deadline belongs to an element (item 24 has two). An item is versioned by
 * date: a change from a day closes the version before it, so an information formed earlier keeps the rule it was formed under.
 * `ours` is computed: an item is ours when 隶属海关 (or 本关) stands among its publishers; items 3, 10 and 18 of S1 are not. For
 * items of 直属 and 隶属 together the maker of each record decides (备注2): `shared`.
 * Lists inside a field are comma-separated. A loaded catalogue lives in the arena given. */
#ifndef OFFICE_CATALOGUE_H
#define OFFICE_CATALOGUE_H

#include "law/rule.h"
#include "office/verb.h"

struct element {
	int64_t id, item_id, k;
	const char *text, *deadline, *rule; /* rule: a code of law/rule.h */
};

struct item {
	int64_t id, number, version;
	daynum valid_from, valid_to; /* both included; DAY_NONE = still in force */
	const char *source, *origin;
	const char *group, *name, *content, *basis, *publishers;
	const char *channels, *other; /* recommended codes; the wording of the eighth option */
	const char *audience, *mode, *note, *raw;
	int64_t unit_id, person_id, deputy_id;
	const char *unit, *person, *deputy, *phone, *room, *unit_phone;
	size_t nelements;
	struct element *elements;
};

struct catalogue {
	size_t n;
	struct item *items; /* by number */
};

extern const struct record_type item_type;    /* the columns of a catalogue table, import and export */
extern const struct record_type element_type;
extern const struct choice channel_list[];    /* 11 codes */
enum { CHANNELS_OFFERED = 8 };                /* the first eight are the boxes of S1 */

/* The items in force on a day. */
bool catalogue_load(struct office *o, daynum on, struct arena *a, struct catalogue *out, struct err *e) CHECKED;
/* Every version of one item, oldest first; of all items for INT_NONE. */
bool catalogue_history(struct office *o, int64_t number, struct arena *a, struct catalogue *out, struct err *e) CHECKED;
const struct item *catalogue_find(const struct catalogue *c, int64_t number);
/* The version in force on `on`, else the first one: what an old information falls under. ERR_MISSING. */
bool catalogue_item(struct office *o, int64_t number, daynum on, struct arena *a, struct item *out, struct err *e) CHECKED;
/* An item by its number, name or pinyin as typed. ERR_INPUT names `field`, with the candidates where several fit. */
bool catalogue_pick(struct office *o, const char *field, const char *typed, struct arena *a, int64_t *number, struct err *e) CHECKED;

bool item_ours(const struct item *i);
bool item_shared(const struct item *i);
bool item_recommends(const struct item *i, const char *channel);
const char *item_channel_name(const struct item *i, const char *channel); /* 其他：海关总署网站 for the eighth of item 3 */
/* "a,b" holds "b"? */
bool list_has(const char *list, const char *word);

/* "1. 甲 2. 乙" with "1. 自…3个工作日内 2. 每年1月31日前" to elements. A single deadline serves all. ERR_INPUT when their numbers differ. */
bool elements_read(const char *content, const char *deadline, struct arena *a, struct element **out, size_t *n, struct err *e) CHECKED;
/* The rule of a deadline text: computed, else EXT. */
const char *deadline_rule(const char *deadline, struct arena *a);

/* --- verbs --------------------------------------------------------------------------------------------------------------- */
struct item_args {
	int64_t number;
	daynum on;
	struct item item; /* group … source */
	const char *deadline, *rule, *text, *reason;
	int64_t element;
};
extern const struct record_type item_add_type, item_change_type, item_retire_type;
struct catalogue_import_args {
	const char *text; /* the file, as UTF-8 */
	daynum on;
};
extern const struct record_type catalogue_import_type;
extern const struct verb *const catalogue_verbs[]; /* add change retire import */

/* One difference between two states of the catalogue. `field` is "" for a whole item. */
struct item_diff {
	int64_t number, k; /* k: INT_NONE for the item itself */
	const char *name, *kind; /* kind: add change retire */
	const char *field, *label, *was, *is;
};
struct item_diffs {
	size_t n;
	struct item_diff *rows;
};
/* Differences from a to b; items only in a are `retire`. */
struct item_diffs catalogue_diff(const struct catalogue *was, const struct catalogue *is, struct arena *a);
/* Reads a table. Header: names or labels of item_type, with `number`. A row is an element (text, deadline; the item's cells may be empty in the rows
 * that follow its first), or an item with content and deadline as the document prints them, or an item with only the columns that
 * shall change. ERR_INPUT names line and column. */
bool catalogue_read(const char *text, struct arena *a, struct catalogue *out, struct err *e) CHECKED;
/* What an import of `text` would change: items it does not name stay as they are. */
bool catalogue_plan(struct office *o, const char *text, daynum on, struct arena *a, struct catalogue *want, struct item_diffs *out,
	struct err *e) CHECKED;
/* The table of a catalogue, readable by catalogue_read(); separator '\t' or ','. */
char *catalogue_write(const struct catalogue *c, char separator, struct arena *a);
/* Inside a verb or while an office file is made: adds the shipped catalogue where its items are missing. */
bool catalogue_seed(struct office *o, struct err *e) CHECKED;

/* --- check ---------------------------------------------------------------------------------------------------------------- */
struct item_check {
	int64_t number, infos, overdue;
	const char *name, *group;
	int8_t ours, shared, stale, gap, provisional;
	daynum last, due; /* last publication; next due of an open duty, a fixed date or the standard of 及时更新 */
	const char *why;  /* one line for the clerk; NULL = in order */
};
extern const struct record_type item_check_type;
bool catalogue_check(struct office *o, struct arena *a, struct item_check **out, size_t *n, struct err *e) CHECKED;

#endif
