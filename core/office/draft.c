#include "office/draft.h"

static const char folder[] = "drafts";

bool draft_save(struct office *o, const char *key, const char *text, struct err *e)
{
	return own_save(o, folder, key, text, e);
}

bool draft_load(struct office *o, const char *key, struct arena *a, struct own_file *out, struct err *e)
{
	return own_load(o, folder, key, a, out, e);
}

void draft_drop(struct office *o, const char *key)
{
	own_drop(o, folder, key);
}

size_t draft_list(struct office *o, struct arena *a, struct own_file **out)
{
	const char *damaged;
	return own_list(o, folder, a, out, &damaged);
}
