/* side.h — what stands beside the fields when a request or a correction is registered: the day of receipt, the rule that makes it, the
 * date that follows, doubts about the applicant. */
#ifndef TUI_SCREENS_SIDE_H
#define TUI_SCREENS_SIDE_H

#include "law/clock.h"
#include "office/party.h"
#include "tui/app.h"
#include "tui/form.h"

/* `event`: EV_RECEIVED or EV_CORRECTION; *rules is set when the day of receipt is known. */
void side_receipt(struct screen *s, enum clock_event_kind event, const char *channel, struct receipt_dates dates, struct arena *a,
	struct form_side *side, const struct ruleset **rules);
/* F11 on it: how the date beside the fields was counted, or why there is none. */
void side_why(struct screen *s, enum clock_event_kind event, const char *channel, struct receipt_dates dates);
/* What looks wrong in the field of the applicant just left; NULL. */
const char *side_doubt(struct screen *s, const char *field, const struct party *p);
/* An enterprise shows its credit code, a person the identity card, unless something else is chosen. */
void side_id_kind(const char *field, struct party *p);

#endif
