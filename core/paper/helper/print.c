/* Handing bytes to a queue and following the job. */
#include "paper/helper/cups.h"

#include <cups/ppd.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, POLL_US = 50000, ASK_QUEUE = 8 };

static int job_options(const struct options *o, cups_option_t **options)
{
	char copies[16];
	int n = 0;
	snprintf(copies, sizeof copies, "%d", o->copies < 1 ? 1 : o->copies);
	n = cupsAddOption(CUPS_COPIES, copies, n, options);
	if (o->raw)
		return n;
	/* A queue's own default may be Letter, scaled to fit. */
	n = cupsAddOption(CUPS_MEDIA, o->media ? o->media : "iso_a4_210x297mm", n, options);
	n = cupsAddOption("print-scaling", "none", n, options);
	n = cupsAddOption(CUPS_SIDES, o->duplex ? CUPS_SIDES_TWO_SIDED_PORTRAIT : CUPS_SIDES_ONE_SIDED, n, options);
	if (o->tray && *o->tray)
		n = cupsAddOption(CUPS_MEDIA_SOURCE, o->tray, n, options);
	return n;
}

struct delivery {
	http_t *http;
	cups_dest_t *dest;
	cups_dinfo_t *info;
	cups_option_t *options;
	int noptions, id;
};

static bool write_document(http_t *http, const char *data, size_t n)
{
	while (n) {
		size_t k = n < CHUNK ? n : CHUNK;
		if (cupsWriteRequestData(http, data, k) != HTTP_STATUS_CONTINUE)
			return false;
		data += k;
		n -= k;
	}
	return true;
}

static int submit(struct delivery *d, const struct options *o, const char *data, size_t n)
{
	const char *format = o->raw ? CUPS_FORMAT_RAW : "application/pdf", *title = o->title ? o->title : "gwgk";
	if (cupsCreateDestJob(d->http, d->dest, d->info, &d->id, title, d->noptions, d->options) > IPP_STATUS_OK_EVENTS_COMPLETE)
		return refuse_cups(_("交打印任务"));
	if (cupsStartDestDocument(d->http, d->dest, d->info, d->id, title, format, 0, NULL, 1) == HTTP_STATUS_CONTINUE &&
		write_document(d->http, data, n) &&
		cupsFinishDestDocument(d->http, d->dest, d->info) <= IPP_STATUS_OK_EVENTS_COMPLETE && !httpError(d->http))
		return 0;
	/* A server that fell silent leaves the library with the status of the request before. */
	int rc = httpError(d->http) ? refuse("PRINT", _("交打印任务：打印服务没有回应")) : refuse_cups(_("交打印任务"));
	/* A document that was not taken leaves its job waiting for one for ever. Where that cannot be said either, nobody knows. */
	if (cupsCancelDestJob(d->http, d->dest, d->id) > IPP_STATUS_OK_EVENTS_COMPLETE || httpError(d->http))
		job_status(d->id, d->dest->name, &(struct job_facts){0}, o->arena);
	return rc;
}

static bool over(int state)
{
	return state >= IPP_JSTATE_CANCELED;
}

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A job that ends otherwise than completed has failed: nobody here cancelled it. Even a completed one may say that nothing
 * was printed (a raw job on a driver queue). */
static int verdict(const struct job_facts *f)
{
	char text[700];
	const char *how = f->state == IPP_JSTATE_CANCELED ? _("被取消") : _("失败");
	bool nothing = strstr(f->message, "Unable to add document") != NULL;
	if (!over(f->state) || (f->state == IPP_JSTATE_COMPLETED && !nothing))
		return 0;
	snprintf(text, sizeof text, *f->message ? _("打印%s：%s") : _("打印%s"), nothing ? _("失败") : how, message_zh(f->message));
	return refuse("JOB", text);
}

/* What keeps a waiting job waiting: the queue's own state. */
static void add_queue_reasons(struct delivery *d, struct job_facts *f)
{
	cups_dest_t *now = cupsGetNamedDest(d->http, d->dest->name, NULL);
	const char *r = now ? cupsGetOption("printer-state-reasons", now->num_options, now->options) : NULL;
	size_t n = strlen(f->reasons);
	if (r && strcmp(r, "none"))
		snprintf(f->reasons + n, sizeof f->reasons - n, ",%s", r);
	if (now)
		cupsFreeDests(1, now);
}

/* A queue that was stopped before the job came says nothing about it in the job. */
static bool queue_stopped(struct delivery *d)
{
	cups_dest_t *now = cupsGetNamedDest(d->http, d->dest->name, NULL);
	const char *state = now ? cupsGetOption("printer-state", now->num_options, now->options) : NULL;
	bool stopped = state && *state == '0' + IPP_PSTATE_STOPPED;
	if (now)
		cupsFreeDests(1, now);
	return stopped;
}

static int follow(struct delivery *d, const struct options *o)
{
	struct job_facts f;
	int64_t until = now_ms() + o->wait_ms;
	for (int polls = 0;; polls++) {
		if (!job_facts(d->http, d->dest->name, d->id, &f)) {
			job_status(d->id, d->dest->name, &f, o->arena);
			return refuse("JOB", _("打印服务不再知道这个任务，请看纸上有没有印出"));
		}
		if (over(f.state) || strstr(f.reasons, "printer-stopped") || now_ms() >= until)
			break;
		if (polls % ASK_QUEUE == 0 && f.state != IPP_JSTATE_PROCESSING && queue_stopped(d))
			break;
		usleep(POLL_US);
	}
	if (!over(f.state))
		add_queue_reasons(d, &f);
	job_status(d->id, d->dest->name, &f, o->arena);
	return verdict(&f);
}

static int print_on(struct delivery *d, const struct options *o, const char *data, size_t n)
{
	d->dest = destination(d->http, o->nwords ? o->words[0] : NULL);
	if (!d->dest)
		return 1;
	d->info = cupsCopyDestInfo(d->http, d->dest);
	if (!d->info)
		return refuse_cups(_("问打印机"));
	d->noptions = job_options(o, &d->options);
	int rc = submit(d, o, data, n);
	if (!rc)
		rc = follow(d, o);
	cupsFreeOptions(d->noptions, d->options);
	cupsFreeDestInfo(d->info);
	cupsFreeDests(1, d->dest);
	return rc;
}

int mode_print(const struct options *o)
{
	char *data;
	size_t n;
	if (!read_input(o->arena, &data, &n) || n == 0)
		return refuse("SYSTEM", _("没有要打印的内容"));
	struct delivery d = {.http = server_open(o)};
	if (!d.http)
		return 1;
	int rc = print_on(&d, o, data, n);
	httpClose(d.http);
	if (!rc)
		STATUS("done");
	return rc;
}
