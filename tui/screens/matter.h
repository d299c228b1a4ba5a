/* matter.h — the parts that the pages of requests and corrections are made of: each adds its lines to a pane. */
#ifndef TUI_SCREENS_MATTER_H
#define TUI_SCREENS_MATTER_H

#include "office/matter.h"
#include "tui/app.h"
#include "tui/pane.h"

/* F11: how the case's own date was counted day by day, or one line why there is none. */
void matter_why(struct app *app, int64_t id);

/* The clock of the case, then those of others: third parties, units, the applicant. */
void matter_show_clocks(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a);
/* A text line by line under its head; nothing for an empty one. */
void matter_show_words(struct pane *p, const char *head, const char *words, struct arena *a);
/* Whom it asked, who still owes, the search log, fees, decisions, deliveries, papers, what came against it: each kind that has rows. */
bool matter_show_work(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e) CHECKED;
/* 部分公开, 予以更正 …: an outcome as the case's own rules call it. */
const char *matter_outcome(struct app *app, const struct matter *m, const char *code);
/* Who looked at the applicant's papers, when somebody did. */
bool matter_show_identity(struct pane *p, struct app *app, int64_t id, bool wanted, struct arena *a, struct err *e) CHECKED;
/* What happened, the office's own registration among it. */
void matter_show_events(struct pane *p, const struct matter_case *c, struct arena *a);
bool matter_show_letters(struct pane *p, struct app *app, int64_t id, struct arena *a, struct err *e) CHECKED;
/* Once it may be archived: what the close-out check finds, each with the command that settles it. */
bool matter_show_closeout(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e) CHECKED;
/* What may be done now. */
bool matter_show_offers(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e) CHECKED;
/* Who handles it, and through whose hands it went. */
bool matter_show_handler(struct pane *p, struct app *app, const struct matter *m, struct arena *a, struct err *e) CHECKED;
/* Every known short field of what was typed. */
void matter_show_fields(struct pane *p, const struct record_type *t, const void *rec, const struct matter *m, struct arena *a);

#endif
