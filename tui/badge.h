/* badge.h — how the law's countdown (law/badge.h) looks: its text says it all, the role is the third sign. */
#ifndef TUI_BADGE_H
#define TUI_BADGE_H

#include "law/badge.h"
#include "tui/canvas.h"

enum { BADGE_CELLS = 10 };
enum role badge_role(enum badge_level level);

#endif
