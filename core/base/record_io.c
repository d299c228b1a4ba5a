#include "base/record.h"

#include <inttypes.h>
#include <string.h>
#include "base/text.h"

static const char *text_of(const struct field *f, const void *rec)
{
	return *(const char *const *)((const char *)rec + f->offset);
}

static int64_t int_of(const struct field *f, const void *rec)
{
	return *(const int64_t *)((const char *)rec + f->offset);
}

static daynum day_of(const struct field *f, const void *rec)
{
	return *(const daynum *)((const char *)rec + f->offset);
}

static bool flag_of(const struct field *f, const void *rec)
{
	return *(const int8_t *)((const char *)rec + f->offset) > 0;
}

static const char *money_text(int64_t fen, struct arena *a)
{
	uint64_t n = fen < 0 ? -(uint64_t)fen : (uint64_t)fen;
	return arena_printf(a, "%s%" PRIu64 ".%02u", fen < 0 ? "-" : "", n / 100, (unsigned)(n % 100));
}

const char *record_stored(const struct field *f, const void *rec, struct arena *a)
{
	if (!record_known(f, rec))
		return NULL;
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		return text_of(f, rec);
	case FIELD_INT:
	case FIELD_ID:
		return arena_printf(a, "%" PRId64, int_of(f, rec));
	case FIELD_MONEY:
		return money_text(int_of(f, rec), a);
	case FIELD_DATE:
		return day_iso(day_of(f, rec), arena_alloc(a, DAY_ISO));
	case FIELD_FLAG:
		return flag_of(f, rec) ? "yes" : "no";
	case FIELD_RECORD:
	case FIELD_LIST:
		break;
	}
	return NULL;
}

static const char *labels_of(const struct field *f, const char *codes, struct arena *a)
{
	if (!(f->flags & FIELD_MULTI))
		return choice_label(f->choices, codes);
	struct str b = str_new(a);
	for (size_t n; *codes; codes += n + (codes[n] == ',')) {
		n = strcspn(codes, ",");
		str_add(&b, b.len ? N_("、") : "");
		str_add(&b, choice_label(f->choices, arena_strndup(a, codes, n)));
	}
	return b.s;
}

const char *record_shown(const struct field *f, const void *rec, struct arena *a)
{
	if (!record_known(f, rec) || f->type == FIELD_RECORD || f->type == FIELD_LIST)
		return "";
	if (f->type == FIELD_CODE)
		return labels_of(f, text_of(f, rec), a);
	if (f->type == FIELD_FLAG)
		return flag_of(f, rec) ? _("是") : _("否");
	return record_stored(f, rec, a);
}

const char *record_masked(const struct field *f, const void *rec, bool shown, struct arena *a)
{
	const char *s = shown ? record_shown(f, rec, a) : record_stored(f, rec, a);
	if (f->flags & FIELD_PERSONAL)
		return text_mask(s, a);
	return f->type == FIELD_TEXT || f->type == FIELD_LINES ? text_mask_inside(s, a) : s;
}

const char *choice_label(const struct choice *list, const char *code)
{
	for (const struct choice *c = list; c && code && c->code; c++)
		if (!strcmp(c->code, code))
			return tr(c->label);
	return code ? code : "";
}

static void json_codes(struct json *j, const char *key, const char *codes)
{
	struct arena a = {0};
	json_open(j, key, '[');
	for (size_t n; *codes; codes += n + (codes[n] == ',')) {
		n = strcspn(codes, ",");
		json_text(j, NULL, arena_strndup(&a, codes, n));
	}
	json_close(j);
	arena_free(&a);
}

static void json_list(struct json *j, const struct field *f, const void *rec, bool mask)
{
	const struct record_list *list = (const void *)((const char *)rec + f->offset);
	json_open(j, f->name, '[');
	for (size_t i = 0; i < list->n; i++)
		json_record(j, NULL, f->nested, (const char *)list->rows + i * f->nested->size, mask);
	json_close(j);
}

static void json_field(struct json *j, const struct field *f, const void *rec, bool mask)
{
	struct arena a = {0};
	if (f->type == FIELD_LIST)
		json_list(j, f, rec, mask);
	else if (f->type == FIELD_RECORD)
		json_record(j, f->name, f->nested, (const char *)rec + f->offset, mask);
	else if (!record_known(f, rec))
		json_null(j, f->name);
	else if (mask && (f->flags & FIELD_PERSONAL || f->type == FIELD_TEXT || f->type == FIELD_LINES))
		json_text(j, f->name, record_masked(f, rec, false, &a));
	else if (f->type == FIELD_INT || f->type == FIELD_ID)
		json_int(j, f->name, int_of(f, rec));
	else if (f->type == FIELD_FLAG)
		json_bool(j, f->name, flag_of(f, rec));
	else if (f->type == FIELD_CODE && f->flags & FIELD_MULTI)
		json_codes(j, f->name, text_of(f, rec));
	else
		json_text(j, f->name, record_stored(f, rec, &a));
	arena_free(&a);
}

void json_record_fields(struct json *j, const struct record_type *t, const void *rec, bool mask)
{
	for (const struct field *f = t->fields; f->name; f++)
		if (!(f->flags & FIELD_HIDDEN))
			json_field(j, f, rec, mask);
}

void json_record(struct json *j, const char *key, const struct record_type *t, const void *rec, bool mask)
{
	json_open(j, key, '{');
	json_record_fields(j, t, rec, mask);
	json_close(j);
}
