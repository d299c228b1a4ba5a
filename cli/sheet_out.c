#include "cli/sheet_out.h"

#include <string.h>
#include <unistd.h>

#include "base/encoding.h"
#include "cli/file.h"
#include "cli/letter_out.h"
#include "paper/grid.h"

bool sheet_target_read(struct cli_args *args, struct sheet_target *to, struct err *e)
{
	static const char *const names[] = {"pdf", "text", "gb18030"};
	const char *word = cli_opt(args, "to");
	*to = (struct sheet_target){.out = cli_opt(args, "out"), .queue = cli_opt(args, "printer"), .target = LETTER_PDF};
	if (!letter_copies_read(args, &to->copies, e) || !letter_sides_read(args, &to->sides, &to->tray, e))
		return false;
	if (to->out && to->queue)
		return err_field(e, "out", _("--printer 与 --out 只能用一个"));
	size_t n = to->out ? strlen(to->out) : 0, i = 0;
	if (!word) {
		to->target = n > 4 && !strcmp(to->out + n - 4, ".txt") ? LETTER_TEXT : LETTER_PDF;
		return true;
	}
	while (i < 3 && strcmp(word, names[i]) != 0)
		i++;
	if (i == 3)
		return err_field(e, "to", _("--to 只能是 pdf、text 或 gb18030"));
	to->target = (enum letter_target)i;
	return true;
}

static void show(struct cli *c, struct doc *const *docs, size_t n)
{
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		if (c->format != CLI_JSON)
			str_add(&c->out, grid_text(grid_doc(layout_doc(docs[i], &c->arena), GRID_TERMINAL, &c->arena), &c->arena));
		else
			json_text(&j, NULL, doc_text(docs[i], &c->arena));
	}
	if (c->format == CLI_JSON) {
		json_close(&j);
		str_char(&c->out, '\n');
	}
}

static bool to_printer(struct cli *c, struct doc *const *docs, size_t n, const char *title, int usual, const struct sheet_target *to, struct err *e)
{
	struct print_job job;
	const struct letter_sending how = {.queue = to->queue, .target = to->target, .copies = to->copies ? to->copies : usual,
		.sides = to->sides, .tray = to->tray};
	if (!letter_send_docs(c->office, docs, n, title, &how, &c->arena, &job, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_text(&j, "printer", job.queue);
		json_int(&j, "job", job.id);
		json_text(&j, "uuid", job.uuid);
		json_text(&j, "state", job.state == JOB_DONE ? "done" : "queued");
		json_text(&j, "reasons", job.reasons);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	letter_text_job(c, &job, 0);
	str_char(&c->out, '\n');
	return true;
}

bool sheet_put(struct cli *c, struct doc *const *docs, size_t n, const char *title, int usual, const struct sheet_target *to, struct err *e)
{
	struct letter_output made;
	if (to->queue)
		return to_printer(c, docs, n, title, usual, to, e);
	if (!to->out) {
		show(c, docs, n);
		return true;
	}
	const char *out = to->out;
	if (!cli_out_place(c, &out, e))
		return false;
	if (access(out, F_OK) == 0)
		return err_field(e, "out", _("已有文件 %s，换一个名字"), out);
	return letter_render_docs(c->office, docs, n, to->target, 0, &c->arena, &made, e) && letter_put(c, &made, out, to->target, e);
}
