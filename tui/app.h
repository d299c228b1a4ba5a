/* app.h — the desk as a state machine: events in, a canvas out. It reads no terminal and asks no clock.
 *
 *	app_feed(app, &event);       // any number
 *	app_paint(app);              // then once
 *	… app->canvas …              // to the terminal, a golden file, a test
 *
 * Frame: row 1 = screen code and title · operator · today, weekday, working or rest day and why; the body; the message line;
 * the key bar, made from the live key map so that it is always true. Below 60×16 only a message is painted and everything
 * is kept.
 *
 * Esc opens a pending prefix: a digit, `-` (F11) or `=` (F12) completes it to a function key; Esc again, any other key, or
 * 500 ms mean Esc. Text never triggers keys while a text context is innermost. */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "base/desk.h"
#include "base/pinyin.h"
#include "tui/canvas.h"
#include "tui/event.h"
#include "tui/keys.h"
#include "tui/screen.h"

struct calendar;
struct job;
struct office;
struct picks;

/* What the desk needs from outside; every member may be NULL. tui/host.c makes it from an open office, tests make their own.
 * Strings returned live in the arena given, or longer. */
struct host {
	void *ctx;
	const char *(*operator_line)(void *ctx, struct arena *a);                 /* "王芳 办公室" */
	const struct calendar *(*calendar)(void *ctx);                            /* for row 1, date fields and the calendar screens */
	const char *(*strip)(void *ctx, daynum today, struct arena *a);           /* in the message line while it is empty */
	int64_t (*changes)(void *ctx);                                            /* grows with every change in the office file */
	const char *(*verb_label)(void *ctx, const char *verb);                   /* NULL: no such verb */
	bool (*verb_can)(void *ctx, const char *verb, int64_t subject, struct err *why);
	void (*verb_start)(void *ctx, struct app *app, const char *verb, int64_t subject); /* opens its form */
	bool (*draft_save)(void *ctx, const char *key, const char *text, struct err *e); /* NULL text: the draft is done with */
	const char *(*draft_load)(void *ctx, const char *key, struct arena *a);   /* NULL: none */
	void (*busy_mark)(void *ctx, const char *noun, int64_t id);               /* this session works on that row; NULL: on none */
	void (*busy_look)(void *ctx);                                             /* what do the others work on? */
	const char *(*busy_by)(void *ctx, const char *noun, int64_t id, struct arena *a); /* "张三 10:32 起在办"; NULL: nobody else */
};

struct app {
	struct canvas canvas;
	struct desk *desk;       /* borrowed */
	struct office *office;   /* borrowed; NULL without an office file */
	struct host host;
	struct keymap keys;
	const char *keys_fault;  /* why the clerk's own key map is not in force; NULL */
	struct screen *top;
	struct arena arena;      /* lives as long as the app */
	struct arena event_arena;/* reset at the start of each event */
	char note[512];          /* the message line */
	bool note_error;
	struct job *jobs;        /* programs of ours that run beside the desk (tui/job.h) */
	struct told {            /* what came of the last of them */
		char *text;      /* NULL: none yet */
		bool failed, unread;
	} outcome;
	int pending[KEYS_MAX];   /* keys of an unfinished sequence */
	int npending;
	int64_t esc_at;          /* when Esc came, if `esc` */
	bool esc;
	int64_t now;
	int64_t changes_seen, changes_now, tick_at;
	bool (*key_waits)(void *ctx); /* has the clerk typed on? A long read then gives way; NULL: never */
	void *key_ctx;
	struct pinyin *pinyin;   /* loaded when first asked for */
	struct picks *picks;     /* tui/picks.h: what is chosen in the lists, kept when they are left */
	struct chore {           /* app_work() */
		bool (*step)(void *self);
		void (*stop)(void *self);
		void *self;
	} work;
	bool quit;               /* the loop ends */
	bool hangup;
	bool redraw;             /* the terminal shall send everything again (^L); the loop clears it */
	bool idle_wanted;        /* a screen has work for an idle moment (counts); the loop feeds a TICK at once */
	int watched[8];          /* fds of children whose EVENT_CHILD is wanted */
	size_t nwatched;
};

enum { APP_MIN_ROWS = 16, APP_MIN_COLS = 60, ESC_MS = 500, TICK_MS = 2000 };

/* Opens on the screen named (NULL: "desk"). Fill in desk, office, host first; a zeroed rest is right. keys: NULL = default.keys. */
void app_open(struct app *app, int rows, int cols, const struct keymap *keys, const char *first);
void app_close(struct app *app);
void app_feed(struct app *app, const struct event *ev);
void app_paint(struct app *app);
/* Milliseconds until the app wants a TICK; -1: never. */
int app_wait(const struct app *app);
daynum app_today(const struct app *app);
struct input app_input(const struct app *app);
const struct calendar *app_calendar(const struct app *app); /* NULL without one */
/* "周一 工作日", "周六 上班·国庆节调休"; only the weekday without a calendar. */
const char *app_day_text(const struct app *app, daynum d, struct arena *a);

/* --- for screens ----------------------------------------------------------------------------------------------------- */

/* Puts a screen on top. False: refused, said in the message line. arg may be NULL. */
bool app_push(struct app *app, const struct screen_type *type, const struct screen_arg *arg, struct then then);
/* Leaves every screen down to the first, each asked; false when one stays. */
bool app_home(struct app *app);
/* One line for the clerk. It stays until the next key. */
void app_note(struct app *app, const char *fmt, ...) PRINTF(2, 3);
/* A refusal: the text of e, marked as such. */
void app_refuse(struct app *app, const struct err *e);
/* What came of work beside the desk: said like a note. What does not fit the line, or must be `read`, and every failure stays there until it
 * was (action "outcome"). */
void app_outcome(struct app *app, const char *text, bool failed, bool read);
/* Does the action as if its key had been pressed; false when no layer has it. */
bool app_action(struct app *app, const char *name);
/* Why an action cannot be done now; true when it can. */
bool app_can(struct app *app, const struct layer *layer, const struct action *act, struct err *why);
/* Work in steps: one each idle moment, with a paint between; step() returns true while there is more. The next key waits until it is
 * done (keys typed ahead find everything done), but Esc stops it. One at a time. */
void app_work(struct app *app, bool (*step)(void *self), void (*stop)(void *self), void *self);
/* Forgets the work of a self that goes away. */
void app_work_drop(struct app *app, const void *self);
/* After a verb: every screen on the stack loads again. */
void app_changed(struct app *app);
/* From now on EVENT_CHILD comes when fd can be read or is closed, to every screen; app_unwatch() before closing it. False: too many. */
bool app_watch(struct app *app, int fd);
void app_unwatch(struct app *app, int fd);
/* "张三 10:32 起在办": another clerk has a form open on that row. NULL: nobody. */
const char *app_busy(struct app *app, const char *noun, int64_t id, struct arena *a);
/* The layers now in force, the screen's and global included. */
void app_chain(struct app *app, struct chain *out);
/* From now on a long read of the office file ends with ERR_BUSY when a key waits; switch it off again after the read. */
void app_give_way(struct app *app, bool on);
/* Is `typed` found in `text` (as written, pinyin, pinyin initials; words split by spaces must all match, -word must not)? */
bool app_match(struct app *app, const char *text, const char *typed);
/* How well one word fits a text; PINYIN_NONE: not at all. */
enum pinyin_rank app_rank(struct app *app, const char *text, const char *word);

#endif
