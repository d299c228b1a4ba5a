#include "base/csv.h"
#include "base/embed.h"
#include "office/demo.h"
#include "office/directory.h"

static bool import(struct office *o, const char *noun, struct arena *a, struct err *e)
{
	struct directory_import args = {embedded_find(gen_seed, arena_printf(a, "demo_%s.tsv", noun))->text};
	int64_t none = INT_NONE;
	return demo_do(o, arena_printf(a, "%s.import", noun), &none, &args, e);
}

static bool assign(struct office *o, const struct csv_row *row, struct arena *a, struct err *e)
{
	struct directory_assign args = {row->cells[1], row->cells[2][0] == 'y'};
	int64_t id;
	return directory_pick(o, &directory_person, "person", row->cells[0], a, &id, e) && demo_do(o, "person.assign", &id, &args, e);
}

bool demo_directory(struct office *o, daynum today, struct err *e)
{
	(void)today;
	struct arena a = {0};
	struct csv_table t = {0};
	bool done = import(o, "unit", &a, e) && import(o, "person", &a, e) && import(o, "body", &a, e) &&
		csv_read(embedded_find(gen_seed, "demo_assign.tsv")->text, &a, &t, e);
	for (size_t r = 1; done && r < t.n; r++)
		done = assign(o, &t.rows[r], &a, e);
	arena_free(&a);
	return done;
}
