/* jump.h — from a row that names a record ("request" "2026-0017") to the screen that shows it. */
#ifndef TUI_SCREENS_JUMP_H
#define TUI_SCREENS_JUMP_H

#include "tui/app.h"

/* False, and said in the message line, where there is no screen for that kind. */
bool jump_to(struct app *app, const char *kind, const char *id);
/* F11 on such a row: how its date was counted, or one line why there is nothing to count. A task's dates stand with those of its case. */
void jump_why(struct app *app, const char *kind, const char *id);
/* A register's row is what its number says: appeal, info; other kinds as they are. */
const char *jump_kind(const char *kind, const char *id);
/* What a clerk calls it: 申请, 信息 … */
const char *jump_label(const char *kind, const char *id);

#endif
