#include "law/appeal_limit.h"

#include <stddef.h>
#include <string.h>

#include "base/err.h"

static const struct {
	const char *kind, *procedure; /* NULL = any */
	struct appeal_limit limit;
} limits[] = {
	{"review", "simple", {5, false, N_("行政复议法54")}},
	{"review", NULL, {10, false, N_("行政复议法48")}},
	{NULL, NULL, {15, true, N_("行政诉讼法67")}},
};

struct appeal_limit appeal_limit(const char *kind, const char *procedure)
{
	size_t i = 0;
	while ((limits[i].kind && (!kind || strcmp(limits[i].kind, kind) != 0)) ||
		(limits[i].procedure && (!procedure || strcmp(limits[i].procedure, procedure) != 0)))
		i++;
	return limits[i].limit;
}
