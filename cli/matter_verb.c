/* A verb of requests or corrections on the command line. */
#include "cli/matter_verb.h"

#include <string.h>

#include "base/encoding.h"
#include "base/text.h"
#include "cli/casefile.h"
#include "cli/request_out.h"
#include "office/correction.h"
#include "office/request.h"
#include "office/steps.h"

/* The words of the applicant are stored as they came, not tidied as other fields are. */
static bool own_words(struct cli_args *args, struct request *r, struct err *e)
{
	const char *words = cli_opt(args, "content");
	if (!words)
		return true;
	if (!text_valid(words, strlen(words)))
		return err_field(e, "content", _("所需信息不是有效的 UTF-8 文字"));
	r->content = words;
	return true;
}

/* `change` starts from what is stored: an option replaces its field. */
static bool start_change(struct cli *c, int64_t id, struct request_change *args, struct err *e)
{
	struct request_view v;
	if (!request_load(c->office, id, &c->arena, &v, e))
		return false;
	args->now = v.request;
	args->version = v.c.matter.version;
	return true;
}

static bool start_correction(struct cli *c, int64_t id, struct correction_change *args, struct err *e)
{
	struct correction_view v;
	if (!correction_load(c->office, id, &c->arena, &v, e))
		return false;
	args->now = v.correction;
	args->version = v.c.matter.version;
	return true;
}

/* `request material add ID …` */
static void drop_add(struct cli_args *args)
{
	for (size_t i = 1; i < args->npos; i++)
		if (strcmp(args->pos[i], "add") == 0) {
			for (args->npos--; i < args->npos; i++)
				args->pos[i] = args->pos[i + 1];
			return;
		}
}

static bool run_verb(struct cli *c, struct cli_args *args, const struct verb *v, const char *kind, struct verb_call *call, struct err *e)
{
	void *rec = v->args ? arena_alloc(&c->arena, v->args->size) : NULL;
	int64_t id = INT_NONE;
	if (v->args == &material_type)
		drop_add(args);
	if (!v->creates && args->npos < 2)
		return false;
	if (!v->creates && !matter_find(c->office, kind, args->pos[1], &id, e))
		return false;
	if (rec)
		record_clear(v->args, rec);
	if (v->args == &request_change_type && !start_change(c, id, rec, e))
		return false;
	if (v->args == &correction_change_type && !start_correction(c, id, rec, e))
		return false;
	if ((rec && !cli_record(c, args, v->args, rec, e)) || !cli_version(args, v->args, rec, e))
		return false;
	if ((v->args == &request_type || v->args == &request_change_type) && !own_words(args, rec, e))
		return false;
	if (!cli_all_used(c, args, v->creates ? 1 : 2) || !cli_verb(c, v, id, rec, call, e))
		return false;
	if (c->format == CLI_TEXT)
		str_printf(&c->out, "%s\n", call->result);
	return true;
}

bool matter_word(struct cli *c, struct cli_args *args, const char *kind, bool (*show)(struct cli *c, int64_t id, struct err *e), struct err *e)
{
	const char *word = args->pos[0];
	struct verb_call call;
	int64_t id;
	bool shown = strcmp(word, "show") == 0, clock = strcmp(word, "clock") == 0;
	if (shown || clock)
		return args->npos == 2 && cli_all_used(c, args, 2) && matter_find(c->office, kind, args->pos[1], &id, e) &&
			(shown ? show(c, id, e) : matter_out_clock(c, id, e));
	if (strcmp(word, "export") == 0)
		return args->npos == 2 && matter_find(c->office, kind, args->pos[1], &id, e) && casefile_command(c, args, id, e);
	bool over = strcmp(word, "archive") == 0 && cli_opt(args, "override");
	const struct verb *v = verb_find(arena_printf(&c->arena, "%s.%s", kind, over ? "archive_override" : word));
	if (!v || !run_verb(c, args, v, kind, &call, e))
		return false;
	return c->format == CLI_TEXT || show(c, call.subject_id, e);
}
