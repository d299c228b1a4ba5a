/* Rows of the law's tables, as text, into structs. One description a table; nothing here knows a single rule. */
#include "law/fee.h"
#include "law/outcome.h"
#include "law/seed.h"

#include <stdlib.h>
#include <string.h>

enum column_type { COLUMN_TEXT, COLUMN_INT, COLUMN_FLAG, COLUMN_DAY, COLUMN_MONEY, COLUMN_CHOICE };

struct column {
	const char *name;
	enum column_type type;
	size_t offset;
	const char *const *choices; /* the index is the value; ends with NULL */
};

struct table {
	const char *name;
	const struct column *columns;
	size_t size, array, count; /* of a row; offsets in struct law */
	int keys;                  /* a row with the same first columns takes the place of the earlier one; 0 = rows only add up */
};

static const char *const receipt_fields[] = {"", "arrived", "signed", "confirmed", NULL};
static const char *const fee_modes[] = {"cost", "processing", NULL};
static const char *const fee_bases[] = {"count", "pages", NULL};
static const char *const boundaries[] = {"(sent,received]", "(sent,received)", "[sent,received]", NULL};

#define COLUMN(what, of, member, column) {.name = column, .type = COLUMN_##what, .offset = offsetof(struct of, member)}
#define CHOICE(of, member, column, list) {.name = column, .type = COLUMN_CHOICE, .offset = offsetof(struct of, member), .choices = list}

static const struct column ruleset_columns[] = {
	COLUMN(TEXT, ruleset, code, "code"), COLUMN(TEXT, ruleset, family, "family"), COLUMN(TEXT, ruleset, basis, "basis"),
	COLUMN(DAY, ruleset, from, "valid_from"), COLUMN(DAY, ruleset, to, "valid_to"), {0},
};
/* The keys of rule_param, as columns of the rule set. */
static const struct column param_keys[] = {
	COLUMN(INT, ruleset, answer_wd, "answer_wd"), COLUMN(INT, ruleset, extend_wd, "extend_wd"),
	COLUMN(INT, ruleset, extend_max, "extend_max"), COLUMN(INT, ruleset, clarify_notice_wd, "clarify_notice_wd"),
	COLUMN(INT, ruleset, clarify_reply_wd, "clarify_reply_wd"), COLUMN(INT, ruleset, clarify_max, "clarify_max"),
	COLUMN(INT, ruleset, third_party_wd, "third_party_wd"), COLUMN(INT, ruleset, coagency_wd, "coagency_wd"),
	COLUMN(INT, ruleset, fee_payment_wd, "fee_payment_wd"), COLUMN(INT, ruleset, correction_wd, "correction_wd"),
	COLUMN(FLAG, ruleset, exclude_third_party, "exclude_third_party"), COLUMN(FLAG, ruleset, exclude_coagency, "exclude_coagency"),
	COLUMN(FLAG, ruleset, coagency_silence_consents, "coagency_silence_consents"),
	COLUMN(FLAG, ruleset, clarify_restarts, "clarify_restarts"), COLUMN(FLAG, ruleset, fee_restarts, "fee_restarts"),
	COLUMN(FLAG, ruleset, extension_spent, "extension_spent"), CHOICE(ruleset, boundary, "boundary", boundaries),
	CHOICE(ruleset, fee, "fee", fee_modes), {0},
};
static const struct column param_columns[] = {
	COLUMN(TEXT, rule_param, ruleset, "ruleset"), COLUMN(TEXT, rule_param, key, "key"), COLUMN(TEXT, rule_param, value, "value"),
	COLUMN(TEXT, rule_param, label, "label"), COLUMN(TEXT, rule_param, article, "article"),
	COLUMN(TEXT, rule_param, certainty, "certainty"), {0},
};
static const struct column receipt_columns[] = {
	COLUMN(TEXT, receipt_rule, ruleset, "ruleset"), COLUMN(TEXT, receipt_rule, channel, "channel"),
	CHOICE(receipt_rule, first, "first", receipt_fields), CHOICE(receipt_rule, then, "then", receipt_fields),
	COLUMN(TEXT, receipt_rule, label, "label"), COLUMN(TEXT, receipt_rule, article, "article"),
	COLUMN(TEXT, receipt_rule, certainty, "certainty"), {0},
};
static const struct column outcome_columns[] = {
	COLUMN(TEXT, outcome, ruleset, "ruleset"), COLUMN(TEXT, outcome, code, "code"), COLUMN(TEXT, outcome, label, "label"),
	COLUMN(TEXT, outcome, article, "article"), COLUMN(TEXT, outcome, row, "row"), COLUMN(TEXT, outcome, old_class, "old_class"),
	COLUMN(TEXT, outcome, remedy, "remedy"), COLUMN(TEXT, outcome, letter, "letter"), COLUMN(FLAG, outcome, needs_ground, "needs_ground"),
	COLUMN(FLAG, outcome, needs_search, "needs_search"), COLUMN(FLAG, outcome, needs_body, "needs_body"),
	COLUMN(FLAG, outcome, gives, "gives"), {0},
};
static const struct column ground_columns[] = {
	COLUMN(TEXT, ground, ruleset, "ruleset"), COLUMN(TEXT, ground, code, "code"), COLUMN(TEXT, ground, label, "label"),
	COLUMN(TEXT, ground, row, "row"), COLUMN(TEXT, ground, article, "article"), COLUMN(FLAG, ground, discretionary, "discretionary"),
	COLUMN(FLAG, ground, pre, "pre"), COLUMN(FLAG, ground, third_party, "third_party"), {0},
};
static const struct column remedy_columns[] = {
	COLUMN(TEXT, remedy, code, "code"), COLUMN(DAY, remedy, from, "valid_from"), COLUMN(DAY, remedy, to, "valid_to"),
	COLUMN(INT, remedy, review_days, "review_days"), COLUMN(INT, remedy, suit_months, "suit_months"),
	COLUMN(INT, remedy, suit_after_review_days, "suit_after_review_days"), COLUMN(TEXT, remedy, article, "article"),
	COLUMN(FLAG, remedy, internet, "internet"), {0},
};
static const struct column tariff_columns[] = {
	CHOICE(tariff, basis, "basis", fee_bases), COLUMN(INT, tariff, first, "first"), COLUMN(INT, tariff, last, "last"),
	COLUMN(MONEY, tariff, each, "each"), COLUMN(INT, tariff, step, "step"), COLUMN(MONEY, tariff, step_add, "step_add"),
	COLUMN(DAY, tariff, from, "valid_from"), COLUMN(DAY, tariff, to, "valid_to"), COLUMN(TEXT, tariff, article, "article"), {0},
};

#define TABLE(title, type, cols, arr, cnt, k) {title, cols, sizeof(struct type), offsetof(struct law, arr), offsetof(struct law, cnt), k}
static const struct table tables[] = {
	TABLE("ruleset", ruleset, ruleset_columns, rulesets, nrulesets, 1),
	TABLE("rule_param", rule_param, param_columns, params, nparams, 2),
	TABLE("receipt_rule", receipt_rule, receipt_columns, receipts, nreceipts, 2),
	TABLE("outcome", outcome, outcome_columns, outcomes, noutcomes, 2),
	TABLE("ground", ground, ground_columns, grounds, ngrounds, 2),
	TABLE("remedy", remedy, remedy_columns, remedies, nremedies, 0),
	TABLE("fee_tariff", tariff, tariff_columns, tariffs, ntariffs, 0),
};

/* --- one value ------------------------------------------------------------------------------------------------------------- */

static bool read_int(const char *s, int *out)
{
	char *end;
	long v = strtol(s, &end, 10);
	*out = (int)v;
	return *s && !*end && v >= 0 && v <= 100000;
}

/* 12.50 → 1250 */
static bool read_money(const char *s, int64_t *out)
{
	int yuan;
	const char *dot = strchr(s, '.');
	if (!dot || strlen(dot) != 3 || dot - s > 6 || dot == s)
		return false;
	char whole[8] = "";
	memcpy(whole, s, (size_t)(dot - s));
	if (!read_int(whole, &yuan) || dot[1] < '0' || dot[1] > '9' || dot[2] < '0' || dot[2] > '9')
		return false;
	*out = yuan * 100 + (dot[1] - '0') * 10 + (dot[2] - '0');
	return true;
}

static bool read_choice(const char *s, const char *const *choices, int *out)
{
	for (*out = 0; choices[*out]; ++*out)
		if (!strcmp(choices[*out], s))
			return true;
	return false;
}

static bool read_value(const struct column *c, const char *s, void *row, struct arena *a)
{
	char *at = (char *)row + c->offset;
	int number;
	switch (c->type) {
	case COLUMN_TEXT:
		*(const char **)(void *)at = arena_strdup(a, s);
		return true;
	case COLUMN_INT:
		return read_int(s, (int *)(void *)at);
	case COLUMN_FLAG:
		*(bool *)(void *)at = !strcmp(s, "yes");
		return !strcmp(s, "yes") || !strcmp(s, "no");
	case COLUMN_DAY:
		return day_parse(s, (daynum *)(void *)at) || !*s;
	case COLUMN_MONEY:
		return read_money(s, (int64_t *)(void *)at);
	case COLUMN_CHOICE:
		if (!read_choice(s, c->choices, &number))
			return false;
		memcpy(at, &number, sizeof number);
		return true;
	}
	return false;
}

/* --- rows ------------------------------------------------------------------------------------------------------------------- */

static const char *value_of(const char *column, const char *const *names, const char *const *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(names[i], column))
			return values[i] ? values[i] : "";
	return NULL;
}

/* Room for one more row at the end of a growing array: capacity doubles whenever the count is a power of two. */
static void *grow(struct law *l, const struct table *t)
{
	char *base = (char *)l;
	size_t *count = (size_t *)(void *)(base + t->count);
	void *rows;
	memcpy(&rows, base + t->array, sizeof rows);
	if ((*count & (*count - 1)) == 0) {
		void *more = arena_alloc(l->arena, t->size * (*count ? *count * 2 : 1));
		if (*count)
			memcpy(more, rows, *count * t->size);
		memcpy(base + t->array, &more, sizeof more);
		rows = more;
	}
	return (char *)rows + t->size * (*count)++;
}

/* A rule set keeps its parameters, which are rows of their own, and a parameter its label. */
static void replace(const struct table *t, void *old, const void *row)
{
	if (t->count == offsetof(struct law, nparams)) {
		const char *label = ((struct rule_param *)old)->label;
		memcpy(old, row, t->size);
		((struct rule_param *)old)->label = label; /* the office's table has none */
		return;
	}
	if (t->count != offsetof(struct law, nrulesets)) {
		memcpy(old, row, t->size);
		return;
	}
	struct ruleset *to = old;
	const struct ruleset *from = row;
	to->family = from->family;
	to->basis = from->basis;
	to->from = from->from;
	to->to = from->to;
}

/* The place of the row that `row` replaces: the last one, where `row` stands itself, when its key is new. */
static void *settle(struct law *l, const struct table *t, void *row)
{
	char *base = (char *)l, *rows;
	size_t *count = (size_t *)(void *)(base + t->count);
	memcpy(&rows, base + t->array, sizeof rows);
	for (size_t i = 0; t->keys && i + 1 < *count; i++) {
		int same = 0;
		while (same < t->keys && !strcmp(*(const char **)(void *)(rows + i * t->size + t->columns[same].offset),
			*(const char **)(void *)((char *)row + t->columns[same].offset)))
			same++;
		if (same < t->keys)
			continue;
		replace(t, rows + i * t->size, row);
		--*count;
		return rows + i * t->size;
	}
	return row;
}

static bool set_param(struct law *l, const struct rule_param *p, struct err *e)
{
	for (size_t i = 0; i < l->nrulesets; i++) {
		if (strcmp(l->rulesets[i].code, p->ruleset))
			continue;
		for (const struct column *c = param_keys; c->name; c++)
			if (!strcmp(c->name, p->key)) {
				if (read_value(c, p->value, &l->rulesets[i], l->arena))
					return true;
				return err_set(e, ERR_INPUT, _("规则参数 %s 的值“%s”无效"), p->key, p->value);
			}
		return true; /* a parameter the engine does not use is kept for reading */
	}
	return err_set(e, ERR_INPUT, _("规则参数 %s 所属的规则 %s 不存在"), p->key, p->ruleset);
}

bool law_add(struct law *l, const char *table, const char *const *names, const char *const *values, size_t n, struct err *e)
{
	const struct table *t = NULL;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(tables[i].name, table))
			t = &tables[i];
	if (!t)
		return err_set(e, ERR_INPUT, _("没有名为 %s 的法律数据表"), table);
	void *row = grow(l, t);
	for (const struct column *c = t->columns; c->name; c++) {
		const char *v = value_of(c->name, names, values, n);
		if (!v)
			v = c->type == COLUMN_FLAG ? "no" : "";
		if (!read_value(c, v, row, l->arena))
			return err_set(e, ERR_INPUT, _("%s 表 %s 列的值“%s”无效"), table, c->name, v);
	}
	row = settle(l, t, row);
	if (t->count == offsetof(struct law, nrulesets))
		((struct ruleset *)row)->law = l;
	return t->count != offsetof(struct law, nparams) || set_param(l, row, e);
}

struct law *law_embedded(struct arena *a)
{
	struct law *l = arena_new(a, struct law);
	struct err e = {0};
	l->arena = a;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct seed s = seed_open(arena_printf(a, "%s.tsv", tables[i].name), a);
		while (seed_next(&s))
			if (!law_add(l, tables[i].name, s.names, s.values, s.n, &e))
				BUG("%s.tsv:%d: %s", tables[i].name, s.line, e.text);
	}
	return l;
}

const char *boundary_name(enum exclusion_boundary b)
{
	return boundaries[b];
}

bool boundary_parse(const char *text, enum exclusion_boundary *out)
{
	int v;
	if (!read_choice(text, boundaries, &v))
		return false;
	*out = (enum exclusion_boundary)v;
	return true;
}

bool fee_basis_parse(const char *code, enum fee_basis *out)
{
	int v;
	if (!read_choice(code, fee_bases, &v))
		return false;
	*out = (enum fee_basis)v;
	return true;
}
