#include "law/reminder.h"

#include <stdlib.h>
#include <string.h>

static bool key_of(const char *s, size_t n, int *key)
{
	for (int k = 0; k < REMIND_KEYS; k++) {
		const char *name = k == REMIND_PUBLISH ? "publish" : clock_key_name((enum clock_key)k);
		if (strlen(name) == n && !strncmp(name, s, n)) {
			*key = k;
			return true;
		}
	}
	return false;
}

static int falling(const void *x, const void *y)
{
	int a = *(const int *)x, b = *(const int *)y;
	return (a < b) - (a > b);
}

/* 5, 3,1,0 up to `end`; each once, falling. */
static bool read_ladder(const char *s, const char *end, struct reminder_ladder *out, struct err *e)
{
	*out = (struct reminder_ladder){0};
	while (s < end) {
		char *after;
		if (*s == ' ' || *s == ',') {
			s++;
			continue;
		}
		long n = *s >= '0' && *s <= '9' ? strtol(s, &after, 10) : -1;
		if (n < 0 || n > REMIND_FAR)
			return err_field(e, "reminders", _("提醒天数应为0至%d的数字，用逗号分隔，如 5,3,1,0"), REMIND_FAR);
		if (out->n == REMIND_MAX)
			return err_field(e, "reminders", _("提醒最多%d次"), REMIND_MAX);
		out->step[out->n++] = (int)n;
		s = after;
	}
	qsort(out->step, (size_t)out->n, sizeof *out->step, falling);
	int kept = 0;
	for (int i = 0; i < out->n; i++)
		if (!kept || out->step[i] != out->step[kept - 1])
			out->step[kept++] = out->step[i];
	out->n = kept;
	return true;
}

bool reminders_parse(const char *text, struct reminders *out, struct err *e)
{
	bool own[REMIND_KEYS] = {false};
	struct reminder_ladder common = {0};
	*out = (struct reminders){0};
	for (const char *p = text ? text : ""; *p;) {
		const char *end = p + strcspn(p, "\n;"), *eq = memchr(p, '=', (size_t)(end - p));
		int key = 0;
		if (eq && !key_of(p, (size_t)(eq - p), &key))
			return err_field(e, "reminders", _("没有期限“%.*s”；可写 answer、third_party、fee_payment 等"), (int)(eq - p), p);
		if (!read_ladder(eq ? eq + 1 : p, end, eq ? &out->of[key] : &common, e))
			return false;
		if (eq)
			own[key] = true;
		p = end + (*end != '\0');
	}
	for (int k = 0; k < REMIND_KEYS; k++)
		if (!own[k])
			out->of[k] = common;
	return true;
}

int reminder_step(const struct calendar *c, const struct reminders *r, int key, daynum due, daynum today)
{
	const struct reminder_ladder *l = &r->of[key];
	if (due == DAY_NONE || today == DAY_NONE || due < today)
		return -1;
	int left = calendar_count(c, today, due), reached = -1;
	for (int i = 0; i < l->n; i++)
		if (l->step[i] >= left)
			reached = l->step[i];
	return reached;
}

daynum reminder_horizon(const struct calendar *c, const struct reminders *r, int key, daynum today)
{
	const struct reminder_ladder *l = &r->of[key];
	daynum d = l->n ? calendar_add(c, today, l->step[0]) : today;
	/* days that are not worked after it have as many working days left */
	return d == DAY_NONE ? today : calendar_add(c, d, 1) - 1;
}

struct badge_steps reminder_badge(const struct reminders *r, int key)
{
	const struct reminder_ladder *l = &r->of[key];
	return (struct badge_steps){.soon = l->n > 1 ? l->step[1] : l->n ? l->step[0] : 0, .near = l->n ? l->step[0] : 0};
}
