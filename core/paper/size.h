/* size.h — sheets that are not A4: envelopes of GB/T 1416, the long side across.
 *
 * Their text is set 28 characters wide like a page's; the lines stand closer where the words need it. */
#ifndef PAPER_SIZE_H
#define PAPER_SIZE_H

struct paper_size {
	const char *code;     /* "c5": as in settings and templates */
	const char *media;    /* "iso_c5_162x229mm": what a print server calls it */
	int width, height;    /* of the sheet lying as it is written on, mm */
	int left, top, lower; /* mm to the type area, which is 156 mm wide, and below it */
	int rows, rows_max;   /* body lines on it */
};

/* In either case; NULL: no such sheet. */
const struct paper_size *paper_size_find(const char *code);
const struct paper_size *paper_size_a4(void);

#endif
