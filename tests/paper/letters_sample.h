/* letters_sample.h — one sample case that every shipped letter can be filled from, with variations: for the tests of db/letters. */
#ifndef TESTS_PAPER_LETTERS_SAMPLE_H
#define TESTS_PAPER_LETTERS_SAMPLE_H

#include "paper/template.h"

struct letters {
	size_t n;
	struct template **all;
	const char **file; /* name in db/letters, without .letter */
};
/* Every template of db/letters, parsed once a test. */
struct letters letters_shipped(void);

/* What the lookup answers. Zeroed: every slot has its value of the sample case. */
struct sample {
	bool required_only;        /* slots that are not required are empty */
	const struct slot *choice; /* this one holds … */
	const char *code;          /* … this option */
	const char *text;          /* every text and person holds this; long texts hold it `times` over */
	int times;
	bool none;                 /* nothing is known at all */
	daynum on;                 /* the letter's date; 0 = 2026-03-09 */
};
struct slot_value sample_value(const void *ctx, const struct slot *slot);
/* Filled and as text, one block or cell a line; NULL and the message in *e. */
const char *sample_text(const struct template *t, const struct sample *s, enum fill_mode mode, struct err *e);
/* White space and punctuation taken out, full width folded: for finding a sentence whatever its marks. */
const char *sample_key(const char *text);

#endif
