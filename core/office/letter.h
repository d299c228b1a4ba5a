/* letter.h — letters: which kinds there are, how one looks for a case, issuing (numbered and frozen), printing, revoking.
 *
 * A letter is a template (paper/template.h) filled from a case. Issuing allots the next serial of the letter's year and freezes the
 * canonical document (paper/serial.h) with its SHA-256; what is printed later, once or again, is that document. The template follows
 * the case's rule set and the letter's date. A letter that needs an empty setting, or lacks its remedy paragraph, is refused.
 * Rendering and printing spawn another program and happen outside any transaction; what came of it is recorded afterwards. */
#ifndef OFFICE_LETTER_H
#define OFFICE_LETTER_H

#include "office/verb.h"
#include "paper/doc.h"
#include "paper/render.h"
#include "paper/template.h"

struct letter {
	int64_t id, matter_id, version;
	const char *ref;     /* L2026-0017 */
	const char *number;  /* 青关公开〔2026〕17号 */
	const char *kind, *case_number, *ruleset, *template_name, *state; /* state: issued | revoked */
	daynum date, revoked_on;
	const char *revoke_reason;
	const char *doc;     /* gwdoc 1 */
	const char *sha256;  /* hexadecimal */
};
extern const struct record_type letter_type;

/* The ways in which what was typed may stand in the file: numbers are printed with 〔〕, old ones with （）, and typed with any brackets. Year and
 * serial of "L2026-17"; tail_year of "〔2026〕17号", which is the end of a number; in_year and in_serial of any number that holds them so;
 * INT_NONE otherwise. */
struct letter_written {
	const char *typed, *square, *round;
	int64_t year, serial, tail_year, in_year, in_serial;
};
struct letter_written letter_written(const char *typed, struct arena *a);
/* "L2026-0017", the printed number with any brackets, or the end of it from the year when only one letter ends so. ERR_MISSING. */
bool letter_find(struct office *o, const char *number, int64_t *id, struct err *e) CHECKED;
/* The newest letter of that kind for a case. */
bool letter_newest(struct office *o, int64_t matter_id, const char *kind, int64_t *id, struct err *e) CHECKED;
bool letter_load(struct office *o, int64_t id, struct arena *a, struct letter *out, struct err *e) CHECKED;
/* Of one matter (INT_NONE: all), newest first. */
bool letter_list(struct office *o, int64_t matter_id, struct arena *a, struct letter **out, size_t *n, struct err *e) CHECKED;

/* Every template the office has, shipped and installed. They live as long as the arena. */
struct letter_kinds {
	size_t n;
	struct template **all;
};
bool letter_kinds(struct office *o, struct arena *a, struct letter_kinds *out, struct err *e) CHECKED;

/* What the clerk typed for slots that the case does not know. */
struct letter_slot {
	const char *name, *value;
};
extern const struct record_type letter_slot_type;

struct letter_issue {
	const char *kind;
	daynum on;                /* the letter's date; DAY_NONE = today */
	struct record_list slots; /* of struct letter_slot */
	int64_t letter_id;        /* set by the verb */
	const char *doubt;        /* set by the verb: issued, but the clerk should know; NULL */
};
extern const struct record_type letter_issue_type;

/* Issues one as part of another verb; its printed number comes back. */
bool letter_issue_in(struct office *o, int64_t matter_id, struct letter_issue *what, struct arena *a, const char **number, struct err *e) CHECKED;

/* The letter as it would be issued: missing values stand as 【…】. matter_id INT_NONE with `blank`: an empty form to write on. */
bool letter_preview(struct office *o, int64_t matter_id, const struct letter_issue *what, bool blank, struct arena *a, struct doc **out,
	struct err *e) CHECKED;

struct letter_revoke {
	const char *reason;
};
extern const struct record_type letter_revoke_type;
extern const struct verb *const letter_verbs[];       /* issue (subject request), revoke (subject letter) */
extern const struct verb *const letter_print_verbs[]; /* print reprint printed jam (subject letter) */

/* --- printing ---------------------------------------------------------------------------------------------------------------- */
enum letter_target { LETTER_PDF, LETTER_TEXT, LETTER_GB18030 };

/* What went out. state: done (a file); on a printer sending (being handed over: after a crash nobody knows), queued, done, failed, void
 * (spoilt). */
struct letter_print {
	const char *target;  /* pdf text gb18030 printer:QUEUE */
	const char *output;  /* sha256 in hex of what went out; NULL */
	const char *renderer, *job, *state, *note;
	int64_t pages;
	const char *batch;   /* letters of one job have one; NULL: not for a printer */
	int64_t place, first_page;
};
extern const struct record_type letter_print_type;

struct letter_output {
	const char *bytes;
	size_t len;
	struct letter_print record; /* of each letter; the target is filled in */
	struct page_range *ranges;  /* pages of each letter in these bytes */
};
enum { LETTER_COPY = 1, LETTER_DUPLEX = 2 };
/* Makes the bytes of frozen letters, one after another; LETTER_COPY marks each page 副本, LETTER_DUPLEX begins each letter on a front. Writes nothing and reads the office file
 * only before it spawns. A character the target cannot carry is ERR_INPUT naming it. */
bool letter_render(struct office *o, const int64_t *ids, size_t n, enum letter_target target, unsigned how, struct arena *a,
	struct letter_output *out, struct err *e) CHECKED;
/* How the office's printer is set: the settings `printer_head` and `printer_offset`. */
enum paper_head letter_head(struct office *o, struct arena *a);
struct paper_shift letter_shift(struct office *o, struct arena *a);
/* Any document (previews, blank forms), or several one after another. */
bool letter_render_doc(struct office *o, const struct doc *doc, enum letter_target target, struct arena *a, struct letter_output *out,
	struct err *e) CHECKED;
bool letter_render_docs(struct office *o, struct doc *const *docs, size_t n, enum letter_target target, unsigned how, struct arena *a,
	struct letter_output *out, struct err *e) CHECKED;
/* Has it been on paper before, and was that sheet not spoilt? Then only a reprint, marked, is allowed to go to a printer. */
bool letter_printed(struct office *o, int64_t id, bool *printed, struct err *e) CHECKED;

/* What became of the newest sheet from a printer. */
struct letter_fate {
	const char *state, *job, *note; /* job, note: NULL = as they were */
};
extern const struct record_type letter_fate_type;

struct print_row {
	const char *at, *target, *mark, *output, *renderer, *job, *state, *note, *batch;
	int64_t pages, place, first_page;
};
extern const struct record_type print_row_type;
/* 已印出 … "" for a word that is none. */
const char *print_state_zh(const char *state);
bool letter_prints(struct office *o, int64_t id, struct arena *a, struct print_row **out, size_t *n, struct err *e) CHECKED;

/* --- 用印 -------------------------------------------------------------------------------------------------------------------- */
/* One use of the seal on a letter's sheets. seal NULL = 机关印章; by NULL = the operator; copies INT_NONE = 1. */
struct letter_seal {
	daynum on;
	const char *seal, *by, *approved_by;
	int64_t copies;
};
extern const struct record_type letter_seal_type;
extern const struct verb *const letter_seal_verbs[]; /* seal, unseal: the newest entry was wrong (subject letter) */
/* Those that stand, oldest first. */
bool letter_seals(struct office *o, int64_t id, struct arena *a, struct letter_seal **out, size_t *n, struct err *e) CHECKED;

/* --- proof --------------------------------------------------------------------------------------------------------------------- */
struct letter_fault {
	const char *number, *text;
};
/* Frozen documents that no longer match their hash or do not parse, decisions without remedy, holes in the numbers; texts of the office's own
 * that an upgrade has made wrong. */
bool letter_check(struct office *o, struct arena *a, struct letter_fault **out, size_t *n, struct err *e) CHECKED;

#endif
