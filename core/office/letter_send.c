#include "office/letter_again.h"

#include <stdlib.h>
#include <string.h>

#include "office/place.h"
#include "office/setting.h"

enum { FOLLOW_MS = 5000, FOLLOW_MS_EACH = 50 };

bool letter_profile(struct office *o, struct arena *a, struct text_profile *out, struct err *e)
{
	const char *set = setting_get(o, "text_profile", DAY_NONE, a);
	*out = text_profile_plain();
	return !set || text_profile_parse(set, out, e);
}

static const struct verb *verb_of(const struct letter_sending *how)
{
	return verb_find(how->copy ? "letter.reprint" : "letter.print");
}

/* Before paper is used: may the operator, and has none been printed yet? */
static bool may_send(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct letter l;
		bool printed = false;
		if (!verb_can(o, verb_of(how), ids[i], e) || !letter_load(o, ids[i], a, &l, e) || !letter_printed(o, ids[i], &printed, e))
			return false;
		if (printed && !how->copy)
			return err_set(e, ERR_RULE, _("%s 已打印过，请用重印（letter reprint），重印标明“副本”"), l.number);
		if (!how->copy && !strcmp(l.state, "revoked"))
			return err_set(e, ERR_RULE, _("%s 已撤销，不能打印"), l.number);
	}
	return true;
}

static bool both_sides(struct office *o, const struct letter_sending *how)
{
	return how->sides == LETTER_SIDES_USUAL ? setting_flag(o, "printer_duplex", DAY_NONE) : how->sides == LETTER_BOTH_SIDES;
}

static unsigned flags_of(struct office *o, const struct letter_sending *how)
{
	return (how->copy ? LETTER_COPY : 0u) | (both_sides(o, how) ? LETTER_DUPLEX : 0u);
}

static const char *tray_of(struct office *o, const struct letter_sending *how, struct arena *a)
{
	return how->tray && *how->tray ? how->tray : setting_get(o, "printer_tray", DAY_NONE, a);
}

static bool make_bytes(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a,
	struct letter_output *made, struct err *e)
{
	struct text_profile profile;
	if (!letter_render(o, ids, n, how->target, flags_of(o, how), a, made, e))
		return false;
	if (how->target == LETTER_PDF)
		return true;
	if (!letter_profile(o, a, &profile, e))
		return false;
	made->bytes = text_codes(made->bytes, made->len, &profile, a, &made->len);
	return true;
}

/* cmd NULL: under an id of its own. */
static bool verb_on(struct office *o, const struct verb *v, int64_t id, void *args, const unsigned char *cmd, struct arena *a, struct err *e)
{
	unsigned char fresh[CMD_ID_LEN];
	struct verb_call call = {.office = o, .verb = v, .subject_id = id, .args = args, .arena = a};
	cmd_id_new(o->desk, fresh);
	if (!verb_do(&call, cmd ? cmd : fresh, e))
		return false;
	return !call.replayed || err_set(e, ERR_BUSY, _("这个命令正在办理，请稍后再来"));
}

bool letter_fate_write(struct office *o, const int64_t *ids, size_t n, const struct letter_fate *fate, struct arena *a, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct letter_fate one = *fate;
		if (!verb_on(o, verb_find("letter.printed"), ids[i], &one, NULL, a, e))
			return false;
	}
	return true;
}

/* Before the bytes leave: one line in the prints of each letter. Where one is refused (another clerk was faster) nothing goes out. */
static bool write_sending(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, const struct letter_output *made,
	const char *batch, const unsigned char *cmd, struct arena *a, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct letter_print rec = made->record;
		const struct page_range *r = &made->ranges[i];
		rec.state = "sending";
		rec.pages = r->last - r->first + 1;
		rec.batch = batch;
		rec.place = (int64_t)i + 1;
		rec.first_page = r->first;
		if (verb_on(o, verb_of(how), ids[i], &rec, i ? NULL : cmd, a, e)) {
			if (o->desk->progress && n > 1)
				o->desk->progress(_("已登记打印"), i + 1, n);
			continue;
		}
		struct letter_fate none = {.state = "failed", .note = _("没有送到打印机")};
		struct err own = {0};
		(void)!letter_fate_write(o, ids, i, &none, a, &own);
		return false;
	}
	return true;
}

static const char *queue_of(struct office *o, const struct letter_sending *how, struct arena *a)
{
	return how->queue && *how->queue ? how->queue : setting_get(o, "printer", DAY_NONE, a);
}

/* receipt=1 for that kind; a line without a kind for all others. INT_NONE: nothing is said. */
static int64_t copies_said(const char *lines, const char *kind)
{
	size_t n = strlen(kind);
	int64_t common = INT_NONE;
	for (const char *p = lines ? lines : ""; *p;) {
		size_t len = strcspn(p, "\n");
		if (len > n && !strncmp(p, kind, n) && p[n] == '=')
			return strtoll(p + n + 1, NULL, 10);
		if (!memchr(p, '=', len))
			common = strtoll(p, NULL, 10);
		p += len + (p[len] == '\n');
	}
	return common;
}

int letter_copies(struct office *o, const char *kind, struct arena *a)
{
	struct letter_kinds kinds;
	struct err none = {0};
	int64_t said = copies_said(setting_get(o, "copies", DAY_NONE, a), kind);
	if (said == INT_NONE && letter_kinds(o, a, &kinds, &none))
		for (size_t i = 0; i < kinds.n; i++)
			if (!strcmp(kinds.all[i]->kind, kind))
				said = kinds.all[i]->copies; /* the newest has the last word */
	return said == INT_NONE || said < 1 ? 1 : said > 99 ? 99 : (int)said;
}

/* One job has one number: that of the kind that wants most. */
static int copies_of(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a)
{
	int most = how->copies > 99 ? 99 : how->copies;
	for (size_t i = 0; how->copies < 1 && !how->copy && i < n; i++) {
		struct letter l;
		struct err none = {0};
		int wanted = letter_load(o, ids[i], a, &l, &none) ? letter_copies(o, l.kind, a) : 1;
		most = wanted > most ? wanted : most;
	}
	return most < 1 ? 1 : most;
}

static bool direct(const char *queue)
{
	return queue && (!strncmp(queue, "tcp:", 4) || !strncmp(queue, "file:", 5));
}

/* What can be known before anything is written down: a server that is not there, a queue that is not or takes nothing. *queue NULL or "": the
 * default one is named. */
static bool queue_ready(const struct paper *paper, const char **queue, struct arena *a, struct err *e)
{
	struct printer *p;
	size_t n, i = 0;
	bool any = !*queue || !**queue;
	if (direct(*queue))
		return true;
	if (!paper_printers(paper, a, &p, &n, e))
		return false;
	while (i < n && !(any ? p[i].is_default : strcmp(p[i].name, *queue) == 0))
		i++;
	if (i == n && any)
		return err_set(e, ERR_SYSTEM, "%s", _("没有设默认打印机，请指明用哪一台"));
	if (i == n)
		return err_set(e, ERR_SYSTEM, _("没有名为“%s”的打印机"), *queue);
	*queue = p[i].name;
	return p[i].accepting || err_set(e, ERR_SYSTEM, _("%s：打印机现在不接收打印任务（已设为拒收）"), p[i].name);
}

static struct letter_fate fate_of(const struct print_job *job, bool sent, const struct err *e, struct arena *a)
{
	struct letter_fate f = {.job = *job->uuid ? job->uuid : NULL};
	if (sent) {
		f.state = job->state == JOB_DONE ? "done" : "queued";
		f.note = *job->reasons ? job->reasons : NULL;
	} else {
		f.state = job->doubtful ? "queued" : "failed";
		f.note = job->doubtful ? arena_printf(a, _("%s；不知道印出没有，请看纸"), e->text) : arena_strdup(a, e->text);
	}
	return f;
}

/* Of a job of many some sheets may have come out. */
static void say_how_to_go_on(const struct print_job *job, size_t n, struct arena *a, struct err *e)
{
	const char *text = arena_strdup(a, e->text);
	enum err_code code = e->code;
	bool more = n > 1 && job->id;
	if (!more && !job->doubtful)
		return;
	err_clear(e);
	if (more)
		err_set(e, code, _("%s。这一批%zu份，请看纸上印到哪一份，从印坏的那一份起重打（letter resume 编号 --reason 原因）"), text, n);
	else
		err_set(e, code, _("%s；不知道印出没有，请看纸，印出了就记下（letter printed 编号），没有就作废（letter jam 编号 --reason 原因）"), text);
}

bool letter_send_as(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, const char *batch,
	const unsigned char *cmd, struct arena *a, struct print_job *job, struct err *e)
{
	struct paper paper = {0};
	struct letter_output made;
	struct letter first;
	const char *queue = queue_of(o, how, a);
	if (!place_printer(o, queue, e) || !may_send(o, ids, n, how, a, e) || !make_bytes(o, ids, n, how, a, &made, e) || !letter_load(o, ids[0], a, &first, e) ||
		!queue_ready(&paper, &queue, a, e))
		return false;
	struct print_options opt = {.queue = queue, .raw = how->target != LETTER_PDF, .copies = copies_of(o, ids, n, how, a),
		.duplex = both_sides(o, how), .tray = tray_of(o, how, a),
		.title = n > 1 ? arena_printf(a, _("%s 等%zu份"), first.number, n) : first.number,
		.wait_ms = how->wait_ms ? how->wait_ms : FOLLOW_MS + FOLLOW_MS_EACH * (int)(n < 1000 ? n : 1000)};
	made.record.target = arena_printf(a, "printer:%s", queue);
	if (!write_sending(o, ids, n, how, &made, batch, cmd, a, e))
		return false;
	bool sent = paper_print(&paper, made.bytes, made.len, &opt, a, job, e);
	struct letter_fate fate = fate_of(job, sent, e, a);
	struct err own = {0};
	bool written = letter_fate_write(o, ids, n, &fate, a, sent ? e : &own);
	if (!sent)
		say_how_to_go_on(job, n, a, e);
	return sent && written;
}

bool letter_send(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a, struct print_job *job,
	struct err *e)
{
	struct letter_again again;
	if (!letter_again(o, how->cmd, verb_of(how)->name, ids, n, a, &again, e))
		return false;
	*job = again.job;
	return !again.batch || letter_send_as(o, ids, n, how, again.batch, again.first ? how->cmd : NULL, a, job, e);
}

bool letter_send_docs(struct office *o, struct doc *const *docs, size_t n, const char *title, const struct letter_sending *how,
	struct arena *a, struct print_job *job, struct err *e)
{
	struct paper paper = {0};
	struct letter_output made;
	struct text_profile profile;
	if (!place_printer(o, queue_of(o, how, a), e) || !letter_render_docs(o, docs, n, how->target, flags_of(o, how), a, &made, e))
		return false;
	if (how->target != LETTER_PDF) {
		if (!letter_profile(o, a, &profile, e))
			return false;
		made.bytes = text_codes(made.bytes, made.len, &profile, a, &made.len);
	}
	const struct block *sheet = n ? doc_find(docs[0], BLOCK_PAPER) : NULL;
	const struct print_options opt = {.queue = queue_of(o, how, a), .raw = how->target != LETTER_PDF, .title = title,
		.duplex = !sheet && both_sides(o, how), .tray = tray_of(o, how, a), .size = sheet ? paper_size_find(sheet->text) : NULL,
		.copies = how->copies < 1 ? 1 : how->copies > 99 ? 99 : how->copies, .wait_ms = how->wait_ms ? how->wait_ms : FOLLOW_MS};
	return paper_print(&paper, made.bytes, made.len, &opt, a, job, e);
}
