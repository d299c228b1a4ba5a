/* badge.h — the countdown as number, word and colour, in that order: 剩 8 · 剩 3 · 今日 · 逾 2 · 停 剩 6 · 待定* · 毕. */
#ifndef TUI_BADGE_H
#define TUI_BADGE_H

#include "tui/canvas.h"

struct badge {
	bool closed, stopped, provisional, waiting; /* waiting: no date yet (unconfirmed) */
	int left;                                   /* working days left; negative: late by that many */
};

/* Fits in 8 cells. */
const char *badge_text(const struct badge *b, struct arena *a);
enum role badge_role(const struct badge *b);

#endif
