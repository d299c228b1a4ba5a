/* letter_print.h — where issued letters shall go: asked, confirmed, and done by a job while the desk goes on. Several are one job and one PDF. */
#ifndef TUI_SCREENS_LETTER_PRINT_H
#define TUI_SCREENS_LETTER_PRINT_H

#include "tui/list.h"
#include "tui/screens/output.h"

struct letter_printing {
	struct screen *screen; /* the one that prints */
	struct list *list;     /* whose option column asked for it: each row hears what came of it; NULL */
	struct arena arena;    /* what follows; until the next choice */
	size_t n;
	const char **refs;     /* of the letters, in the order of the paper */
	int64_t *rows;         /* of the list, one for each letter */
	const char *what;      /* "L2026-0017", "12 份文书" */
	const char *verb;      /* print, reprint, resume */
	const char *queue;     /* of the job that is resumed */
	struct output out;
	struct job job;
};

/* On the top screen: which printer or file, then the confirmation, then the job. */
void letter_print_choose(struct letter_printing *p, struct screen *s, int64_t letter_id);
/* The same for rows of a list of letters, or (cases) for what the cases of a list have issued and not yet printed. A row with nothing to
 * print, or not to be printed together with the others, is refused and the others go on. */
void letter_print_rows(struct letter_printing *p, struct list *l, const int64_t *rows, size_t n, bool cases);
/* The printer jammed: from which letter of its job on shall it go on? */
void letter_resume_choose(struct letter_printing *p, struct screen *s, int64_t letter_id);
/* Call from the screen's event() and close(). */
void letter_printing_event(struct letter_printing *p, const struct event *ev);
void letter_printing_close(struct letter_printing *p);

#endif
