/* catalogue_write.h — what the verbs of the catalogue share. Inside a verb, or while an office file is made. */
#ifndef OFFICE_CATALOGUE_WRITE_H
#define OFFICE_CATALOGUE_WRITE_H

#include "office/catalogue.h"

struct table;

/* "直属海关、隶属海关", "1. 直属海关 2. 隶属海关" → "直属海关,隶属海关"; NULL for nothing. */
const char *publishers_read(const char *text, struct arena *a);
/* Publishers, rules and bases of an item that is about to be written. ERR_INPUT. */
bool item_check_fields(struct store *s, struct item *i, struct arena *a, struct err *e) CHECKED;
/* One of item_type's texts from one item to another. */
void item_copy_text(struct item *to, const struct item *from, const struct field *f);
/* A new version with its elements; i->id is set. */
bool item_insert(struct store *s, struct item *i, struct err *e) CHECKED;
/* `after` follows `before` from `on`: the same row on its first day, else a new version. */
bool item_replace(struct store *s, const struct item *before, struct item *after, daynum on, struct err *e) CHECKED;
/* As catalogue_read(), with the table it came in. */
bool catalogue_read_table(const char *text, struct arena *a, struct catalogue *out, struct table *t, struct err *e) CHECKED;
bool catalogue_import_run(struct verb_call *call, struct err *e) CHECKED;

#endif
