#include "office/demo.h"

bool demo_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e)
{
	if (!setup->office)
		setup->office = _("中华人民共和国清江海关");
	if (!setup->superior)
		setup->superior = _("中华人民共和国南岭海关");
	if (!setup->court)
		setup->court = _("清江市中级人民法院");
	if (!setup->prefix)
		setup->prefix = _("清关公开");
	setup->purpose = "demo";
	return office_init(path, setup, desk, e);
}
