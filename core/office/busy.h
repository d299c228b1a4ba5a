/* busy.h — who has what open in a form right now: 张三 10:32 起在办.
 *
 * A mark warns and never locks: the other clerk goes on, and where both change the same field the save says so (office/merge.h).
 * One small file a mark in the folder `FILE-busy` beside the office file, held by its maker with flock: when the process dies,
 * however it dies, the kernel drops the lock and the next one who looks removes the file. Nothing here takes the turnstile, looks
 * like a change of the office, or is missed when the folder is lost. Why files: docs/decisions/0012-busy-marks.md.
 *
 * busy_look() is made for a TICK: one stat() while nothing moved; a reading of the folder when a mark came or went, and every
 * BUSY_SWEEP seconds to find those whose maker died. A mark whose maker has not pressed a key for BUSY_LIMIT seconds is not shown. */
#ifndef OFFICE_BUSY_H
#define OFFICE_BUSY_H

#include "office/office.h"

enum { BUSY_SWEEP = 10, BUSY_LIMIT = 4 * 3600, BUSY_TOUCH = 60, BUSY_MAX = 128 };

struct busy;

/* One for a session, in the arena; the office is borrowed. No file is touched before the first mark. */
struct busy *busy_new(struct office *o, struct arena *a);
/* This session now works on that row (noun "matter" "info" …, up to 31 bytes); NULL: on nothing, as it must be said in the end. Failing is
 * no fault: nobody sees the mark. Called again with the same row it keeps its time; at most once in BUSY_TOUCH seconds it says that the
 * clerk still types. */
void busy_mark(struct busy *b, const char *noun, int64_t id);
/* Learns what the others do. */
void busy_look(struct busy *b);
/* "张三 10:32 起在办", of several the first to come and how many more; NULL: nobody else. The own session is never told of. */
const char *busy_by(const struct busy *b, const char *noun, int64_t id, struct arena *a);

#endif
