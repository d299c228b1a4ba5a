/* gwgk printer: queues, jobs, fonts and a test page. Needs no office file. */
#include <string.h>

#include "base/encoding.h"
#include "base/file.h"
#include "cli/file.h"
#include "cli/nouns.h"
#include "office/letter.h"
#include "office/place.h"
#include "office/setting.h"
#include "paper/grid.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "paper/test_page.h"

enum { TEST_WAIT_MS = 5000 };

static const char *count(struct cli *c, int n)
{
	return arena_printf(&c->arena, "%d", n);
}

static bool list(struct cli *c, const char *only, struct err *e)
{
	struct printer *p;
	size_t n, shown = 0;
	struct paper paper = {0};
	if (!paper_printers(&paper, &c->arena, &p, &n, e))
		return false;
	struct json j = json_new(&c->out);
	struct cli_table t = cli_table_new(c, _("name=名称 info=说明 default=默认 state=状态 accepting=接收 reasons=原因 queued=排队"));
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		if (only && strcmp(only, p[i].name))
			continue;
		shown++;
		if (c->format != CLI_JSON) {
			cli_row(&t, p[i].name, p[i].info, p[i].is_default ? _("是") : "", printer_state_zh(p[i].state),
				p[i].accepting ? _("是") : _("否"), p[i].reasons, count(c, p[i].queued));
			continue;
		}
		json_open(&j, NULL, '{');
		json_text(&j, "name", p[i].name);
		json_text(&j, "info", p[i].info);
		json_bool(&j, "default", p[i].is_default);
		json_text(&j, "state", p[i].state == 3 ? "idle" : p[i].state == 4 ? "printing" : "stopped");
		json_bool(&j, "accepting", p[i].accepting);
		json_text(&j, "reasons", p[i].reasons);
		json_int(&j, "queued", p[i].queued);
		json_text(&j, "device", p[i].device);
		json_close(&j);
	}
	if (only && !shown)
		return err_field(e, "printer", _("没有名为“%s”的打印机"), only);
	if (c->format == CLI_JSON) {
		json_close(&j);
		str_char(&c->out, '\n');
	} else if (!n) {
		str_add(&c->out, _("没有打印机。可以用CUPS添加，也可以直接写 tcp:主机:9100 或 file:/dev/usb/lp0\n"));
	} else {
		cli_table_print(&t);
	}
	return true;
}

static const char *state_word(enum job_state s)
{
	static const char *const words[] = {
		[JOB_UNKNOWN] = "unknown",   [JOB_WAITING] = "waiting",     [JOB_HELD] = "held",       [JOB_PRINTING] = "printing",
		[JOB_STOPPED] = "stopped",   [JOB_CANCELLED] = "cancelled", [JOB_ABORTED] = "aborted", [JOB_DONE] = "done",
	};
	return words[s];
}

static void job_json(struct json *j, const struct print_job *job)
{
	json_open(j, NULL, '{');
	json_int(j, "id", job->id);
	json_text(j, "uuid", job->uuid);
	json_text(j, "printer", job->queue);
	json_text(j, "title", job->title);
	json_text(j, "state", state_word(job->state));
	json_text(j, "message", job->message);
	json_text(j, "reasons", job->reasons);
	json_close(j);
}

static bool jobs(struct cli *c, const char *queue, struct err *e)
{
	struct print_job *job;
	size_t n;
	struct paper paper = {0};
	if (!paper_jobs(&paper, queue, &c->arena, &job, &n, e))
		return false;
	struct json j = json_new(&c->out);
	struct cli_table t = cli_table_new(c, _("id=任务 printer=打印机 title=标题 state=状态 reasons=原因 message=打印机说"));
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		if (c->format == CLI_JSON)
			job_json(&j, &job[i]);
		else
			cli_row(&t, count(c, job[i].id), job[i].queue, job[i].title, job_state_zh(job[i].state), job[i].reasons, job[i].message);
	}
	if (c->format == CLI_JSON) {
		json_close(&j);
		str_char(&c->out, '\n');
	} else {
		cli_table_print(&t);
	}
	return true;
}

static bool fonts(struct cli *c, struct err *e)
{
	struct font_role *f;
	size_t n;
	bool usable = true;
	struct paper paper = {0};
	if (!paper_fonts(&paper, &c->arena, &f, &n, e))
		return false;
	struct json j = json_new(&c->out);
	struct cli_table t = cli_table_new(c, _("role=用途 family=字体 own=本来的 file=文件"));
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		usable &= f[i].usable;
		if (c->format != CLI_JSON) {
			cli_row(&t, f[i].role, f[i].family, !f[i].usable ? _("不能用") : f[i].own ? _("是") : _("代用"), f[i].file);
			continue;
		}
		json_open(&j, NULL, '{');
		json_text(&j, "role", f[i].role);
		json_text(&j, "family", f[i].family);
		json_bool(&j, "own", f[i].own);
		json_bool(&j, "usable", f[i].usable);
		json_text(&j, "file", f[i].file);
		json_close(&j);
	}
	if (c->format == CLI_JSON) {
		json_close(&j);
		str_char(&c->out, '\n');
	} else {
		cli_table_print(&t);
		if (!usable)
			str_add(&c->out, _("“不能用”的字体没有汉字或者方框，文书印不出来：请安装 fonts-noto-cjk 和 fonts-dejavu-core\n"));
	}
	return true;
}

/* --- the test page ------------------------------------------------------------------------------------------------------ */

struct test {
	const char *queue, *out, *office;
	enum paper_head head;
	struct paper_shift shift;
	bool text;
};

/* What the office file says, where there is one. */
static bool test_settings(struct cli *c, struct test *t, struct err *e)
{
	struct err none = {0};
	t->office = _("打印测试");
	t->head = HEAD_RED;
	if (!cli_office(c, &none)) {
		if (none.code != ERR_MISSING && c->as)
			return err_set(e, none.code, "%s", none.text);
		return true;
	}
	const char *name = setting_get(c->office, "office", DAY_NONE, &c->arena);
	const char *queue = setting_get(c->office, "printer", DAY_NONE, &c->arena);
	t->office = name && *name ? name : t->office;
	t->queue = t->queue ? t->queue : queue && *queue ? queue : NULL;
	t->head = letter_head(c->office, &c->arena);
	t->shift = letter_shift(c->office, &c->arena);
	return true;
}

static bool test_bytes(struct cli *c, const struct test *t, char **bytes, size_t *n, struct err *e)
{
	struct doc *d = test_page(&c->arena, t->office, desk_today(&c->desk));
	if (t->text) {
		struct text_profile plain = text_profile_plain();
		struct unmappable *bad;
		size_t nbad;
		encoding_write(text_doc(layout_doc(d, &c->arena), &plain, &c->arena), CHARSET_GB18030, &c->arena, bytes, n, &bad, &nbad);
		return nbad == 0 || err_set(e, ERR_SYSTEM, _("测试页有GB18030不能表示的字"));
	}
	const char *doc = doc_serial(d, &c->arena, NULL);
	struct pdf_options opt = {.head = t->head, .shift = t->shift, .rulers = true, .seal_ring = true, .created = (int64_t)desk_today(&c->desk) * 86400};
	struct paper paper = {0};
	struct pdf_result r;
	if (!paper_pdf_bytes(&paper, &doc, 1, &opt, &c->arena, bytes, &r, e))
		return false;
	*n = r.bytes;
	return true;
}

static bool test(struct cli *c, struct test *t, struct err *e)
{
	char *bytes;
	size_t n;
	struct paper paper = {0};
	struct print_job job;
	if (!test_settings(c, t, e) || !test_bytes(c, t, &bytes, &n, e))
		return false;
	if (t->out) {
		cli_written(c, t->out, INT_NONE, arena_printf(&c->arena, _("测试页已写入 %s"), t->out));
		return file_write(t->out, bytes, n, e);
	}
	struct print_options opt = {.queue = t->queue, .title = _("打印测试页"), .raw = t->text, .wait_ms = TEST_WAIT_MS};
	if ((c->office && !place_printer(c->office, t->queue, e)) || !paper_print(&paper, bytes, n, &opt, &c->arena, &job, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		job_json(&j, &job);
		str_char(&c->out, '\n');
	} else {
		str_printf(&c->out, _("%s："), job.queue);
		if (job.id) /* a printer past the print server has none */
			str_printf(&c->out, _("任务%d，"), job.id);
		str_printf(&c->out, "%s%s%s\n", job_state_zh(job.state), *job.reasons ? _("，") : "", job.reasons);
	}
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "text", &args, e))
		return false;
	const char *verb = args.npos ? args.pos[0] : "", *word = args.npos > 1 ? args.pos[1] : NULL;
	if (!strcmp(verb, "test")) {
		struct test t = {.queue = cli_opt(&args, "printer"), .out = cli_opt(&args, "out"), .text = cli_opt(&args, "text") != NULL};
		return cli_all_used(c, &args, 1) && cli_out_place(c, &t.out, e) && test(c, &t, e);
	}
	if (!strcmp(verb, "list"))
		return cli_all_used(c, &args, 1) && list(c, NULL, e);
	if (!strcmp(verb, "status"))
		return cli_all_used(c, &args, 2) && list(c, word, e);
	if (!strcmp(verb, "jobs"))
		return cli_all_used(c, &args, 2) && jobs(c, word, e);
	if (!strcmp(verb, "fonts"))
		return cli_all_used(c, &args, 1) && fonts(c, e);
	return false;
}

const struct cli_noun cli_printer = {
	.name = "printer",
	.label = N_("打印机"),
	.usage = N_("printer list\n"
		    "printer status [队列]\n"
		    "printer jobs [队列]\n"
		    "printer fonts\n"
		    "printer test [--printer 队列|tcp:主机:9100|file:设备] [--text] [--out 文件]"),
	.run = run,
};
