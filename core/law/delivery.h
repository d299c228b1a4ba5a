/* delivery.h — how an answer may be served, and what the record of it must hold (国办公开办函〔2016〕235号 of 2016-12-07: decisions go by the
 * postal enterprise; what a courier took before counts from its posting). */
#ifndef LAW_DELIVERY_H
#define LAW_DELIVERY_H

#include "base/day.h"
#include "base/err.h"

/* Methods: direct entrusted post email fax onsite; carriers: ems postal courier. A text is NULL when it is not known. */
struct delivery_record {
	const char *method, *carrier, *waybill, *signer;
	daynum on;
};
/* ERR_INPUT with the field that is missing, ERR_RULE for a carrier that may not be used. */
bool delivery_check(const struct delivery_record *d, struct err *e) CHECKED;

#endif
