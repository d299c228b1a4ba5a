#include "tui/badge.h"

enum role badge_role(enum badge_level level)
{
	static const enum role roles[] = {
		[BADGE_LATE] = ROLE_LATE, [BADGE_TODAY] = ROLE_TODAY, [BADGE_SOON] = ROLE_SOON, [BADGE_NEAR] = ROLE_TEXT,
		[BADGE_NORMAL] = ROLE_TEXT, [BADGE_STOPPED] = ROLE_STOPPED, [BADGE_PENDING] = ROLE_PROVISIONAL, [BADGE_DONE] = ROLE_DONE,
		[BADGE_NONE] = ROLE_TEXT,
	};
	return roles[level];
}
