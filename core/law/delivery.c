#include "law/delivery.h"

#include <string.h>

#include "base/text.h"

enum { NEEDS_CARRIER = 1, NEEDS_WAYBILL = 2, NEEDS_SIGNER = 4 };

static const struct {
	const char *method;
	unsigned needs;
} methods[] = {
	{"direct", NEEDS_SIGNER}, {"entrusted", NEEDS_SIGNER}, {"post", NEEDS_CARRIER | NEEDS_WAYBILL}, {"email", 0}, {"fax", 0}, {"onsite", NEEDS_SIGNER},
};

static unsigned needs_of(const char *method)
{
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
		if (!strcmp(methods[i].method, method))
			return methods[i].needs;
	return 0;
}

bool delivery_check(const struct delivery_record *d, struct err *e)
{
	const daynum postal_only = day_make(2016, 12, 7);
	unsigned needs = needs_of(d->method);
	if (needs & NEEDS_CARRIER && !d->carrier)
		return err_field(e, "carrier", _("邮寄须写明邮递企业"));
	if (needs & NEEDS_CARRIER && !strcmp(d->carrier, "courier") && d->on >= postal_only)
		return err_set(e, ERR_RULE, _("答复只能通过邮政企业寄送，不能用快递企业（国办公开办函〔2016〕235号）"));
	if (needs & NEEDS_WAYBILL && text_is_blank(d->waybill))
		return err_field(e, "waybill", _("邮寄须填邮件号"));
	if (needs & NEEDS_SIGNER && text_is_blank(d->signer))
		return err_field(e, "signer", _("直接送达、委托送达、当场阅读须填签收人"));
	return true;
}
