/* Printers and jobs, through gwgk-paper. */
#include "paper/child.h"

#include <stdlib.h>
#include <string.h>

enum { PRINT_MS = 10000, MAX_ARGS = 24 };
enum { RAW_MS = 130000, RAW_MS_A_BYTE = 10, RAW_BYTES = 1 << 20 };

const char *job_state_zh(enum job_state s)
{
	static const char *const names[] = {
		[JOB_UNKNOWN] = N_("不明"),   [JOB_WAITING] = N_("等待"),   [JOB_HELD] = N_("暂停"),    [JOB_PRINTING] = N_("打印中"),
		[JOB_STOPPED] = N_("停住"),   [JOB_CANCELLED] = N_("取消"), [JOB_ABORTED] = N_("失败"), [JOB_DONE] = N_("已交打印机"),
	};
	return names[s];
}

const char *printer_state_zh(int state)
{
	return state == 3 ? _("空闲") : state == 4 ? _("打印中") : state == 5 ? _("已停用") : _("不明");
}

/* ipp_jstate_t is 3 pending … 9 completed. */
static enum job_state state_of(int n)
{
	static const enum job_state states[] = {JOB_WAITING, JOB_HELD, JOB_PRINTING, JOB_STOPPED, JOB_CANCELLED, JOB_ABORTED, JOB_DONE};
	return n >= 3 && n <= 9 ? states[n - 3] : JOB_UNKNOWN;
}

static struct print_job job_of(const struct status_line *l)
{
	return (struct print_job){.id = status_int(l, 1), .uuid = l->word[2], .queue = l->word[3], .state = state_of(status_int(l, 4)),
		.message = l->word[5], .reasons = l->word[6], .title = l->word[7], .user = l->word[8]};
}

static int time_limit(const struct paper *p, int more)
{
	return (p->print_ms ? p->print_ms : PRINT_MS) + more;
}

static void last_job(const struct child *c, struct print_job *out)
{
	struct status_line l;
	*out = (struct print_job){.uuid = "", .queue = "", .title = "", .user = "", .message = "", .reasons = ""};
	for (size_t at = 0; status_next(c, &at, &l);) {
		if (!strcmp(l.word[0], "job"))
			*out = job_of(&l);
	}
}

/* Past CUPS there is no job to follow: handed over is done. */
static bool send_raw(const struct paper *p, struct child *c, const struct print_options *opt, struct print_job *out, struct err *e)
{
	const char *args[5] = {"send", opt->queue};
	if (!opt->raw)
		return err_field(e, "printer", _("直连的打印机只能打印纯文本，请选纯文本或者换一台打印机"));
	if (p->server_ms) {
		args[2] = "--patience";
		args[3] = arena_printf(c->arena, "%d", p->server_ms);
	}
	c->args = args;
	/* The program itself gives up a printer that has stopped; one that prints slowly is waited for. */
	if (!p->print_ms)
		c->timeout_ms += RAW_MS + RAW_MS_A_BYTE * (int)(*c->inlen < RAW_BYTES ? *c->inlen : RAW_BYTES);
	for (int i = 0; i < (opt->copies > 1 ? opt->copies : 1); i++) {
		if (!child_run(p, c, e) || !child_check(c, _("打印"), e))
			return false;
	}
	out->queue = arena_strdup(c->arena, opt->queue);
	out->state = JOB_DONE;
	return true;
}

bool paper_print(const struct paper *p, const char *bytes, size_t len, const struct print_options *opt, struct arena *a,
	struct print_job *out, struct err *e)
{
	const char *args[MAX_ARGS] = {"print"};
	size_t n = 1;
	struct print_job unwanted;
	out = out ? out : &unwanted;
	struct child c = {.in = &bytes, .inlen = &len, .nin = 1, .arena = a, .timeout_ms = time_limit(p, opt->wait_ms), .status = str_new(a)};
	last_job(&c, out);
	if (opt->queue && (!strncmp(opt->queue, "tcp:", 4) || !strncmp(opt->queue, "file:", 5)))
		return send_raw(p, &c, opt, out, e);
	if (opt->queue && *opt->queue == '-')
		return err_field(e, "printer", _("打印机的名字不能以“-”开头"));
	if (opt->queue && *opt->queue)
		args[n++] = opt->queue;
	args[n++] = "--title";
	args[n++] = opt->title ? opt->title : "gwgk";
	args[n++] = "--copies";
	args[n++] = arena_printf(a, "%d", opt->copies > 0 ? opt->copies : 1);
	args[n++] = "--wait";
	args[n++] = arena_printf(a, "%d", opt->wait_ms);
	if (opt->raw)
		args[n++] = "--raw";
	if (opt->duplex)
		args[n++] = "--duplex";
	if (opt->size) {
		args[n++] = "--media";
		args[n++] = opt->size->media;
	}
	if (opt->tray && *opt->tray) {
		args[n++] = "--tray";
		args[n++] = opt->tray;
	}
	if (p->server_ms) {
		args[n++] = "--patience";
		args[n++] = arena_printf(a, "%d", p->server_ms);
	}
	c.args = args;
	bool ran = child_run(p, &c, e);
	last_job(&c, out);
	bool done = ran && child_check(&c, _("打印"), e);
	out->doubtful = !done && ran && (c.timed_out || c.exit < 0 || (out->id && out->state == JOB_UNKNOWN));
	return done;
}

static bool ask(const struct paper *p, struct child *c, const char *what, struct err *e)
{
	c->timeout_ms = time_limit(p, 0);
	return child_run(p, c, e) && child_check(c, what, e);
}

bool paper_job(const struct paper *p, const struct print_job *job, struct arena *a, struct print_job *out, struct err *e)
{
	const char *args[] = {"job", job->queue, arena_printf(a, "%d", job->id), job->uuid, NULL};
	struct child c = {.args = args, .arena = a};
	if (!ask(p, &c, _("查看打印任务"), e))
		return false;
	last_job(&c, out);
	return true;
}

bool paper_cancel(const struct paper *p, const struct print_job *job, struct err *e)
{
	struct arena a = {0};
	const char *args[] = {"cancel", job->queue, arena_printf(&a, "%d", job->id), NULL};
	struct child c = {.args = args, .arena = &a};
	bool done = ask(p, &c, _("取消打印"), e);
	arena_free(&a);
	return done;
}

static size_t count(const struct child *c, const char *word)
{
	struct status_line l;
	size_t n = 0;
	for (size_t at = 0; status_next(c, &at, &l);)
		n += !strcmp(l.word[0], word);
	return n;
}

bool paper_printers(const struct paper *p, struct arena *a, struct printer **out, size_t *n, struct err *e)
{
	const char *args[] = {"printers", NULL};
	struct child c = {.args = args, .arena = a};
	struct status_line l;
	if (!ask(p, &c, _("查看打印机"), e))
		return false;
	*out = arena_array(a, struct printer, count(&c, "printer") + 1);
	*n = 0;
	for (size_t at = 0; status_next(&c, &at, &l);) {
		if (!strcmp(l.word[0], "printer"))
			(*out)[(*n)++] = (struct printer){.name = l.word[1], .info = l.word[2], .is_default = *l.word[3] == '1',
				.accepting = *l.word[4] == '1', .state = status_int(&l, 5), .reasons = l.word[6],
				.queued = status_int(&l, 7), .device = l.word[8]};
	}
	return true;
}

bool paper_jobs(const struct paper *p, const char *queue, struct arena *a, struct print_job **out, size_t *n, struct err *e)
{
	const char *args[] = {"jobs", queue, NULL};
	struct child c = {.args = args, .arena = a};
	struct status_line l;
	if (!ask(p, &c, _("查看打印任务"), e))
		return false;
	*out = arena_array(a, struct print_job, count(&c, "job") + 1);
	*n = 0;
	for (size_t at = 0; status_next(&c, &at, &l);) {
		if (!strcmp(l.word[0], "job"))
			(*out)[(*n)++] = job_of(&l);
	}
	return true;
}
