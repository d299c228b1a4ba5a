#include "law/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct rule_facts RULE_NO_FACTS = {
	.formed = DAY_NONE, .changed = DAY_NONE, .event = DAY_NONE, .typed = DAY_NONE, .asap_wd = 0,
};

/* --- the code ------------------------------------------------------------------------------------------------------------- */

/* Reads up to four digits; 0 characters used means there is no number. */
static const char *number(const char *s, int *out)
{
	*out = 0;
	int digits = 0;
	for (; *s >= '0' && *s <= '9' && digits < 5; digits++)
		*out = *out * 10 + (*s++ - '0');
	return digits && digits < 5 ? s : NULL;
}

static bool read_n(const char *s, const char *end, struct rule *out)
{
	s = number(s, &out->n);
	return s && !strcmp(s, end) && out->n >= 1 && out->n <= CALENDAR_N_MAX;
}

static bool read_fix(const char *s, struct rule *out)
{
	const char *rest = number(s, &out->month);
	if (!rest || rest - s != 2 || *rest != '-')
		return false;
	s = rest + 1;
	rest = number(s, &out->day);
	return rest && rest - s == 2 && !strcmp(rest, ")") && day_make(2023, out->month, out->day) != DAY_NONE;
}

static bool read_before(const char *s, struct rule *out)
{
	if (!(s = number(s, &out->n)) || out->n < 1 || out->n > CALENDAR_N_MAX)
		return false;
	if (!strcmp(s, ",wd)"))
		out->unit = UNIT_WORKING;
	else if (!strcmp(s, ",cd)"))
		out->unit = UNIT_CALENDAR;
	else
		return false;
	return true;
}

static bool read_code(const char *s, struct rule *out)
{
	static const struct rule none;
	*out = none;
	if (!strcmp(s, "ASAP-U"))
		return out->kind = RULE_ASAP_U, true;
	if (!strcmp(s, "ASAP-P"))
		return out->kind = RULE_ASAP_P, true;
	if (!strcmp(s, "EXT"))
		return out->kind = RULE_EXT, true;
	if (!strncmp(s, "WD(", 3))
		return out->kind = RULE_WD, read_n(s + 3, ")", out);
	if (!strncmp(s, "CD(", 3))
		return out->kind = RULE_CD, read_n(s + 3, ")", out);
	if (!strncmp(s, "FIX(", 4))
		return out->kind = RULE_FIX, read_fix(s + 4, out);
	if (!strncmp(s, "BEFORE(", 7))
		return out->kind = RULE_BEFORE, read_before(s + 7, out);
	return false;
}

bool rule_parse(const char *code, struct rule *out, struct err *e)
{
	if (read_code(code, out))
		return true;
	return err_field(e, "rule", _("“%s”不是期限规则，应为 WD(20) CD(20) FIX(01-31) ASAP-U ASAP-P BEFORE(7,cd) EXT"), code);
}

char *rule_print(const struct rule *r, char buf[RULE_LEN])
{
	switch (r->kind) {
	case RULE_WD:
		snprintf(buf, RULE_LEN, "WD(%d)", r->n);
		break;
	case RULE_CD:
		snprintf(buf, RULE_LEN, "CD(%d)", r->n);
		break;
	case RULE_FIX:
		snprintf(buf, RULE_LEN, "FIX(%02d-%02d)", r->month, r->day);
		break;
	case RULE_BEFORE:
		snprintf(buf, RULE_LEN, "BEFORE(%d,%s)", r->n, r->unit == UNIT_WORKING ? "wd" : "cd");
		break;
	default:
		snprintf(buf, RULE_LEN, "%s", r->kind == RULE_ASAP_U ? "ASAP-U" : r->kind == RULE_ASAP_P ? "ASAP-P" : "EXT");
	}
	return buf;
}

const char *rule_text(const struct rule *r, struct arena *a)
{
	switch (r->kind) {
	case RULE_WD:
		return arena_printf(a, _("形成或者变更之日起%d个工作日内"), r->n);
	case RULE_CD:
		return arena_printf(a, _("形成或者变更之日起%d日内"), r->n);
	case RULE_FIX:
		return arena_printf(a, _("每年%d月%d日前"), r->month, r->day);
	case RULE_BEFORE:
		return arena_printf(a, r->unit == UNIT_WORKING ? _("事前%d个工作日") : _("事前%d日"), r->n);
	case RULE_ASAP_U:
		return _("及时更新");
	case RULE_ASAP_P:
		return _("及时发布");
	default:
		return _("按其他规定");
	}
}

/* --- the date --------------------------------------------------------------------------------------------------------------- */

daynum rule_period(const struct calendar *c, daynum start, int n, enum rule_unit unit, bool roll)
{
	if (start < calendar_first() || start > calendar_last() || n < 0 || n > CALENDAR_N_MAX)
		return DAY_NONE;
	if (unit == UNIT_WORKING)
		return calendar_add(c, start, n);
	daynum due = start + n;
	if (due > calendar_last())
		return DAY_NONE;
	return roll && n ? calendar_roll(c, due) : due;
}

/* Where a computed date comes from, in one line. */
static void explain(struct rule_due *out, struct arena *a, const char *what, const char *rule)
{
	char start[DAY_ISO];
	out->why = arena_printf(a, _("%s %s，%s"), day_iso(out->start, start), what, rule);
}

/* The notices of (from, to] decide the date. A date fixed by its number hangs on none. */
static void hangs_on(const struct calendar *c, daynum from, daynum to, struct rule_due *out)
{
	out->provisional = calendar_missing(c, from, to, &out->missing, 1) > 0;
}

/* Working days after formation or change: WD, ASAP and a change of what is due on a fixed date. */
static void due_working(const struct calendar *c, int n, const char *what, const char *rule, struct arena *a, struct rule_due *out)
{
	out->due = calendar_add(c, out->start, n);
	hangs_on(c, out->start, out->due, out);
	explain(out, a, what, arena_printf(a, rule, n));
}

static void due_calendar(const struct calendar *c, int n, const char *what, struct arena *a, struct rule_due *out)
{
	out->due = rule_period(c, out->start, n, UNIT_CALENDAR, true);
	hangs_on(c, out->start, out->due, out);
	const char *rule = out->due == out->start + n ? _("%d日") : _("%d日，末日休息，顺延（民法典203）");
	explain(out, a, what, arena_printf(a, rule, n));
}

static void due_asap(const struct calendar *c, const struct rule_facts *f, const char *what, struct arena *a, struct rule_due *out)
{
	if (f->asap_wd > 0 && f->asap_wd < RULE_CAP_WD) {
		due_working(c, f->asap_wd, what, _("本关标准%d个工作日"), a, out);
		return;
	}
	out->capped = true;
	due_working(c, RULE_CAP_WD, what, _("及时公开，最迟%d个工作日（条例26）"), a, out);
}

/* The first such day of a year on or after formation; the day given when the office says which year is meant. */
static void due_fixed(const struct calendar *c, const struct rule *r, const struct rule_facts *f, struct arena *a, struct rule_due *out)
{
	if (f->typed != DAY_NONE) {
		out->due = f->typed;
		explain(out, a, _("形成"), arena_printf(a, _("每年%d月%d日前，年度由填写的日期确定"), r->month, r->day));
		return;
	}
	if (f->changed != DAY_NONE) {
		due_working(c, RULE_CAP_WD, _("变更"), _("变更之日起%d个工作日（条例26）"), a, out);
		return;
	}
	int year = day_year(out->start);
	daynum due = day_make(year, r->month, r->day);
	out->due = due >= out->start ? due : day_make(year + 1, r->month, r->day);
	explain(out, a, _("形成"), arena_printf(a, _("每年%d月%d日前，不顺延"), r->month, r->day));
}

static void due_before(const struct calendar *c, const struct rule *r, const struct rule_facts *f, struct arena *a, struct rule_due *out)
{
	out->start = f->event;
	if (f->event == DAY_NONE)
		return;
	if (r->unit == UNIT_CALENDAR) {
		out->due = f->event - r->n;
	} else {
		out->due = calendar_add(c, f->event, -r->n);
		hangs_on(c, out->due - 1, f->event, out);
	}
	explain(out, a, _("事项发生"), rule_text(r, a));
}

static void due_typed(const struct rule_facts *f, struct rule_due *out)
{
	out->due = f->typed;
	if (f->typed != DAY_NONE)
		out->why = _("按其他规定填写的日期");
	else
		out->why = _("按其他规定，期限须人工填写");
}

static void due_from_start(const struct calendar *c, const struct rule *r, const struct rule_facts *f, struct arena *a,
	struct rule_due *out)
{
	const char *what = f->changed != DAY_NONE ? _("变更") : _("形成");
	switch (r->kind) {
	case RULE_WD:
		due_working(c, r->n, what, r->n == RULE_CAP_WD ? _("%d个工作日（条例26）") : _("%d个工作日"), a, out);
		break;
	case RULE_CD:
		due_calendar(c, r->n, what, a, out);
		break;
	case RULE_FIX:
		due_fixed(c, r, f, a, out);
		break;
	default:
		due_asap(c, f, what, a, out);
	}
}

void rule_due(const struct calendar *c, const struct rule *r, const struct rule_facts *f, struct arena *a, struct rule_due *out)
{
	*out = (struct rule_due){.start = DAY_NONE, .due = DAY_NONE, .target = DAY_NONE, .why = _("缺少日期，不能计算期限")};
	if (r->kind == RULE_EXT) {
		due_typed(f, out);
	} else if (r->kind == RULE_BEFORE) {
		due_before(c, r, f, a, out);
	} else {
		out->start = f->changed != DAY_NONE ? f->changed : f->formed;
		if (out->start != DAY_NONE && out->start < calendar_first())
			out->why = _("早于 2004 年，不在日历范围内，不计算期限");
		else if (out->start != DAY_NONE)
			due_from_start(c, r, f, a, out);
	}
	if (out->due != DAY_NONE)
		out->target = calendar_roll_back(c, out->due);
}
