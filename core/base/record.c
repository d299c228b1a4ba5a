#include "base/record.h"

#include <string.h>
#include "base/text.h"

static void *at(const struct field *f, void *rec)
{
	return (char *)rec + f->offset;
}

static const void *in(const struct field *f, const void *rec)
{
	return (const char *)rec + f->offset;
}

static bool is_text(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_LINES || f->type == FIELD_CODE;
}

const struct field *record_field(const struct record_type *t, const char *name)
{
	for (const struct field *f = t->fields; name && f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	for (const struct field *f = t->fields; name && f->name; f++) {
		const struct field *inner = f->type == FIELD_RECORD ? record_field(f->nested, name) : NULL;
		if (inner)
			return inner;
	}
	return NULL;
}

/* Type and place of the struct that holds f; false where f belongs to another type. */
static bool holder(const struct record_type **t, void **rec, const struct field *f)
{
	for (const struct field *own = (*t)->fields; own->name; own++)
		if (own == f)
			return true;
	for (const struct field *own = (*t)->fields; own->name; own++) {
		if (own->type != FIELD_RECORD)
			continue;
		const struct record_type *inner = own->nested;
		void *part = at(own, *rec);
		if (holder(&inner, &part, f)) {
			*t = inner;
			*rec = part;
			return true;
		}
	}
	return false;
}

void *record_part(const struct record_type *t, void *rec, const struct field *f)
{
	return holder(&t, &rec, f) ? rec : NULL;
}

void record_unset(const struct field *f, void *part)
{
	void *p = at(f, part);
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		*(const char **)p = NULL;
		break;
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_ID:
		*(int64_t *)p = INT_NONE;
		break;
	case FIELD_DATE:
		*(daynum *)p = DAY_NONE;
		break;
	case FIELD_FLAG:
		*(int8_t *)p = FLAG_NONE;
		break;
	case FIELD_RECORD:
		record_clear(f->nested, p);
		break;
	case FIELD_LIST:
		*(struct record_list *)p = (struct record_list){0};
		break;
	}
}

void record_clear(const struct record_type *t, void *rec)
{
	memset(rec, 0, t->size);
	for (const struct field *f = t->fields; f->name; f++)
		record_unset(f, rec);
}

/* After a byte copy: gives the copy texts and rows of its own. */
static void own_parts(const struct record_type *t, void *rec, struct arena *a)
{
	for (const struct field *f = t->fields; f->name; f++) {
		void *p = at(f, rec);
		const char **text = p;
		if (is_text(f) && *text)
			*text = arena_strdup(a, *text);
		if (f->type == FIELD_RECORD)
			own_parts(f->nested, p, a);
		struct record_list *list = p;
		if (f->type != FIELD_LIST || !list->n)
			continue;
		list->rows = arena_memdup(a, list->rows, list->n * f->nested->size);
		for (size_t i = 0; i < list->n; i++)
			own_parts(f->nested, (char *)list->rows + i * f->nested->size, a);
	}
}

void record_copy(const struct record_type *t, void *to, const void *from, struct arena *a)
{
	memmove(to, from, t->size);
	own_parts(t, to, a);
}

bool record_known(const struct field *f, const void *rec)
{
	const void *p = in(f, rec);
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		return *(const char *const *)p != NULL;
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_ID:
		return *(const int64_t *)p != INT_NONE;
	case FIELD_DATE:
		return *(const daynum *)p != DAY_NONE;
	case FIELD_FLAG:
		return *(const int8_t *)p != FLAG_NONE;
	case FIELD_LIST:
		return ((const struct record_list *)p)->n > 0;
	case FIELD_RECORD:
		for (const struct field *inner = f->nested->fields; inner->name; inner++)
			if (record_known(inner, p))
				return true;
		return false;
	}
	return false;
}

static bool same_records(const struct record_type *t, const void *a, const void *b)
{
	for (const struct field *f = t->fields; f->name; f++)
		if (!record_same(f, a, b))
			return false;
	return true;
}

static bool same_lists(const struct record_type *t, const struct record_list *x, const struct record_list *y)
{
	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (!same_records(t, (const char *)x->rows + i * t->size, (const char *)y->rows + i * t->size))
			return false;
	return true;
}

bool record_same(const struct field *f, const void *a, const void *b)
{
	const void *x = in(f, a), *y = in(f, b);
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE: {
		const char *s = *(const char *const *)x, *u = *(const char *const *)y;
		return s && u ? !strcmp(s, u) : s == u;
	}
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_ID:
		return *(const int64_t *)x == *(const int64_t *)y;
	case FIELD_DATE:
		return *(const daynum *)x == *(const daynum *)y;
	case FIELD_FLAG:
		return *(const int8_t *)x == *(const int8_t *)y;
	case FIELD_RECORD:
		return same_records(f->nested, x, y);
	case FIELD_LIST:
		return same_lists(f->nested, x, y);
	}
	return false;
}

void record_take(const struct field *f, void *to, const void *from)
{
	static const size_t sizes[] = {
		[FIELD_TEXT] = sizeof(char *), [FIELD_LINES] = sizeof(char *), [FIELD_CODE] = sizeof(char *), [FIELD_INT] = sizeof(int64_t),
		[FIELD_MONEY] = sizeof(int64_t), [FIELD_ID] = sizeof(int64_t), [FIELD_DATE] = sizeof(daynum), [FIELD_FLAG] = sizeof(int8_t),
		[FIELD_RECORD] = 0, [FIELD_LIST] = 0,
	};
	memcpy((char *)to + f->offset, (const char *)from + f->offset, sizes[f->type]);
}

/* Is one of the codes of `held` (comma-separated) among `wanted` (bar-separated)? */
static bool holds(const char *held, const char *wanted)
{
	for (size_t n; *held; held += n + (held[n] == ',')) {
		n = strcspn(held, ",");
		const char *w = wanted;
		for (size_t m; *w; w += m + (w[m] == '|')) {
			m = strcspn(w, "|");
			if (m == n && n && !memcmp(held, w, n))
				return true;
		}
	}
	return false;
}

/* The field called `name` that f depends on, and its struct: a sibling of f before one of the outer record. */
static const struct field *depends_on(const struct record_type *t, void *rec, const struct field *f, const char *name, void **part)
{
	const struct record_type *own = t;
	void *near = rec;
	BUG_ON(!holder(&own, &near, f));
	const struct field *on = record_field(own, name);
	if (!on) {
		own = t;
		near = rec;
		on = record_field(t, name);
	}
	BUG_ON(!on);
	*part = record_part(own, near, on);
	return on;
}

bool record_active(const struct record_type *t, const struct field *f, const void *rec)
{
	struct arena a = {0};
	bool active = true;
	for (int hops = 0; active && f->when.field; hops++) {
		void *part;
		const struct field *on = depends_on(t, (void *)(uintptr_t)rec, f, f->when.field, &part);
		BUG_ON(hops > 8);
		const char *held = record_stored(on, part, &a);
		active = f->when.value ? held && holds(held, f->when.value) : record_known(on, part);
		f = on;
	}
	arena_free(&a);
	return active;
}

static bool check_lists(const struct field *f, const void *rec, struct err *e)
{
	const struct record_list *list = in(f, rec);
	for (size_t i = 0; i < list->n; i++)
		if (!record_check(f->nested, (const char *)list->rows + i * f->nested->size, e))
			return false;
	return true;
}

/* One struct of the record `outer`, which its fields may depend on. */
static bool check_part(const struct record_type *t, const void *outer, const struct record_type *own, const void *rec, struct err *e)
{
	for (const struct field *f = own->fields; f->name; f++) {
		if (f->flags & FIELD_DERIVED || !record_active(t, f, outer))
			continue;
		bool known = record_known(f, rec), required = f->flags & FIELD_REQUIRED;
		if (f->type == FIELD_RECORD) {
			if ((required || known) && !check_part(t, outer, f->nested, in(f, rec), e))
				return false;
			continue;
		}
		if (required && !known)
			return err_field(e, f->name, _("%s：必须填写"), f->label);
		if (f->type == FIELD_LIST && !check_lists(f, rec, e))
			return false;
	}
	return true;
}

bool record_check(const struct record_type *t, const void *rec, struct err *e)
{
	return check_part(t, rec, t, rec, e);
}
