#include "paper/template_parts.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"

/* Every office and every letter has these; a template need not declare them. */
static const struct slot standard_slots[] = {
	{.name = "office", .label = N_("机关"), .type = SLOT_TEXT, .required = true},
	{.name = "prefix", .label = N_("字头"), .type = SLOT_TEXT, .required = true},
	{.name = "year", .label = N_("年份"), .type = SLOT_NUMBER, .required = true},
	{.name = "serial", .label = N_("流水号"), .type = SLOT_NUMBER, .required = true},
	{.name = "date", .label = N_("出具日期"), .type = SLOT_DATE, .required = true},
	{.name = "remedy", .label = N_("救济"), .type = SLOT_LONG, .required = true},
	{.name = "seal", .label = N_("印章"), .type = SLOT_TEXT},
	{.name = "superior", .label = N_("上级机关"), .type = SLOT_TEXT},
	{.name = "court", .label = N_("法院"), .type = SLOT_TEXT},
	{.name = "office_address", .label = N_("机关地址"), .type = SLOT_TEXT},
	{.name = "office_postcode", .label = N_("机关邮编"), .type = SLOT_TEXT},
	{.name = "office_phone", .label = N_("机关电话"), .type = SLOT_TEXT},
	{.name = "office_fax", .label = N_("机关传真"), .type = SLOT_TEXT},
	{.name = "office_email", .label = N_("机关邮箱"), .type = SLOT_TEXT},
	{.name = "office_hours", .label = N_("办公时间"), .type = SLOT_TEXT},
};

const char *template_remedy_name(enum template_remedy c)
{
	static const char *const names[] = {"NONE", "ALT", "PRE"};
	return names[c];
}

const struct slot *template_slot(const struct template *t, const char *name)
{
	for (size_t i = 0; i < t->nslots; i++) {
		if (!strcmp(t->slots[i].name, name) || !strcmp(t->slots[i].label, name))
			return &t->slots[i];
	}
	for (size_t i = 0; i < sizeof standard_slots / sizeof *standard_slots; i++) {
		if (!strcmp(standard_slots[i].name, name) || !strcmp(standard_slots[i].label, name))
			return &standard_slots[i];
	}
	return NULL;
}

bool value_among(const char *values, const char *value)
{
	size_t n = strlen(value);
	while (n) {
		size_t len = strcspn(values, "|");
		if (len == n && !memcmp(values, value, n))
			return true;
		if (!values[len])
			break;
		values += len + 1;
	}
	return false;
}

/* Han, kana and full-width marks: what ASCII punctuation looks wrong beside. */
static bool chinese(uint32_t cp)
{
	return is_hanzi(cp) || (cp >= 0x3001 && cp <= 0x301F) || (cp >= 0xFF01 && cp <= 0xFF5E);
}

char ascii_beside_hanzi(const char *s)
{
	size_t n = strlen(s);
	uint32_t before = 0, cp, after;
	for (size_t i = 0; i < n;) {
		size_t len = utf8_next(s + i, n - i, &cp);
		if (cp < 0x80 && strchr(",:;?!()", (int)cp)) {
			after = 0;
			if (i + len < n)
				utf8_next(s + i + len, n - i - len, &after);
			if (chinese(before) || chinese(after))
				return (char)cp;
		}
		before = cp;
		i += len;
	}
	return 0;
}

void parse_fault(struct parse *p, int line, const char *fmt, ...)
{
	va_list ap;
	p->faults = arena_grow(p->arena, p->faults, p->nfaults, &p->cap_faults, sizeof *p->faults);
	va_start(ap, fmt);
	p->faults[p->nfaults++] = (struct template_fault){.line = line, .text = arena_vprintf(p->arena, fmt, ap)};
	va_end(ap);
}

/* --- the whole file ----------------------------------------------------------------------------------------------------- */

static void missing_head(struct parse *p)
{
	const struct template *t = p->t;
	if (!*t->kind)
		parse_fault(p, 0, _("没有“种类”"));
	if (!*t->name)
		parse_fault(p, 0, _("没有“名称”"));
	if (t->valid_from == DAY_NONE)
		parse_fault(p, 0, _("没有“启用”日期"));
	if (t->valid_to != DAY_NONE && t->valid_to < t->valid_from)
		parse_fault(p, 0, _("停用日期早于启用日期"));
}

static void check_past_law(struct parse *p, const struct node *n, const struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++) {
		daynum first;
		char zh[DAY_ZH];
		const char *words = parts->part[i].text ? past_law_in(p->t, DAY_NONE, parts->part[i].text, &first) : NULL;
		if (words)
			parse_fault(p, n->line, _("“%s”只能用在%s以前的文书里"), words, day_zh(first, zh));
	}
}

static bool says(const struct parts *parts)
{
	return parts->n > 0;
}

void parse_finish(struct parse *p)
{
	struct template *t = p->t;
	int titles = 0, remedies = 0;
	missing_head(p);
	for (size_t i = 0; i < t->body->n; i++) {
		const struct node *n = &t->body->nodes[i];
		titles += n->kind == BLOCK_TITLE;
		remedies += n->kind == BLOCK_REMEDY;
		t->remedy_if_told |= n->kind == BLOCK_REMEDY && n->nconditions == 1 && strcmp(n->conditions[0].slot->name, "revoked_told") == 0;
		t->numbered |= n->kind == BLOCK_NUMBER && !t->inside; /* on an envelope it is the postcode */
		if (n->kind == BLOCK_TITLE && !*t->title && says(&n->parts) && n->parts.fixed)
			t->title = n->parts.part[0].text;
		check_past_law(p, n, &n->parts);
		for (size_t c = 0; c < n->ncells; c++)
			check_past_law(p, n, &n->cells[c].parts);
	}
	if (!titles)
		parse_fault(p, 0, _("没有“标题:”一行"));
	if (t->remedy != TEMPLATE_REMEDY_NONE && remedies != 1)
		parse_fault(p, 0, _("这种文书要有一行“救济:”，说明怎样申请复议和起诉"));
	if (t->remedy == TEMPLATE_REMEDY_NONE && remedies)
		parse_fault(p, 0, _("写了“救济:”，头上的救济却是“无”"));
}

/* Both parts of the file; `copy` is cut into lines in place. */
static void parse_lines(struct parse *p, char *copy)
{
	bool body = false;
	for (char *s = copy; s;) {
		char *nl = strpbrk(s, "\r\n"), *next = NULL;
		if (nl) {
			next = nl + 1 + (nl[0] == '\r' && nl[1] == '\n');
			*nl = '\0';
		}
		p->line++;
		char *line = text_trim(p->arena, s);
		if (!body && !strncmp(line, "---", 3) && line[strspn(line, "-")] == '\0')
			body = true;
		else if (*line && *line != '%' && strncmp(line, N_("％"), strlen(N_("％"))) != 0)
			(body ? parse_body_line : parse_head_line)(p, line);
		s = next;
	}
	if (!body)
		parse_fault(p, 0, _("没有“----”这一行：它以上写说明，以下写正文"));
}

static int by_line(const struct template_fault *a, const struct template_fault *b)
{
	return a->line - b->line;
}

static void sort_faults(struct parse *p)
{
	for (size_t i = 1; i < p->nfaults; i++) {
		struct template_fault f = p->faults[i];
		size_t k = i;
		for (; k > 0 && by_line(&p->faults[k - 1], &f) > 0; k--)
			p->faults[k] = p->faults[k - 1];
		p->faults[k] = f;
	}
}

/* The first line that is not valid text. */
static int bad_line(const char *text)
{
	int line = 1;
	for (size_t n; text[n = strcspn(text, "\n")] && text_valid(text, n); line++)
		text += n + 1;
	return line;
}

static struct parse parse_all(const char *text, struct arena *a)
{
	struct parse p = {.arena = a, .t = arena_new(a, struct template)};
	*p.t = (struct template){.kind = "", .name = "", .title = "", .articles = "", .file = "", .text = arena_strdup(a, text), .copies = 2,
		.valid_from = DAY_NONE, .valid_to = DAY_NONE, .body = arena_new(a, struct template_body)};
	if (!strncmp(text, "\xEF\xBB\xBF", 3))
		text += 3;
	if (!text_valid(text, strlen(text)))
		parse_fault(&p, bad_line(text), _("文件里有不能识别的字符"));
	else {
		parse_lines(&p, arena_strdup(a, text));
		parse_finish(&p);
	}
	sort_faults(&p);
	return p;
}

bool template_parse(const char *text, struct arena *a, struct template **out, struct err *e)
{
	struct parse p = parse_all(text, a);
	*out = p.t;
	if (!p.nfaults)
		return true;
	const struct template_fault *f = &p.faults[0];
	return f->line ? err_set(e, ERR_INPUT, _("模板第%d行：%s"), f->line, f->text) : err_set(e, ERR_INPUT, _("模板：%s"), f->text);
}

size_t template_check(const char *text, const char *shipped, struct arena *a, struct template_fault **out)
{
	struct parse p = parse_all(text, a);
	struct parse ours = {0};
	if (shipped)
		ours = parse_all(shipped, a);
	for (size_t i = 0; shipped && i < ours.t->body->nlocked; i++) {
		const char *want = ours.t->body->locked[i];
		bool found = false;
		for (size_t k = 0; k < p.t->body->nlocked && !found; k++)
			found = !strcmp(want, p.t->body->locked[k]);
		if (!found)
			parse_fault(&p, 0, _("法律规定的一段被改动或删去：“%s”"), want);
	}
	if (shipped && !p.nfaults)
		template_keeps(&p, ours.t);
	*out = p.faults;
	return p.nfaults;
}

void template_load(const struct embedded *table, struct arena *a, struct template ***out, size_t *n)
{
	size_t count = 0;
	while (table[count].name)
		count++;
	*out = arena_array(a, struct template *, count + 1);
	*n = 0;
	for (size_t i = 0; i < count; i++) {
		struct err e = {0};
		size_t len = strlen(table[i].name);
		if (len < 7 || strcmp(table[i].name + len - 7, ".letter"))
			continue;
		if (!template_parse(table[i].text, a, &(*out)[*n], &e))
			BUG("%s: %s", table[i].name, e.text);
		(*out)[*n]->file = arena_strndup(a, table[i].name, len - 7);
		++*n;
	}
}

const struct template *template_pick(struct template *const *all, size_t n, const char *kind, int family, daynum date)
{
	const struct template *best = NULL;
	for (size_t i = 0; i < n; i++) {
		const struct template *t = all[i];
		if (strcmp(t->kind, kind) || (t->family && family && t->family != family) || t->valid_from > date ||
			(t->valid_to != DAY_NONE && t->valid_to < date))
			continue;
		if (!best || t->valid_from >= best->valid_from)
			best = t;
	}
	return best;
}
