#include "tui/keys.h"

#include <string.h>

#include "base/embed.h"

enum { MAX_WORDS = KEYS_MAX + 3, MAX_BINDINGS = 1024 };

static void fault(struct key_faults *f, struct arena *a, int line, const char *text)
{
	if (f->n == f->cap) {
		size_t cap = f->cap ? f->cap * 2 : 16;
		struct key_fault *list = arena_array(a, struct key_fault, cap);
		if (f->n)
			memcpy(list, f->list, f->n * sizeof *list);
		f->list = list;
		f->cap = cap;
	}
	f->list[f->n++] = (struct key_fault){.line = line, .text = text};
}

const struct action *action_find(const struct action *table, const char *name)
{
	for (; table && table->name; table++)
		if (!strcmp(table->name, name))
			return table;
	return NULL;
}

/* An action may be bound in the context that has it; a name of the global table may be bound anywhere; and any context's in
 * global, whence it reaches whichever layer has it. */
static bool action_known(const struct context *in, const char *name)
{
	if (action_find(in->actions, name) || action_find(global_context.actions, name))
		return true;
	struct context c;
	if (!strcmp(in->name, "global"))
		for (size_t i = 0; context_at(i, &c); i++)
			if (action_find(c.actions, name))
				return true;
	return false;
}

static size_t split(char *line, char *words[MAX_WORDS])
{
	size_t n = 0;
	for (char *p = strtok_r(line, " \t\r", &line); p && n < MAX_WORDS; p = strtok_r(NULL, " \t\r", &line)) {
		if (p[0] == '#')
			break;
		words[n++] = p;
	}
	return n;
}

static void parse_line(struct keymap *m, char *text, int line, struct arena *a, struct key_faults *f)
{
	char *words[MAX_WORDS];
	size_t n = split(text, words);
	if (!n)
		return;
	if (n < 3) {
		fault(f, a, line, _("一行应是：场合 键 动作"));
		return;
	}
	if (n - 2 > KEYS_MAX) {
		fault(f, a, line, _("键的序列太长"));
		return;
	}
	if (m->n == MAX_BINDINGS) {
		fault(f, a, line, _("绑定太多"));
		return;
	}
	struct context c;
	struct binding b = {.context = words[0], .action = words[n - 1], .n = (int)n - 2, .line = line};
	bool good = true;
	if (!context_find(b.context, &c)) {
		fault(f, a, line, arena_printf(a, _("没有叫 %s 的场合"), b.context));
		good = false;
	} else if (!action_known(&c, b.action)) {
		fault(f, a, line, arena_printf(a, _("%s 没有叫 %s 的动作"), b.context, b.action));
		good = false;
	}
	for (int i = 0; i < b.n; i++) {
		const char *why;
		b.keys[i] = key_parse(words[i + 1], &why);
		if (!b.keys[i]) {
			fault(f, a, line, arena_printf(a, _("%s：%s"), words[i + 1], why));
			good = false;
		}
	}
	if (good)
		m->bindings[m->n++] = b;
}

static const char *sequence_name(const struct binding *b, struct arena *a)
{
	const char *s = "";
	for (int i = 0; i < b->n; i++)
		s = arena_printf(a, "%s%s%s", s, i ? " " : "", key_name(b->keys[i], a));
	return s;
}

static void check_conflicts(const struct keymap *m, struct arena *a, struct key_faults *f)
{
	for (size_t i = 0; i < m->n; i++)
		for (size_t j = 0; j < i; j++) {
			const struct binding *b = &m->bindings[i], *c = &m->bindings[j];
			int n = b->n < c->n ? b->n : c->n;
			if (strcmp(b->context, c->context) || memcmp(b->keys, c->keys, (size_t)n * sizeof b->keys[0]))
				continue;
			if (b->n == c->n)
				fault(f, a, b->line, arena_printf(a, _("%s 的 %s 在第 %d 行已绑定到 %s"), b->context,
					sequence_name(b, a), c->line, c->action));
			else
				fault(f, a, b->line, arena_printf(a, _("%s 的 %s 与第 %d 行的 %s 相冲：短的会吃掉长的"), b->context,
					sequence_name(b, a), c->line, sequence_name(c, a)));
		}
}

static bool is_bound(const struct keymap *m, const char *context, const char *action)
{
	for (size_t i = 0; i < m->n; i++)
		if (!strcmp(m->bindings[i].action, action) &&
			(!strcmp(m->bindings[i].context, context) || !strcmp(m->bindings[i].context, "global")))
			return true;
	return false;
}

static void check_required(const struct keymap *m, struct arena *a, struct key_faults *f)
{
	struct context c;
	for (size_t i = 0; context_at(i, &c); i++)
		for (const struct action *act = c.actions; act && act->name; act++)
			if ((act->flags & ACTION_REQUIRED) && !is_bound(m, c.name, act->name))
				fault(f, a, 0, arena_printf(a, _("%s 的 %s（%s）没有键"), c.name, act->name, act->label ? act->label : ""));
}

static int by_line(const void *x, const void *y)
{
	const struct key_fault *a = x, *b = y;
	if (!a->line || !b->line)
		return (a->line == 0) - (b->line == 0);
	return (a->line > b->line) - (a->line < b->line);
}

/* Insertion sort: keeps faults of one line in the order found. */
static void sort_faults(struct key_faults *f)
{
	for (size_t i = 1; i < f->n; i++)
		for (size_t j = i; j && by_line(&f->list[j - 1], &f->list[j]) > 0; j--) {
			struct key_fault t = f->list[j];
			f->list[j] = f->list[j - 1];
			f->list[j - 1] = t;
		}
}

void keymap_parse(const char *name, const char *text, struct arena *a, struct keymap *out, struct key_faults *faults)
{
	*out = (struct keymap){.name = arena_strdup(a, name)};
	*faults = (struct key_faults){0};
	out->bindings = arena_array(a, struct binding, MAX_BINDINGS);
	char *copy = arena_strdup(a, text);
	int line = 0;
	while (copy) {
		char *end = strchr(copy, '\n');
		if (end)
			*end = '\0';
		parse_line(out, copy, ++line, a, faults);
		copy = end ? end + 1 : NULL;
	}
	check_conflicts(out, a, faults);
	check_required(out, a, faults);
	sort_faults(faults);
}

struct keymap keymap_builtin(const char *name, struct arena *a)
{
	const struct embedded *e = embedded_find(gen_keymaps, name);
	BUG_ON(!e);
	struct keymap m;
	struct key_faults f;
	keymap_parse(name, e->text, a, &m, &f);
	if (f.n)
		BUG("%s:%d: %s", name, f.list[0].line, f.list[0].text);
	return m;
}

enum key_match keymap_find(const struct keymap *m, const char *context, const int *keys, int n, const char **action)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct binding *b = &m->bindings[i];
		if (b->n < n || strcmp(b->context, context) || memcmp(b->keys, keys, (size_t)n * sizeof *keys))
			continue;
		if (b->n > n)
			return KEY_PREFIX;
		*action = b->action;
		return KEY_FULL;
	}
	return KEY_NO;
}

/* Is this sequence, pressed in this chain, really that action? An inner layer may have taken the key for something else. */
static bool reaches(const struct keymap *m, const struct chain *chain, int from, const struct binding *b)
{
	for (int i = 0; i < from; i++) {
		const char *action = "";
		const struct context *c = &chain->layers[i].context;
		if (c->text && !c->keys_first && b->keys[0] >= ' ' && b->keys[0] < K_BASE)
			return false;
		if (keymap_find(m, c->name, b->keys, b->n, &action) != KEY_NO && strcmp(action, b->action))
			return false;
	}
	return true;
}

const char *keymap_key_of(const struct keymap *m, const struct chain *chain, const char *action, struct arena *a)
{
	for (int i = 0; i < chain->n; i++)
		for (size_t j = 0; j < m->n; j++) {
			const struct binding *b = &m->bindings[j];
			if (!strcmp(b->context, chain->layers[i].context.name) && !strcmp(b->action, action) && reaches(m, chain, i, b))
				return sequence_name(b, a);
		}
	return NULL;
}
