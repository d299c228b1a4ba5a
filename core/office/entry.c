#include "office/entry.h"

#include <string.h>

enum { WORDS_MAX = 300, CONTENT_MAX = 20000 };

static size_t characters(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

bool entry_check(const struct record_type *t, const void *rec, daynum today, struct err *e)
{
	char iso[DAY_ISO];
	for (const struct field *f = t->fields; f->name; f++) {
		const char *at = (const char *)rec + f->offset;
		if (f->type == FIELD_TEXT || f->type == FIELD_LINES) {
			const char *s = *(const char *const *)at;
			size_t max = f->type == FIELD_LINES ? CONTENT_MAX : WORDS_MAX;
			if (s && characters(s) > max)
				return err_field(e, f->name, _("%s超过%zu字"), tr(f->label), max);
		} else if (f->type == FIELD_DATE) {
			daynum d = *(const daynum *)at;
			if (d != DAY_NONE && d > today)
				return err_field(e, f->name, _("%s %s 在今天之后"), tr(f->label), day_iso(d, iso));
		}
	}
	return true;
}

bool entry_dates(daynum arrived, daynum signed_on, daynum confirmed, struct err *e)
{
	if (arrived != DAY_NONE && confirmed != DAY_NONE && confirmed < arrived)
		return err_field(e, "confirmed", _("确认日期早于到达日期"));
	if (arrived != DAY_NONE && signed_on != DAY_NONE && signed_on < arrived)
		return err_field(e, "signed", _("签收日期早于到达日期"));
	return true;
}

void entry_here(const struct office *o, const char *channel, daynum *arrived)
{
	if (*arrived == DAY_NONE && (strcmp(channel, "in_person") == 0 || strcmp(channel, "oral") == 0))
		*arrived = desk_today(o->desk);
}

bool entry_moved(const struct matter_case *was, const struct matter *now, struct err *e)
{
	const char *state = was->matter.state;
	if (was->matter.received == now->received)
		return true;
	if (was->nevents > 1 || (strcmp(state, proc_state_name(STATE_OPEN)) != 0 && strcmp(state, proc_state_name(STATE_UNCONFIRMED)) != 0))
		return err_set(e, ERR_RULE, _("已有后续步骤，收到之日不能再改"));
	return true;
}
