#include "office/letter_send.h"

#include <string.h>

#include "office/setting.h"

enum { FOLLOW_MS = 5000 };

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

static bool make_bytes(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a,
	struct letter_output *made, struct err *e)
{
	struct text_profile profile;
	if (!letter_render(o, ids, n, how->target, how->copy, a, made, e))
		return false;
	if (how->target == LETTER_PDF)
		return true;
	if (!letter_profile(o, a, &profile, e))
		return false;
	made->bytes = text_codes(made->bytes, made->len, &profile, a, &made->len);
	return true;
}

/* One line in the prints of each letter. */
static bool write_down(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, const struct letter_output *made,
	struct arena *a, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char cmd[CMD_ID_LEN];
		struct letter_print rec = made->record;
		struct verb_call call = {.office = o, .verb = verb_of(how), .subject_id = ids[i], .args = &rec, .arena = a};
		const struct page_range *r = &made->ranges[i];
		rec.pages = r->last - r->first + 1;
		if (n > 1 && !rec.note)
			rec.note = arena_printf(a, _("同一任务第%d份，第%d至%d页"), (int)i + 1, r->first, r->last);
		cmd_id_new(o->desk, cmd);
		if (!verb_do(&call, cmd, e))
			return false;
	}
	return true;
}

/* What does not go through a print server has no number there: one of our own, so that the job's letters are known as such. */
static const char *job_of_ours(struct office *o, struct arena *a)
{
	unsigned char id[CMD_ID_LEN];
	struct str s = str_new(a);
	cmd_id_new(o->desk, id);
	str_add(&s, "gwgk:");
	for (size_t i = 0; i < sizeof id; i++)
		str_printf(&s, "%02x", id[i]);
	return s.s;
}

static const char *queue_of(struct office *o, const struct letter_sending *how, struct arena *a)
{
	return how->queue && *how->queue ? how->queue : setting_get(o, "printer", DAY_NONE, a);
}

static int copies_of(struct office *o, const struct letter_sending *how)
{
	int64_t n = how->copies > 0 ? how->copies : setting_int(o, "copies", DAY_NONE);
	return n == INT_NONE || n < 1 ? 1 : n > 99 ? 99 : (int)n;
}

bool letter_send(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a, struct print_job *job,
	struct err *e)
{
	struct paper paper = {0};
	struct letter_output made;
	struct letter first;
	if (!may_send(o, ids, n, how, a, e) || !make_bytes(o, ids, n, how, a, &made, e) || !letter_load(o, ids[0], a, &first, e))
		return false;
	struct print_options opt = {.queue = queue_of(o, how, a), .raw = how->target != LETTER_PDF, .copies = copies_of(o, how),
		.title = n > 1 ? arena_printf(a, _("%s 等%zu份"), first.number, n) : first.number, .wait_ms = how->wait_ms ? how->wait_ms : FOLLOW_MS};
	bool sent = paper_print(&paper, made.bytes, made.len, &opt, a, job, e);
	if (!sent && !job->id)
		return false;
	made.record.target = arena_printf(a, "printer:%s", *job->queue ? job->queue : opt.queue ? opt.queue : "");
	made.record.job = *job->uuid ? job->uuid : job_of_ours(o, a);
	made.record.state = !sent ? "failed" : job->state == JOB_DONE ? "done" : "queued";
	if (!sent)
		made.record.note = arena_strdup(a, e->text);
	else if (*job->reasons)
		made.record.note = job->reasons;
	struct err own = {0};
	bool written = write_down(o, ids, n, how, &made, a, sent ? e : &own);
	return sent && written;
}

bool letter_send_docs(struct office *o, struct doc *const *docs, size_t n, const char *title, const struct letter_sending *how,
	struct arena *a, struct print_job *job, struct err *e)
{
	struct paper paper = {0};
	struct letter_output made;
	struct text_profile profile;
	if (!letter_render_docs(o, docs, n, how->target, a, &made, e))
		return false;
	if (how->target != LETTER_PDF) {
		if (!letter_profile(o, a, &profile, e))
			return false;
		made.bytes = text_codes(made.bytes, made.len, &profile, a, &made.len);
	}
	const struct print_options opt = {.queue = queue_of(o, how, a), .raw = how->target != LETTER_PDF, .title = title,
		.copies = how->copies < 1 ? 1 : how->copies > 99 ? 99 : how->copies, .wait_ms = how->wait_ms ? how->wait_ms : FOLLOW_MS};
	return paper_print(&paper, made.bytes, made.len, &opt, a, job, e);
}
