#include "paper/helper/cups.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

enum { CONNECT_MS = 2000, PROBE_MS = 1000, REQUEST_MS = 3000 };

static const char *no_password(const char *prompt, http_t *http, const char *method, const char *resource, void *data)
{
	(void)prompt, (void)http, (void)method, (void)resource, (void)data;
	return NULL;
}

static int no_patience(http_t *http, void *data)
{
	(void)http, (void)data;
	return 0;
}

/* A server that was stopped still takes connections. Any answer will do, "no default printer" too. */
static bool answers(http_t *http, int patience_ms)
{
	httpSetTimeout(http, (patience_ms ? patience_ms : PROBE_MS) / 1000.0, no_patience, NULL);
	ippDelete(cupsDoRequest(http, ippNewRequest(IPP_OP_CUPS_GET_DEFAULT), "/"));
	ipp_status_t s = cupsLastError();
	httpSetTimeout(http, (patience_ms ? patience_ms : REQUEST_MS) / 1000.0, no_patience, NULL);
	return s != IPP_STATUS_ERROR_SERVICE_UNAVAILABLE && s != IPP_STATUS_ERROR_INTERNAL;
}

http_t *server_open(const struct options *o)
{
	cupsSetPasswordCB2(no_password, NULL);
	http_t *http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1, CONNECT_MS, NULL);
	if (!http) {
		refuse("NO_SERVER", _("打印服务没有运行，连不上CUPS"));
		return NULL;
	}
	if (!answers(http, o->patience_ms)) {
		httpClose(http);
		refuse("NO_SERVER", _("打印服务没有回应，可能卡住了，请管理员重新启动CUPS"));
		return NULL;
	}
	return http;
}

int refuse_cups(const char *what)
{
	char text[512];
	switch (cupsLastError()) {
	case IPP_STATUS_ERROR_NOT_FOUND: snprintf(text, sizeof text, _("%s：没有这台打印机"), what); break;
	case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS: snprintf(text, sizeof text, _("%s：打印机现在不接收打印任务（已设为拒收）"), what); break;
	case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED:
		snprintf(text, sizeof text, _("%s：这台打印机不能打印这种格式"), what);
		break;
	case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
	case IPP_STATUS_ERROR_INTERNAL: snprintf(text, sizeof text, _("%s：打印服务没有回应"), what); break;
	case IPP_STATUS_ERROR_FORBIDDEN:
	case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
	case IPP_STATUS_ERROR_NOT_AUTHORIZED:
	case IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED:
		snprintf(text, sizeof text, _("%s：打印服务要求口令，请管理员允许本机打印"), what);
		break;
	default: snprintf(text, sizeof text, _("%s：%s"), what, cupsLastErrorString());
	}
	return refuse("PRINT", text);
}

cups_dest_t *destination(http_t *http, const char *name)
{
	cups_dest_t *d = cupsGetNamedDest(http, name && *name ? name : NULL, NULL);
	if (d)
		return d;
	if (cupsLastError() != IPP_STATUS_ERROR_NOT_FOUND)
		refuse_cups(_("找打印机"));
	else if (name && *name) {
		char text[300];
		snprintf(text, sizeof text, _("没有名为“%.200s”的打印机"), name);
		refuse("NO_PRINTER", text);
	} else
		refuse("NO_DEFAULT", _("没有设默认打印机，请指明用哪一台"));
	return NULL;
}

static const struct {
	const char *reason, *zh;
} reason_words[] = {
	{.reason = "media-empty", .zh = N_("缺纸")},
	{.reason = "media-needed", .zh = N_("要换纸")},
	{.reason = "media-jam", .zh = N_("卡纸")},
	{.reason = "media-low", .zh = N_("纸快用完")},
	{.reason = "toner-empty", .zh = N_("没有墨粉")},
	{.reason = "toner-low", .zh = N_("墨粉不足")},
	{.reason = "marker-supply-empty", .zh = N_("没有墨粉")},
	{.reason = "marker-supply-low", .zh = N_("墨粉不足")},
	{.reason = "door-open", .zh = N_("盖子没有关")},
	{.reason = "cover-open", .zh = N_("盖子没有关")},
	{.reason = "paused", .zh = N_("已停用")},
	{.reason = "offline", .zh = N_("没有联机")},
	{.reason = "connecting-to-device", .zh = N_("正在连接打印机")},
	{.reason = "timed-out", .zh = N_("打印机没有回应")},
	{.reason = "input-tray-missing", .zh = N_("没有纸盒")},
	{.reason = "output-area-full", .zh = N_("出纸口满")},
	{.reason = "printer-stopped", .zh = N_("打印机停着")},
};

const char *reasons_zh(const char *reasons, struct arena *a)
{
	struct str s = str_new(a);
	for (const char *r = reasons; *r;) {
		size_t n = strcspn(r, ",");
		for (size_t i = 0; i < sizeof reason_words / sizeof *reason_words; i++) {
			size_t len = strlen(reason_words[i].reason);
			if (n >= len && !memcmp(r, reason_words[i].reason, len) && !strstr(s.s, reason_words[i].zh)) {
				str_add(&s, s.len ? N_("、") : "");
				str_add(&s, reason_words[i].zh);
			}
		}
		r += n + (r[n] == ',');
	}
	return s.s;
}

static const struct {
	const char *begins, *zh;
} messages[] = {
	{.begins = "Printer cannot print with supplied options", .zh = N_("打印机不支持所要的纸张、纸盒、双面或者份数")},
	{.begins = "The printer is not responding", .zh = N_("打印机没有回应，可能没有开机")},
	{.begins = "The printer may not exist or is unavailable", .zh = N_("打印机不在或者连不上，可能没有开机")},
	{.begins = "Unable to locate printer", .zh = N_("网络上找不到打印机")},
	{.begins = "The printer is unreachable", .zh = N_("网络上找不到打印机")},
	{.begins = "Print job canceled at printer", .zh = N_("任务在打印机上被取消")},
	{.begins = "Unable to add document to print job", .zh = N_("打印机没有收到文件")},
	{.begins = "Authentication required", .zh = N_("打印机要求口令，请管理员处理")},
	{.begins = "Print file was not accepted", .zh = N_("打印机不收这个文件")},
	{.begins = "Filter failed", .zh = N_("打印服务转换文件失败，请管理员检查驱动")},
	{.begins = "Unsupported document-format", .zh = N_("打印机不能打印这种格式")},
	{.begins = "The printer is in use", .zh = N_("打印机正忙")},
	{.begins = "The printer is busy", .zh = N_("打印机正忙")},
	{.begins = "The printer configuration is incorrect", .zh = N_("打印机的配置不对，请管理员检查驱动")},
};

const char *message_zh(const char *message)
{
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
		if (!strncmp(message, messages[i].begins, strlen(messages[i].begins)))
			return tr(messages[i].zh);
	return message;
}

/* --- jobs --------------------------------------------------------------------------------------------------------------- */

static void copy_text(ipp_t *answer, const char *name, char *out, size_t size)
{
	ipp_attribute_t *at = ippFindAttribute(answer, name, IPP_TAG_ZERO);
	out[0] = '\0';
	for (int i = 0; at && i < ippGetCount(at); i++) {
		const char *v = ippGetString(at, i, NULL);
		size_t n = strlen(out);
		if (v && n + 2 < size)
			snprintf(out + n, size - n, n ? ",%s" : "%s", v);
	}
}

bool job_facts(http_t *http, const char *queue, int id, struct job_facts *out)
{
	char uri[1024];
	static const char *const wanted[] = {"job-state", "job-uuid", "job-printer-state-message", "job-state-reasons", "job-name",
		"job-originating-user-name"};
	*out = (struct job_facts){0};
	httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", ippPort(), "/printers/%s", queue);
	ipp_t *request = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
	ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser());
	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 6, NULL, wanted);
	ipp_t *answer = cupsDoRequest(http, request, "/");
	ipp_attribute_t *state = answer ? ippFindAttribute(answer, "job-state", IPP_TAG_ENUM) : NULL;
	if (state) {
		out->state = ippGetInteger(state, 0);
		copy_text(answer, "job-uuid", out->uuid, sizeof out->uuid);
		copy_text(answer, "job-printer-state-message", out->message, sizeof out->message);
		copy_text(answer, "job-state-reasons", out->reasons, sizeof out->reasons);
		copy_text(answer, "job-name", out->name, sizeof out->name);
		copy_text(answer, "job-originating-user-name", out->user, sizeof out->user);
	}
	ippDelete(answer);
	return state != NULL;
}

void job_status(int id, const char *queue, const struct job_facts *f, struct arena *a)
{
	char number[16], state[16];
	snprintf(number, sizeof number, "%d", id);
	snprintf(state, sizeof state, "%d", f->state);
	STATUS("job", number, f->uuid, queue, state, message_zh(f->message), reasons_zh(f->reasons, a), f->name, f->user);
}

int mode_job(const struct options *o)
{
	struct job_facts f;
	int id = number_of(o->words[1]);
	http_t *http = server_open(o);
	if (!http)
		return 1;
	/* An id may have been given anew after the server lost its spool: the uuid decides. */
	if (!job_facts(http, o->words[0], id, &f) || strcmp(f.uuid, o->words[2]))
		f = (struct job_facts){0};
	job_status(id, o->words[0], &f, o->arena);
	httpClose(http);
	STATUS("done");
	return 0;
}

int mode_cancel(const struct options *o)
{
	http_t *http = server_open(o);
	if (!http)
		return 1;
	int rc = 0;
	if (cupsCancelJob2(http, o->words[0], number_of(o->words[1]), 0) > IPP_STATUS_OK_EVENTS_COMPLETE)
		rc = refuse_cups(_("取消打印"));
	else
		STATUS("done");
	httpClose(http);
	return rc;
}
