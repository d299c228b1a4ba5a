/* gwgk request … : every verb of the table, and the readings. */
#include <string.h>

#include "base/encoding.h"
#include "base/hash.h"
#include "base/text.h"

#include "cli/nouns.h"
#include "cli/request_out.h"
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

static bool do_list(struct cli *c, struct cli_args *args, struct err *e)
{
	struct request_filter f;
	struct request_row *rows;
	size_t n;
	record_clear(&request_filter_type, &f);
	if (cli_opt(args, "open"))
		f.open = 1;
	return cli_record(c, args, &request_filter_type, &f, e) && cli_all_used(c, args, 1) &&
		request_list(c->office, &f, &c->arena, &rows, &n, e) && request_out_list(c, rows, n);
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

/* A paper kept as a file: its bytes are measured and hashed, it stays where it is. */
static bool file_hash(struct cli *c, struct step_args *a, struct err *e)
{
	unsigned char hash[HASH_LEN];
	char hex[HASH_HEX], *data;
	size_t len;
	struct err why = {0};
	if (!a->file)
		return true;
	if (!file_read(a->file, (size_t)1 << 30, &c->arena, &data, &len, &why))
		return err_field(e, "file", "%s", why.text);
	hash_bytes(data, len, hash);
	a->sha256 = arena_strdup(&c->arena, hash_hex(hash, hex));
	a->size = (int64_t)len;
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

static bool do_verb(struct cli *c, struct cli_args *args, const struct verb *v, struct err *e)
{
	void *rec = v->args ? arena_alloc(&c->arena, v->args->size) : NULL;
	struct verb_call call;
	int64_t id = INT_NONE;
	if (!v->creates && args->npos < 2)
		return false;
	if (!v->creates && !matter_find(c->office, "request", args->pos[1], &id, e))
		return false;
	if (rec)
		record_clear(v->args, rec);
	if (strcmp(v->name, "request.change") == 0 && !start_change(c, id, rec, e))
		return false;
	if (rec && !cli_record(c, args, v->args, rec, e))
		return false;
	if (v->args == &material_type && !file_hash(c, rec, e))
		return false;
	if ((v->args == &request_type || v->args == &request_change_type) && !own_words(args, rec, e))
		return false;
	if (!cli_all_used(c, args, v->creates ? 1 : 2) || !cli_verb(c, v, id, rec, &call, e))
		return false;
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s\n", call.result);
		return true;
	}
	return request_out(c, call.subject_id, e);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	int64_t id;
	if (!cli_parse(c, argc, argv, "", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	const char *word = args.pos[0];
	if (strcmp(word, "list") == 0)
		return do_list(c, &args, e);
	bool show = strcmp(word, "show") == 0, clock = strcmp(word, "clock") == 0;
	if (show || clock)
		return args.npos == 2 && cli_all_used(c, &args, 2) && matter_find(c->office, "request", args.pos[1], &id, e) &&
			(show ? request_out(c, id, e) : matter_out_clock(c, id, e));
	const struct verb *v = verb_find(arena_printf(&c->arena, "request.%s", word));
	if (strcmp(word, "material") == 0)
		drop_add(&args);
	if (strcmp(word, "archive") == 0 && cli_opt(&args, "override"))
		v = verb_find("request.archive_override");
	return v && do_verb(c, &args, v, e);
}

const struct cli_noun cli_request = {
	"request", N_("依申请公开"),
	"request register --channel … --applicant_kind … --name … --content …\n"
	"request change ID --reason … [--FIELD VALUE…]\n"
	"request confirm ID --on D --with … [--by …]\n"
	"request void ID --reason …\n"
	"request list [--state …] [--channel …] [--year N] [--name …] [--text …] [--open yes] [--limit N]\n"
	"request show ID\n"
	"request clock ID\n"
	"request clarify ID --items … [--on D] [--until D]\n"
	"request clarified ID [--on D]\n"
	"request lapse ID [--on D]\n"
	"request consult ID --party … [--sent D] [--reached D] [--until D]\n"
	"request opinion ID --party … --answer consent|object|none [--on D] [--reasons …]\n"
	"request coagency ID --body … --kind co_maker|other [--sent D] [--reached D]\n"
	"request coagency_reply ID --body … --answer … [--on D] [--reasons …]\n"
	"request assign ID --unit … --until D [--ask …]\n"
	"request reply ID --unit … [--on D] [--reply …]\n"
	"request search ID --where … --words … --result … [--by …] [--on D]\n"
	"request extend ID --days N --reason … --approved_by … [--approved_on D] [--approval_ref …] [--notified D]\n"
	"request ask_reasons ID [--on D] [--reasons …]\n"
	"request delay ID --until D --reason …\n"
	"request fee ID --basis count|pages [--quantity N] [--notified D]\n"
	"request paid ID [--on D]\n"
	"request decide ID --outcome … [--ground …] [--reasons …] [--body …] [--on D] [--approved_by …] [--approved_on D]\n"
	"request answer_now ID --signer … [--outcome …] [--reasons …] [--on D]\n"
	"request deliver ID --method … [--on D] [--carrier ems|postal|courier] [--waybill …] [--signer …]\n"
	"request withdraw ID [--on D] [--reason …]\n"
	"request transfer ID --body … --reason … [--on D]\n"
	"request merge ID --into ID --reason …\n"
	"request reopen ID --reason … --days N | --until D [--on D]\n"
	"request material add ID --kind … --title … [--pages N] [--original yes] [--place … | --file …]\n"
	"request file_copy ID [--on D]\n"
	"request archive ID [--on D] [--override …]\n"
	"request undo ID",
	run,
};
