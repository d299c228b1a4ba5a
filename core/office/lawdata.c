#include "office/lawdata.h"

#include "gen/q_law.h"

enum { LAWDATA_COLUMNS = 5 };

static bool load_table(struct store *s, const struct query *query, const char *table, const char *const columns[LAWDATA_COLUMNS], struct arena *a,
	struct law *l, struct err *e)
{
	struct err end = {0};
	bool ok = true;
	struct q *q = q_open(s, query);
	while (ok && q_row(q, &end)) {
		const char *values[LAWDATA_COLUMNS];
		for (int i = 0; i < LAWDATA_COLUMNS; i++)
			values[i] = q_get_text(q, columns[i], a);
		ok = law_add(l, table, columns, values, LAWDATA_COLUMNS, e);
	}
	q_end(q);
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

bool lawdata_load(struct store *s, struct arena *a, struct law **out, struct err *e)
{
	static const char *const sets[] = {"code", "family", "valid_from", "valid_to", "basis"};
	static const char *const params[] = {"ruleset", "key", "value", "article", "certainty"};
	*out = law_embedded(a);
	return load_table(s, &Q_law_rulesets, "ruleset", sets, a, *out, e) && load_table(s, &Q_law_params, "rule_param", params, a, *out, e);
}
