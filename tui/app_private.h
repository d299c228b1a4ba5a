/* app_private.h — between app.c, dispatch.c and frame.c only. */
#ifndef TUI_APP_PRIVATE_H
#define TUI_APP_PRIVATE_H

#include "tui/app.h"

/* A key after the Esc prefix was resolved. */
void dispatch_key(struct app *app, int key);
void dispatch_text(struct app *app, const char *s, bool paste);
/* The innermost layer that does this action. False: none. */
bool dispatch_find(const struct chain *chain, const char *name, struct layer *layer, const struct action **act);
void dispatch_run(struct app *app, const struct layer *layer, const struct action *act);

void frame_paint(struct app *app);

#endif
