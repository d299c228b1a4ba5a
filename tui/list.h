/* list.h — the list: rows from a provider page by page, a filter line, an option column, marks.
 *
 * A list never loads all rows and never counts while a key waits: it asks its provider for exactly the rows it shows, from a
 * row's key on (keyset, never OFFSET), so 100 rows and 100,000 cost the same. The cursor keeps its row's id over a reload.
 *
 * Keys (context "list"): arrows, PgUp, PgDn, Home, End, Enter opens, Tab or any letter goes to the filter (context "filter":
 * rows shrink as you type; words are ANDed, -word excludes), Space marks, digits fill the option column of the row, Enter then runs
 * them all (listbatch.c): asked once with the numbers, done row by row, the oldest first whatever the order shown; a row done loses its digit,
 * a row refused keeps it and says why. Marks and digits are kept by id (picks.h): over a reload, another filter, and leaving the screen.
 *
 * A list screen: state holds a `struct list`; open() fills source and calls list_open(); chain() calls list_chain(); paint() calls
 * list_paint(); close() calls list_close(). */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "office/batch.h"
#include "tui/edit.h"
#include "tui/picks.h"
#include "tui/screen.h"

enum { LIST_SORT_MAX = 2000, LIST_COLUMNS = 12, LIST_OPTIONS = 9, LIST_LEAST = 12, LIST_SPARE = 2 };

struct list_column {
	const char *label;
	int width;  /* cells; 0: shares what is left over with the other 0s */
	int min;    /* with width 0: dropped below this */
	bool right;
	bool sort;  /* may be sorted by */
	int spare;  /* 1, then 2: left out while a column of width 0 has under LIST_LEAST cells; 0: never */
};

struct list_row {
	int64_t id;                      /* > 0, unique in the list */
	const char *key;                 /* its place in the current order, for the provider alone; NULL: the id is enough */
	const char *cells[LIST_COLUMNS]; /* NULL is empty */
	enum role roles[LIST_COLUMNS];   /* 0 = TEXT */
	bool dim;                        /* cannot be chosen; the reason is one of the cells */
	bool fixed;                      /* can be opened, not marked */
};

/* "Give me up to n rows." Exactly one of the two: */
struct list_query {
	const char *filter;           /* "" for none: as typed, trimmed */
	int sort;                     /* column index, -1 = the provider's own order */
	bool descending;
	bool backward;                /* false: rows from `from` on, itself included; true: rows before it, nearest first */
	bool bare;                    /* personal data as it is: somebody with the power to gave a reason */
	const struct list_row *from;  /* only id and key are valid; NULL: from the first (backward: from the last) */
	size_t n;
	struct arena *arena;          /* rows and strings go here */
};

struct list_page {
	struct list_row *rows;
	size_t n; /* fewer than asked: the end is reached */
};

/* What a digit beside a row does: one of verb, open, all. */
struct list_option {
	char digit; /* '1' … '9' */
	const char *label;
	const char *verb; /* done to each row; an option whose verb there is not is not offered */
	bool form;        /* its arguments are asked once, for all rows */
	bool (*prepare)(struct office *o, int64_t id, void *args, struct arena *a, struct err *e); /* batch.h */
	/* Pushes a screen for one row; the rows come one after the other as each is left. */
	void (*open)(struct screen *s, int64_t id);
	/* One act on all the rows; asks for itself, and says with list_settle() what came of each. ids: borrowed for the call. */
	void (*all)(struct screen *s, const int64_t *ids, size_t n);
};

struct list_source {
	const struct list_column *columns; /* ends with a NULL label */
	const struct list_option *options; /* ends with digit 0; NULL for none, and no marks */
	bool whole;                        /* cells are not masked: they hold the office's own telephones */
	bool kept;                         /* digits outlive the program: ids are those of the office file */
	/* Of several rows the smallest is done first: letters are numbered by it. NULL: the id. */
	int64_t (*turn)(struct screen *s, int64_t id);
	bool masks;                        /* the provider masks for itself, and looks at list_query.bare */
	const char *empty;                 /* N_("没有…"): said when there is no row */
	bool (*page)(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e);
	/* Rows under the filter; asked in an idle moment. NULL: no count is shown. */
	bool (*count)(struct screen *s, const char *filter, int64_t *out, struct err *e);
	/* Enter on a row. */
	void (*enter)(struct screen *s, int64_t id);
};

struct list {
	const struct list_source *source;
	struct screen *screen;
	struct arena load;      /* the rows shown */
	struct list_page page;
	size_t cursor;          /* index in page */
	int64_t cursor_id;
	int rows;               /* that fit, known after the first paint */
	bool more;              /* rows follow the page; the next one is page.rows[page.n] */
	bool from_start;        /* the page was loaded from the list's first row */
	struct edit filter;
	bool filtering;         /* the filter line has the focus */
	int sort;
	bool descending;
	int64_t count, total;   /* -1 unknown */
	bool count_due;
	struct picks *picks;    /* the app's; NULL without options */
	struct list_run {       /* the digits being done */
		struct arena arena;
		struct batch batch;
		struct batch_act acts[LIST_OPTIONS];
		size_t asked;
	} run;
	bool bare, page_bare;   /* the next load is not masked; the page is not */
	bool given_way;         /* the last load stopped for a key and is still to be done */
	struct err error;       /* of the last load */
};

/* On a zeroed list, or on one that was closed. */
void list_open(struct list *l, struct screen *s, const struct list_source *source);
void list_close(struct list *l);
/* Loads again around the cursor's row; the cursor stays on its id, else on the nearest row. */
void list_reload(struct list *l);
/* To the first row whose id this is, given its key; false if it is not there. */
bool list_goto(struct list *l, int64_t id, const char *key);
/* Row 1 of the area is the filter line, row 2 the heads. */
void list_paint(struct list *l, struct canvas *c, struct area a);
void list_chain(struct list *l, struct chain *out);
void list_event(struct list *l, const struct event *ev); /* TICK: counts */
/* Filter and order as given, from the first row on. */
void list_show(struct list *l, const char *filter, int sort, bool descending);
/* INT_NONE on an empty list. */
int64_t list_current(const struct list *l);
const struct list_row *list_current_row(const struct list *l);
bool list_marked(const struct list *l, int64_t id);
/* Marked ids, or the current one when none is marked; returns how many. */
size_t list_chosen(const struct list *l, int64_t *ids, size_t max);
/* What came of a row's option: done (why NULL: digit and mark go), or why not. */
void list_settle(struct list *l, int64_t id, const char *why);

/* A provider's work when all rows are in memory already (a year's calendar, 25 items): filters by app_match over the cells, orders
 * by the text of a column that may be sorted by, and pages by place. Call it from page() and count(). rows: in order; keys are not needed. */
bool list_page_of(struct screen *s, const struct list_row *rows, size_t n, const struct list_query *q, struct list_page *out);
/* False with e: more than LIST_SORT_MAX rows are not put into order in memory. */
bool list_too_long(struct screen *s, const struct list_query *q, struct err *e);
int64_t list_count_of(struct screen *s, const struct list_row *rows, size_t n, const char *filter);

/* The members of a screen_type whose state begins with its `struct list`, and that shows nothing else. */
void list_screen_close(struct screen *s);
void list_screen_paint(struct screen *s, struct canvas *c, struct area body);
void list_screen_chain(struct screen *s, struct chain *out);
void list_screen_event(struct screen *s, const struct event *ev);
void list_screen_refresh(struct screen *s);
int64_t list_screen_subject(struct screen *s);

extern const struct context list_context, filter_context;
extern const struct context columns_context; /* the faces of a register (tui/screens/register_rows.c) */

#endif
