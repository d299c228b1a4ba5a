/* Lists: printers and jobs. */
#include "paper/helper/cups.h"

#include <stdio.h>

static const char *option(const cups_dest_t *d, const char *name)
{
	const char *v = cupsGetOption(name, d->num_options, d->options);
	return v ? v : "";
}

static int count_jobs(http_t *http, const char *queue)
{
	cups_job_t *jobs;
	int n = cupsGetJobs2(http, &jobs, queue, 0, CUPS_WHICHJOBS_ACTIVE);
	if (n > 0)
		cupsFreeJobs(n, jobs);
	return n > 0 ? n : 0;
}

/* `printer NAME info default accepting state reasons queued device` */
int mode_printers(const struct options *o)
{
	cups_dest_t *dests;
	http_t *http = server_open(o);
	if (!http)
		return 1;
	int n = cupsGetDests2(http, &dests);
	for (int i = 0; i < n; i++) {
		const cups_dest_t *d = &dests[i];
		char queued[16];
		if (d->instance)
			continue;
		snprintf(queued, sizeof queued, "%d", count_jobs(http, d->name));
		const char *accepting = option(d, "printer-is-accepting-jobs");
		STATUS("printer", d->name, option(d, "printer-info"), d->is_default ? "1" : "0",
			*accepting == 't' ? "1" : "0", option(d, "printer-state"),
			reasons_zh(option(d, "printer-state-reasons"), o->arena), queued, option(d, "device-uri"));
	}
	cupsFreeDests(n, dests);
	httpClose(http);
	STATUS("done");
	return 0;
}

int mode_jobs(const struct options *o)
{
	cups_job_t *jobs;
	http_t *http = server_open(o);
	if (!http)
		return 1;
	int n = cupsGetJobs2(http, &jobs, o->nwords ? o->words[0] : NULL, 0, CUPS_WHICHJOBS_ALL);
	int rc = n < 0 ? refuse_cups(_("看打印任务")) : 0;
	for (int i = 0; i < n; i++) {
		struct job_facts f;
		if (job_facts(http, jobs[i].dest, jobs[i].id, &f))
			job_status(jobs[i].id, jobs[i].dest, &f, o->arena);
	}
	if (n > 0)
		cupsFreeJobs(n, jobs);
	httpClose(http);
	if (!rc)
		STATUS("done");
	return rc;
}
