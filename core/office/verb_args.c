#include "office/verb_args.h"

static void add_record(struct hash *h, const struct record_type *t, const void *rec, struct arena *a);

/* Lists are written with their length and a mark before each row, so that no two lists look alike. */
static void add_list(struct hash *h, const struct field *f, const struct record_list *list, struct arena *a)
{
	hash_field_int(h, f->name, (int64_t)list->n);
	for (size_t i = 0; i < list->n; i++) {
		hash_field_int(h, "row", (int64_t)i);
		add_record(h, f->nested, (const char *)list->rows + i * f->nested->size, a);
	}
}

/* As deep as the types nest. */
static void add_record(struct hash *h, const struct record_type *t, const void *rec, struct arena *a)
{
	for (const struct field *f = t->fields; f->name; f++) {
		const void *at = (const char *)rec + f->offset;
		if (f->flags & FIELD_DERIVED)
			continue;
		if (f->type == FIELD_RECORD)
			add_record(h, f->nested, at, a);
		else if (f->type == FIELD_LIST)
			add_list(h, f, at, a);
		else
			hash_field(h, f->name, record_stored(f, rec, a));
	}
}

void verb_args_hash(const struct verb *v, int64_t subject_id, const void *args, unsigned char out[HASH_LEN])
{
	struct hash h;
	struct arena a = {0};
	hash_start(&h);
	hash_field(&h, "verb", v->name);
	if (subject_id != INT_NONE)
		hash_field_int(&h, "subject", subject_id);
	if (v->args && args)
		add_record(&h, v->args, args, &a);
	hash_end(&h, out);
	arena_free(&a);
}
