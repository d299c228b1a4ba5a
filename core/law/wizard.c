#include "law/wizard.h"

#include <string.h>

const struct wizard_question *wizard_question(const struct wizard_question *all, const char *id)
{
	const struct wizard_question *q = all;
	while (q->id && strcmp(q->id, id) != 0)
		q++;
	return q->id ? q : NULL;
}

int wizard_step(const struct wizard_question *all, const struct wizard_question *q)
{
	int step = 1;
	for (const struct wizard_question *p = all; p != q; p++)
		if (strcmp(p->step, p[1].step) != 0)
			step++;
	return step;
}
