/* appeal_limit.h — how long this office has to file its answer and evidence: in a review 10 working days, 5 in the simplified procedure
 * (行政复议法48、54); in court 15 days (行政诉讼法67). */
#ifndef LAW_APPEAL_LIMIT_H
#define LAW_APPEAL_LIMIT_H

#include <stdbool.h>

struct appeal_limit {
	int days;
	bool calendar_days; /* else working days (行政复议法88) */
	const char *article;
};
/* kind: review suit_direct suit_after_review; procedure: "simple" or anything else. */
struct appeal_limit appeal_limit(const char *kind, const char *procedure);

#endif
