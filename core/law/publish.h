/* publish.h — who publishes, and who must have looked first.
 *
 * 条例10: whoever made information publishes it; what was got from citizens and enterprises, the body that keeps it; what was got from
 * another body, that body; what was made together, the body that led. Origins: own superior other_body from_public joint.
 *
 * 条例17, 保密法35: reviewed first, then published. The producing unit reviews, then the office; whoever is in doubt escalates to the
 * superior, who decides. What was refused begins again with the unit. Steps: unit office superior; results: pass partial refuse escalate. */
#ifndef LAW_PUBLISH_H
#define LAW_PUBLISH_H

#include "base/err.h"

/* Is it for this office to publish it? */
bool publish_ours(const char *origin);

/* The reviews of one duty so far: NULL and false before the first. */
struct review_round {
	const char *last_step, *last_result;
	bool unit_reviewed;
};
/* Why it is not this step's turn; NULL when it is. */
const char *review_refused(const struct review_round *r, const char *step);
/* The state the information comes to ("reviewing" "ready" "refused"); NULL when the step has no such result. */
const char *review_leads_to(const char *step, const char *result);

#endif
