/* gwgk audit: the log of every change, its proof, and the head to keep outside. */
#include <string.h>
#include <syslog.h>
#include "base/text.h"
#include "cli/nouns.h"
#include "office/appeal.h"
#include "office/audit.h"
#include "office/audit_list.h"
#include "office/info.h"
#include "office/letter.h"
#include "office/matter.h"
#include "office/operator.h"
#include "office/register_entry.h"

static void line_json(struct json *j, const struct audit_entry *l)
{
	json_open(j, NULL, '{');
	json_int(j, "seq", l->seq);
	json_text(j, "at", l->at);
	json_text(j, "as_of", l->as_of);
	json_text(j, "operator", l->login);
	json_int(j, "os_uid", l->os_uid);
	json_text(j, "verb", l->verb);
	json_text(j, "subject", l->subject);
	if (l->subject_id == INT_NONE)
		json_null(j, "subject_id");
	else
		json_int(j, "subject_id", l->subject_id);
	json_text(j, "outcome", l->outcome);
	json_text(j, "result", l->result);
	json_open(j, "changes", '[');
	for (size_t i = 0; i < l->nchanges; i++) {
		json_open(j, NULL, '{');
		json_text(j, "table", l->changes[i].table);
		json_int(j, "row", l->changes[i].row_id);
		json_text(j, "field", l->changes[i].field);
		json_text(j, "old", l->changes[i].old);
		json_text(j, "new", l->changes[i].now);
		json_bool(j, "erased", l->changes[i].erased);
		json_close(j);
	}
	json_close(j);
	json_close(j);
}

/* People read Beijing time; scripts what is stored. */
static const char *when(struct cli *c, const char *utc)
{
	char local[INSTANT_LEN];
	int64_t t;
	if (c->format != CLI_TEXT || !instant_parse(utc, &t))
		return utc;
	return arena_strdup(&c->arena, instant_local(t, local));
}

static void line_row(struct cli_table *t, const struct audit_entry *l)
{
	struct arena *a = &t->c->arena;
	cli_row(t, arena_printf(a, "%lld", (long long)l->seq), when(t->c, l->at), l->login, l->verb,
		l->subject_id == INT_NONE ? "" : arena_printf(a, "%s %lld", l->subject ? l->subject : "", (long long)l->subject_id),
		l->outcome, l->result);
}

static bool find_request(struct office *o, const char *number, int64_t *id, struct err *e)
{
	return matter_find(o, "request", number, id, e);
}

static bool find_correction(struct office *o, const char *number, int64_t *id, struct err *e)
{
	return matter_find(o, "correction", number, id, e);
}

/* What a printed number stands for: I2026-0012 is an information, 2026-0017 a request. */
static bool find_subject(struct cli *c, const char *number, struct audit_filter *f, struct err *e)
{
	static const struct {
		const char *first, *subject;
		bool (*find)(struct office *o, const char *number, int64_t *id, struct err *e);
	} kinds[] = {{"Ii", "info", info_find}, {"Cc", "correction", find_correction}, {"Aa", "appeal", appeal_find}, {"Ll", "letter", letter_find},
		{"0123456789", "request", find_request}, {"", "register_entry", register_entry_find}};
	size_t i = 0;
	while (*kinds[i].first && (!*number || !strchr(kinds[i].first, *number)))
		i++;
	if (f->subject && strcmp(f->subject, kinds[i].subject))
		return err_field(e, "id", _("“%s”不是 %s 的编号"), number, f->subject);
	f->subject = kinds[i].subject;
	return kinds[i].find(c->office, number, &f->subject_id, e);
}

/* A mistyped word would find nothing, and nothing would seem to have happened. */
static bool check_filter(struct cli *c, const struct audit_filter *f, struct err *e)
{
	struct operator p;
	if (f->outcome && strcmp(f->outcome, "done") && strcmp(f->outcome, "refused"))
		return err_field(e, "outcome", _("结果：没有「%s」，可以填：done、refused"), f->outcome);
	if (f->verb && !verb_find(f->verb))
		return err_field(e, "verb", _("没有「%s」这个事项，gwgk doc commands 列出全部"), f->verb);
	return !f->login || operator_load(c->office, f->login, &c->arena, &p, e);
}

static bool read_filter(struct cli *c, struct cli_args *args, struct audit_filter *f, struct err *e)
{
	*f = (struct audit_filter){.subject = cli_opt(args, "subject"), .verb = cli_opt(args, "verb"), .login = cli_opt(args, "operator"),
		.outcome = cli_opt(args, "outcome"), .subject_id = INT_NONE};
	const char *id = cli_opt(args, "id");
	if (!cli_count(args, "limit", 200, &f->limit, e) || !cli_count(args, "before", INT_NONE, &f->before, e) || !cli_all_used(c, args, 1) ||
		!cli_office(c, e) || !check_filter(c, f, e))
		return false;
	if (!id)
		return true;
	if (id[strspn(id, "0123456789")])
		return find_subject(c, text_fold(&c->arena, id), f, e);
	return (f->subject || err_field(e, "id", _("只写行号时，用 --subject 写明是什么的行号"))) && cli_int(args, "id", INT_NONE, &f->subject_id, e);
}

static bool list(struct cli *c, struct cli_args *args, struct err *e)
{
	struct audit_filter filter;
	struct audit_entries all;
	if (!read_filter(c, args, &filter, e) || !audit_list(c->office, &filter, c->format == CLI_JSON, &c->arena, &all, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < all.n; i++)
			line_json(&j, &all.rows[i]);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("seq=行号 at=时间 operator=操作员 verb=事项 subject=对象 outcome=结果 result=说明"));
	for (size_t i = 0; i < all.n; i++)
		line_row(&t, &all.rows[i]);
	cli_table_print(&t);
	return true;
}

static void fault_json(struct json *j, const struct audit_fault *f)
{
	json_open(j, NULL, '{');
	if (f->seq == INT_NONE)
		json_null(j, "seq");
	else
		json_int(j, "seq", f->seq);
	json_text(j, "table", f->table);
	if (f->table)
		json_int(j, "row", f->row_id);
	else
		json_null(j, "row");
	json_text(j, "text", f->text);
	json_close(j);
}

static const char *first_fault(struct cli *c, const struct audit_fault *f, size_t n)
{
	if (f->table)
		return arena_printf(&c->arena, _("审计不符：%s 第 %lld 条记录：%s（共 %zu 处）"), f->table, (long long)f->row_id, f->text, n);
	return arena_printf(&c->arena, _("审计不符：审计第 %lld 行：%s（共 %zu 处）"), (long long)f->seq, f->text, n);
}

static bool verify(struct cli *c, const char *outside, struct err *e)
{
	struct audit_fault *faults;
	struct audit_head head;
	size_t n;
	if (!audit_verify(c->office->store, outside, &c->arena, &faults, &n, e) || !audit_head(c->office->store, &head, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_bool(&j, "ok", n == 0);
		json_int(&j, "lines", head.seq);
		json_text(&j, "head", audit_head_text(&head, &c->arena));
		json_open(&j, "faults", '[');
		for (size_t i = 0; i < n && i < AUDIT_FAULTS; i++)
			fault_json(&j, &faults[i]);
		json_close(&j);
		json_close(&j);
		str_char(&c->out, '\n');
	} else if (c->format == CLI_CSV) {
		struct cli_table t = cli_table_new(c, _("ok=结果 lines=行数 head=校验值 faults=处数"));
		cli_row(&t, n ? "no" : "yes", arena_printf(&c->arena, "%lld", (long long)head.seq), audit_head_text(&head, &c->arena),
			arena_printf(&c->arena, "%zu", n));
		cli_table_print(&t);
	} else if (!n) {
		str_printf(&c->out, _("审计链与记录摘要完好，共 %lld 行，校验值 %s\n"), (long long)head.seq, audit_head_text(&head, &c->arena));
	}
	if (n)
		cli_faulty(c, first_fault(c, &faults[0], n));
	return true;
}

/* The head goes to people and to the system log: an anchor outside the file. */
static bool head(struct cli *c, struct err *e)
{
	struct audit_head h;
	if (!audit_head(c->office->store, &h, e))
		return false;
	const char *text = audit_head_text(&h, &c->arena);
	openlog("gwgk", LOG_PID, LOG_USER);
	syslog(LOG_NOTICE, "audit head %s office %s epoch %lld", text, c->office->uuid, (long long)c->office->epoch);
	closelog();
	if (c->format == CLI_JSON) {
		char hex[HASH_HEX];
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_int(&j, "seq", h.seq);
		json_text(&j, "hash", hash_hex(h.hash, hex));
		json_text(&j, "head", text);
		json_text(&j, "office", c->office->uuid);
		json_int(&j, "epoch", c->office->epoch);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	str_printf(&c->out, c->format == CLI_CSV ? "head\r\n%s\r\n" : "%s\n", text);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "", &args, e) || !args.npos)
		return false;
	if (!strcmp(args.pos[0], "list"))
		return list(c, &args, e);
	if (!strcmp(args.pos[0], "head"))
		return cli_all_used(c, &args, 1) && cli_office(c, e) && head(c, e);
	const char *outside = cli_opt(&args, "head");
	if (!strcmp(args.pos[0], "verify"))
		return cli_all_used(c, &args, 1) && cli_office(c, e) && verify(c, outside, e);
	return false;
}

const struct cli_noun cli_audit = {.name = "audit", .label = N_("审计"),
	.usage = N_("audit list [--subject 名词] [--id 编号] [--verb 事项] [--operator 登录名] [--outcome done|refused] [--limit 行数] [--before 行号]\n"
		"audit verify [--head 行号:校验值]\naudit head"), .run = run};
