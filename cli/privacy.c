#include "cli/privacy.h"

#include "base/text.h"
#include "office/register.h"

bool cli_privacy(struct cli *c, struct cli_args *args, struct cli_privacy *out, struct err *e)
{
	*out = (struct cli_privacy){.unmasked = cli_opt(args, "unmasked") != NULL};
	if (!out->unmasked)
		return true;
	out->reason = cli_opt(args, "reason");
	if (text_is_blank(out->reason))
		return err_field(e, "reason", _("不遮盖个人信息须写明理由：--unmasked --reason …"));
	return office_may(c->office, personal_show.name, INT_NONE, e);
}

bool cli_disclose(struct cli *c, const struct cli_privacy *p, const char *what, size_t rows, struct err *e)
{
	struct personal_show args = {.what = what, .reason = p->reason, .rows = (int64_t)rows};
	struct verb_call call;
	return !p->unmasked || cli_verb(c, &personal_show, INT_NONE, &args, &call, e);
}
