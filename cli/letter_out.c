#include "cli/letter_out.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/file.h"
#include "law/outcome.h"
#include "paper/grid.h"
#include "paper/render.h"
#include "paper/serial.h"

static const char *text_of(struct cli *c, const struct letter *l)
{
	size_t at = 0;
	struct doc *doc;
	struct err why = {0};
	if (!doc_parse(l->doc, strlen(l->doc), &at, &c->arena, &doc, &why))
		return arena_strdup(&c->arena, why.text);
	return doc_text(doc, &c->arena);
}

static void json_prints(struct json *j, const struct print_row *rows, size_t n)
{
	json_open(j, "prints", '[');
	for (size_t i = 0; i < n; i++)
		json_record(j, NULL, &print_row_type, &rows[i], false);
	json_close(j);
}

static void json_seals(struct json *j, const struct letter_seal *rows, size_t n)
{
	json_open(j, "seals", '[');
	for (size_t i = 0; i < n; i++)
		json_record(j, NULL, &letter_seal_type, &rows[i], false);
	json_close(j);
}

bool letter_out(struct cli *c, int64_t id, bool full, struct err *e)
{
	struct letter l;
	struct print_row *rows;
	struct letter_seal *seals;
	size_t n, nseals;
	if (!letter_load(c->office, id, &c->arena, &l, e) || !letter_prints(c->office, id, &c->arena, &rows, &n, e) ||
		!letter_seals(c->office, id, &c->arena, &seals, &nseals, e))
		return false;
	if (c->format != CLI_JSON) {
		cli_show(c, &letter_type, &l);
		if (full && c->format == CLI_TEXT)
			str_printf(&c->out, "\n%s", text_of(c, &l));
		return true;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_record_fields(&j, &letter_type, &l, false);
	json_seals(&j, seals, nseals);
	if (full) {
		json_prints(&j, rows, n);
		json_text(&j, "text", text_of(c, &l));
	}
	json_int(&j, "version", l.version);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}

bool letter_out_list(struct cli *c, int64_t matter_id, struct err *e)
{
	struct letter *rows;
	size_t n;
	if (!letter_list(c->office, matter_id, &c->arena, &rows, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_record(&j, NULL, &letter_type, &rows[i], false);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("id=编号 number=文号 kind=文书 case=办件 date=日期 state=状态"));
	for (size_t i = 0; i < n; i++) {
		char iso[DAY_ISO];
		cli_row(&t, rows[i].ref, rows[i].number, rows[i].kind, rows[i].case_number, arena_strdup(&c->arena, day_iso(rows[i].date, iso)),
			rows[i].state);
	}
	cli_table_print(&t);
	return true;
}

static void json_slots(struct json *j, const struct template *t)
{
	json_open(j, "slots", '[');
	for (size_t i = 0; i < t->nslots; i++) {
		const struct slot *s = &t->slots[i];
		json_open(j, NULL, '{');
		json_text(j, "name", s->name);
		json_text(j, "label", s->label);
		json_text(j, "type", slot_type_name(s->type));
		json_bool(j, "required", s->required);
		json_bool(j, "typed", s->typed);
		json_close(j);
	}
	json_close(j);
}

/* Bytes of s up to the next mark, and *next behind it. */
static size_t part_of(const char *s, const char *mark, const char **next)
{
	const char *end = strstr(s, mark);
	*next = end ? end + strlen(mark) : s + strlen(s);
	return end ? (size_t)(end - s) : strlen(s);
}

/* 条例29、31；国办函〔2020〕109号 → ["条例29","条例31","国办函〔2020〕109号"]: a bare number belongs to the law named before it. */
static void json_articles(struct json *j, struct cli *c, const char *articles)
{
	json_open(j, "articles", '[');
	for (const char *law = articles ? articles : "", *more; *law; law = more) {
		const char *group = arena_strndup(&c->arena, law, part_of(law, _("；"), &more)), *name = "";
		for (const char *p = group, *next; *p; p = next) {
			const char *one = arena_strndup(&c->arena, p, part_of(p, _("、"), &next));
			size_t n = strlen(one);
			while (n && one[n - 1] >= '0' && one[n - 1] <= '9')
				n--;
			bool bare = n == 0 && *one;
			if (!bare)
				name = arena_strndup(&c->arena, one, n);
			json_text(j, NULL, bare ? arena_printf(&c->arena, "%s%s", name, one) : one);
		}
	}
	json_close(j);
}

static void json_kinds(struct cli *c, const struct letter_kinds *kinds)
{
	struct json j = json_new(&c->out);
	j.mask = true;
	json_open(&j, NULL, '[');
	for (size_t i = 0; i < kinds->n; i++) {
		const struct template *t = kinds->all[i];
		json_open(&j, NULL, '{');
		json_text(&j, "kind", t->kind);
		json_text(&j, "title", t->name);
		json_text(&j, "ruleset", t->family ? arena_printf(&c->arena, "%d", t->family) : NULL);
		json_day(&j, "valid_from", t->valid_from);
		json_day(&j, "valid_to", t->valid_to);
		json_articles(&j, c, t->articles);
		json_text(&j, "remedy", template_remedy_name(t->remedy));
		json_slots(&j, t);
		json_close(&j);
	}
	json_close(&j);
	str_char(&c->out, '\n');
}

bool letter_out_kinds(struct cli *c, struct err *e)
{
	struct letter_kinds kinds;
	if (!letter_kinds(c->office, &c->arena, &kinds, e))
		return false;
	if (c->format == CLI_JSON) {
		json_kinds(c, &kinds);
		return true;
	}
	struct cli_table table = cli_table_new(c, _("kind=文书 title=名称 ruleset=规则 valid_from=启用 valid_to=停用 articles=依据 remedy=救济"));
	for (size_t i = 0; i < kinds.n; i++) {
		const struct template *t = kinds.all[i];
		char from[DAY_ISO], to[DAY_ISO];
		cli_row(&table, t->kind, t->name, t->family ? arena_printf(&c->arena, "%d", t->family) : "",
			arena_strdup(&c->arena, day_iso(t->valid_from, from)), arena_strdup(&c->arena, day_iso(t->valid_to, to)), t->articles,
			template_remedy_name(t->remedy));
	}
	cli_table_print(&table);
	return true;
}

bool letter_out_check(struct cli *c, struct err *e)
{
	struct letter_fault *faults;
	size_t n;
	if (!letter_check(c->office, &c->arena, &faults, &n, e))
		return false;
	if (n)
		cli_faulty(c, arena_printf(&c->arena, _("%s：%s（共 %zu 处）"), faults[0].number, faults[0].text, n));
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++) {
			json_open(&j, NULL, '{');
			json_text(&j, "id", faults[i].number);
			json_text(&j, "text", faults[i].text);
			json_close(&j);
		}
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("id=文书 text=不符"));
	for (size_t i = 0; i < n; i++)
		cli_row(&t, faults[i].number, faults[i].text);
	if (n || c->format == CLI_CSV)
		cli_table_print(&t);
	else
		str_printf(&c->out, "%s\n", _("文书都与冻结时一致，流水号连续"));
	return true;
}

/* What was made, as one value; the text itself where it went nowhere else. */
static bool json_made(struct cli *c, const struct letter_output *made, const char *out, enum letter_target target, struct err *e)
{
	if (!out && target != LETTER_TEXT)
		return err_field(e, "out", _("--json 只能带出文本，其他格式请用 --out 指定文件"));
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "to", made->record.target);
	json_text(&j, "out", out);
	json_int(&j, "pages", made->record.pages);
	json_text(&j, "sha256", made->record.output);
	if (!out)
		json_text(&j, "text", arena_strndup(&c->arena, made->bytes, made->len));
	json_close(&j);
	return true;
}

bool letter_put(struct cli *c, const struct letter_output *made, const char *out, enum letter_target target, struct err *e)
{
	if (c->format == CLI_JSON && !json_made(c, made, out, target, e))
		return false;
	if (out && !file_write(out, made->bytes, made->len, e))
		return false;
	if (out && c->format != CLI_JSON)
		cli_written(c, out, INT_NONE, arena_printf(&c->arena, _("已写入 %s，%lld 页"), out, (long long)made->record.pages));
	if (!out && (c->format == CLI_TEXT || (c->format == CLI_CSV && target != LETTER_PDF)))
		str_addn(&c->out, made->bytes, made->len);
	return true;
}

void letter_out_preview(struct cli *c, const char *kind, struct doc *doc)
{
	const char *text = grid_text(grid_doc(layout_doc(doc, &c->arena), GRID_TERMINAL, &c->arena), &c->arena);
	if (c->format != CLI_JSON) {
		str_add(&c->out, text);
		return;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "kind", kind);
	json_text(&j, "text", doc_text(doc, &c->arena));
	json_text(&j, "grid", text);
	json_close(&j);
}

bool letter_slots_read(struct cli *c, struct cli_args *args, struct record_list *out, struct err *e)
{
	size_t n = 0;
	while (cli_opt_n(args, "slot", n))
		n++;
	struct letter_slot *rows = arena_array(&c->arena, struct letter_slot, n + 1);
	for (size_t i = 0; i < n; i++) {
		const char *s = cli_opt_n(args, "slot", i), *eq = strchr(s, '=');
		if (!eq || eq == s)
			return err_field(e, "slot", _("--slot 应为 栏目=内容：“%s”"), s);
		rows[i].name = arena_strndup(&c->arena, s, (size_t)(eq - s));
		rows[i].value = text_clean(&c->arena, eq + 1, true);
	}
	*out = (struct record_list){n, rows};
	return true;
}

const char *letter_kind_code(struct cli *c, const char *word, struct err *e)
{
	struct letter_kinds kinds;
	if (!letter_kinds(c->office, &c->arena, &kinds, e))
		return NULL;
	for (size_t i = 0; i < kinds.n; i++)
		if (!strcmp(kinds.all[i]->name, word) || !strcmp(kinds.all[i]->kind, word))
			return kinds.all[i]->kind;
	/* lapsed_clarify, withdrawn: a decision may be named as its outcome. */
	for (size_t i = 0; i < c->office->law->noutcomes; i++)
		if (!strcmp(c->office->law->outcomes[i].code, word) && *c->office->law->outcomes[i].letter)
			return c->office->law->outcomes[i].letter;
	return word;
}

bool letter_record(struct cli *c, const char *verb, const int64_t *ids, size_t n, const struct letter_output *made, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct letter_print rec = made->record;
		struct verb_call call;
		if (!cli_verb(c, verb_find(verb), ids[i], &rec, &call, e))
			return false;
	}
	return true;
}

static void json_job(struct json *j, const struct print_job *job, size_t letters)
{
	json_text(j, "printer", job->queue);
	json_int(j, "job", job->id);
	json_text(j, "uuid", job->uuid);
	json_text(j, "state", job->state == JOB_DONE ? "done" : "queued");
	json_text(j, "reasons", job->reasons);
	json_int(j, "letters", (int64_t)letters);
}

void letter_text_job(struct cli *c, const struct print_job *job, size_t letters)
{
	str_printf(&c->out, _("已送打印机 %s，"), job->queue);
	if (job->id) /* a printer past the print server has none */
		str_printf(&c->out, _("任务 %d，"), job->id);
	if (letters)
		str_printf(&c->out, _("%zu 份，"), letters);
	str_printf(&c->out, "%s%s%s", job_state_zh(job->state), *job->reasons ? _("：") : "", job->reasons);
}

bool letter_copies_read(struct cli_args *args, int *copies, struct err *e)
{
	int64_t n;
	if (!cli_int(args, "copies", 0, &n, e))
		return false;
	*copies = (int)n;
	return !cli_opt(args, "copies") || (n >= 1 && n <= 99) || err_field(e, "copies", _("份数应在1至99之间"));
}

bool letter_sides_read(struct cli_args *args, enum letter_sides *sides, const char **tray, struct err *e)
{
	const char *duplex = cli_opt(args, "duplex");
	*tray = cli_opt(args, "tray");
	*sides = LETTER_SIDES_USUAL;
	if (!duplex)
		return true;
	*sides = strcmp(duplex, "no") ? LETTER_BOTH_SIDES : LETTER_ONE_SIDE;
	return !strcmp(duplex, "yes") || !strcmp(duplex, "no") || err_field(e, "duplex", _("--duplex 只能是 yes 或 no"));
}

bool letter_to_printer(struct cli *c, const int64_t *ids, size_t n, const struct letter_sending *how, struct err *e)
{
	struct print_job job;
	if (!letter_send(c->office, ids, n, how, &c->arena, &job, e))
		return false;
	if (c->format != CLI_JSON) {
		letter_text_job(c, &job, n);
		str_char(&c->out, '\n');
		return true;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_job(&j, &job, n);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}

bool letter_out_resumed(struct cli *c, const struct letter_resumed *r)
{
	if (c->format != CLI_JSON) {
		letter_text_job(c, &r->job, r->letters);
		str_printf(&c->out, _("；从第%zu份重打，前面%zu份算已印出\n"), r->place, r->before);
		return true;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_int(&j, "from", (int64_t)r->place);
	json_int(&j, "before", (int64_t)r->before);
	json_job(&j, &r->job, r->letters);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}

bool letter_out_followed(struct cli *c, const struct letter_followed *f)
{
	if (c->format != CLI_JSON) {
		str_printf(&c->out, _("还没有结果的%zu份：%zu份已印出，%zu份没有印成，%zu份还在排队，%zu份打印服务已不知道（请看纸，用 printed 或 jam 记下）\n"), f->asked,
			f->done, f->failed, f->waiting, f->unknown);
		return true;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_int(&j, "asked", (int64_t)f->asked);
	json_int(&j, "done", (int64_t)f->done);
	json_int(&j, "failed", (int64_t)f->failed);
	json_int(&j, "waiting", (int64_t)f->waiting);
	json_int(&j, "unknown", (int64_t)f->unknown);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}
