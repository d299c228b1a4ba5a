/* picture.h — a scanned paper or a photograph as a page of its own, between the documents that are made into one PDF.
 *
 * Among serialised documents it goes as
 *	gwpicture 1⇥BYTES⇥CAPTION\n and then that many bytes: the file as it is, JPEG or PNG
 * Only the head of the file is read here; nothing is decoded outside of gwgk-paper. */
#ifndef PAPER_PICTURE_H
#define PAPER_PICTURE_H

#include <stddef.h>
#include "base/arena.h"

enum { PICTURE_SIDE_MAX = 32767, PICTURE_DOTS_MAX = 100000000 };

struct picture {
	bool jpeg;         /* else PNG */
	int width, height; /* dots, as stored */
	int turn;          /* quarter turns to the right until it stands upright, as a camera says */
	const char *caption, *bytes;
	size_t n;
};

/* Can it be put on a page? JPEG, grey or in colour and not cut off, or PNG; not too large. The caption is left alone. */
bool picture_read(const char *bytes, size_t n, struct picture *out);
char *picture_serial(const char *bytes, size_t n, const char *caption, struct arena *a, size_t *len);
/* Takes one from data[*at..n) and moves *at behind it; false where none stands there, or a damaged one. */
bool picture_next(const char *data, size_t n, size_t *at, struct arena *a, struct picture *out);

#endif
