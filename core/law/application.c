#include "law/application.h"

#include <stddef.h>
#include <string.h>

#include "base/err.h"

unsigned application_wants(const char *ruleset)
{
	static const struct { const char *ruleset; unsigned parts; } wants[] = {
		{"2008", APPLICATION_CONTACT | APPLICATION_FORM | APPLICATION_ROUTE},
		{NULL, APPLICATION_IDENTITY | APPLICATION_CONTACT | APPLICATION_FORM | APPLICATION_ROUTE},
	};
	size_t i = 0;
	while (wants[i].ruleset && (!ruleset || strcmp(wants[i].ruleset, ruleset) != 0))
		i++;
	return wants[i].parts;
}

bool application_identity_at_supply(const char *ruleset, const char *purpose)
{
	return ruleset && purpose && strcmp(ruleset, "2008") == 0 && (strcmp(purpose, "own") == 0 || strstr(purpose, _("自身")) != NULL);
}
