/* gwgk backup, restore, check: a copy that counts, the way back, and proof that the file is whole. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "cli/file.h"
#include "cli/nouns.h"
#include "office/backup.h"
#include "office/deadlines.h"

static void report(struct cli *c, const struct backup_report *r, int64_t epoch, const char *line)
{
	if (c->format == CLI_CSV) {
		struct cli_table t = cli_table_new(c, _("path=文件 lines=审计行数 head=校验值"));
		cli_row(&t, r->path, arena_printf(&c->arena, "%lld", (long long)r->lines), r->head);
		cli_table_print(&t);
		return;
	}
	if (c->format != CLI_JSON) {
		str_printf(&c->out, line, r->path, (long long)r->lines, r->head);
		return;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "path", r->path);
	json_int(&j, "size", r->size);
	json_int(&j, "lines", r->lines);
	json_text(&j, "head", r->head);
	json_int(&j, "epoch", epoch);
	if (r->kept)
		json_text(&j, "kept", r->kept);
	json_close(&j);
	str_char(&c->out, '\n');
}

/* Beside the office file: backup/NAME-20260309-090203. */
static const char *default_target(struct cli *c)
{
	char at[INSTANT_LEN], stamp[INSTANT_LEN];
	const char *path = store_path(c->office->store), *slash = strrchr(path, '/');
	size_t n = 0;
	instant_local(desk_now(&c->desk), at);
	for (const char *p = at; *p; p++)
		if (*p != '-' && *p != ':')
			stamp[n++] = *p == ' ' ? '-' : *p;
	stamp[n] = '\0';
	return arena_printf(&c->arena, "%.*s/backup/%s-%s", (int)(slash - path), path, slash + 1, stamp);
}

static bool backup(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct backup_report r;
	if (!cli_parse(c, argc, argv, "", &args, e) || !cli_all_used(c, &args, 1) || !cli_office(c, e))
		return false;
	const char *to = args.npos ? args.pos[0] : NULL;
	if (!office_may(c->office, OFFICE_BACKUP, INT_NONE, e) || !cli_out_place(c, &to, e))
		return false;
	to = to ? to : default_target(c);
	if (!office_backup(c->office, to, &c->arena, &r, e))
		return false;
	report(c, &r, c->office->epoch, _("已备份并验证：%s（审计 %lld 行，校验值 %s）\n"));
	return true;
}

static bool restore(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct backup_report r;
	if (!cli_parse(c, argc, argv, "", &args, e) || args.npos != 1 || !cli_all_used(c, &args, 1))
		return false;
	if (!office_restore(cli_db(c), args.pos[0], c->as, &c->desk, &c->arena, &r, e))
		return false;
	if (!cli_office(c, e))
		return false;
	report(c, &r, c->office->epoch, _("已恢复：%s（审计 %lld 行，校验值 %s）\n"));
	if (r.kept && c->format == CLI_TEXT)
		str_printf(&c->out, _("原来的内容留在 %s\n"), r.kept);
	if (r.other)
		cli_warn(c, arena_printf(&c->arena, _("备份来自另一个办公文件（%s）；若是弄错了，用 gwgk restore %s 换回来"), r.other, r.kept));
	return true;
}

static bool check(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct check_report r;
	if (!cli_parse(c, argc, argv, "fix", &args, e))
		return false;
	bool fix = cli_opt(&args, "fix");
	if (!cli_all_used(c, &args, 0) || !cli_office(c, e))
		return false;
	if (fix && !cli_verb(c, &office_reindex_verb, 1, NULL, NULL, e))
		return false;
	if (!office_check(c->office, &c->arena, &r, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_bool(&j, "ok", r.faults == 0);
		json_open(&j, "checks", '[');
		for (size_t i = 0; i < r.n; i++) {
			json_open(&j, NULL, '{');
			json_text(&j, "id", r.lines[i].name);
			json_bool(&j, "ok", r.lines[i].ok);
			json_text(&j, "text", r.lines[i].text);
			json_close(&j);
		}
		json_close(&j);
		json_close(&j);
		str_char(&c->out, '\n');
	} else {
		struct cli_table t = cli_table_new(c, _("check=检查 ok=结果 text=说明"));
		for (size_t i = 0; i < r.n; i++)
			cli_row(&t, r.lines[i].name, c->format == CLI_CSV ? (r.lines[i].ok ? "yes" : "no") : !r.lines[i].ok ? _("不符") : r.lines[i].warning ? _("注意") : _("正常"), r.lines[i].text);
		cli_table_print(&t);
	}
	for (size_t i = 0; i < r.n; i++)
		if (!r.lines[i].ok) {
			cli_faulty(c, arena_printf(&c->arena, _("检查发现 %zu 处问题：%s"), r.faults, r.lines[i].text));
			break;
		}
	return true;
}

const struct cli_noun cli_backup = {.name = "backup", .label = N_("备份"), .usage = N_("backup [文件]"), .run = backup};
const struct cli_noun cli_restore = {.name = "restore", .label = N_("恢复"), .usage = N_("restore 备份文件"), .run = restore};
const struct cli_noun cli_check = {.name = "check", .label = N_("检查办公文件"), .usage = N_("check [--fix]"), .run = check};
