/* demo.h — a believable office for showing and testing: purpose demo, the same on every machine for the same day.
 *
 * Its two years are a story told in verbs (db/seed/demo_story.tsv), one row an act:
 *
 *	AGO   VERB   SUBJECT   FIELD=VALUE …
 *
 * AGO: days before today, or a date of its own for what lies under older law; an act on a day of rest is done on the working day before, so the
 * order of rows of different AGO is kept. SUBJECT: `-`
 * for none, `item:8`, `person:王伟`, `unit:…`, `body:…`, or a name of the story's own: the first row that uses it creates it, later
 * rows act on it. FIELD=VALUE as on the command line (`formed=.` is the day of the act); `@file` is a file of db/seed, `#申1`
 * the number of the case that the story calls so; `slot.NAME=VALUE` fills a slot of a letter. */
#ifndef OFFICE_DEMO_H
#define OFFICE_DEMO_H

#include "office/init.h"

/* As office_init(), then tells the story up to the desk's day. What the setup leaves open gets the demo office's values. A failure
 * leaves no file. */
bool demo_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e) CHECKED;
/* Tells a story in an open office whose desk has a fixed day; the desk's day is moved along and left at `today`. ERR_INPUT names the line. */
bool demo_story(struct office *o, const char *text, daynum today, struct err *e) CHECKED;

#endif
