/* gwgk request … : every verb of the table, and the readings. */
#include <string.h>


#include "cli/ledger.h"
#include "cli/matter_verb.h"
#include "cli/nouns.h"
#include "cli/privacy.h"
#include "cli/request_out.h"
#include "office/request_import.h"
#include "office/request_views.h"
#include "office/saved.h"

/* A filter that the operator keeps under a name (F4 in the list of requests). */
static bool list_saved(struct cli *c, struct cli_args *args, const char *name, struct err *e)
{
	struct saved s;
	struct request_row *rows;
	struct cli_privacy privacy;
	int64_t limit;
	size_t n;
	return cli_privacy(c, args, &privacy, e) && cli_count(args, "limit", INT_NONE, &limit, e) && cli_all_used(c, args, 1) &&
		saved_get(c->office, "requests", name, &c->arena, &s, e) &&
		request_view_list(c->office, s.view, s.filter, limit, &c->arena, &rows, &n, e) &&
		cli_disclose(c, &privacy, _("申请名单"), n, e) && request_out_list(c, rows, n, !privacy.unmasked);
}

static bool do_list(struct cli *c, struct cli_args *args, struct err *e)
{
	struct request_filter f;
	struct request_row *rows;
	struct cli_privacy privacy;
	size_t n;
	const char *saved = cli_opt(args, "saved");
	if (saved)
		return list_saved(c, args, saved, e);
	record_clear(&request_filter_type, &f);
	if (cli_opt(args, "open"))
		f.open = 1;
	return cli_privacy(c, args, &privacy, e) && cli_count(args, "limit", INT_NONE, &f.limit, e) &&
		cli_record(c, args, &request_filter_type, &f, e) && cli_all_used(c, args, 1) &&
		request_list(c->office, &f, &c->arena, &rows, &n, e) && cli_disclose(c, &privacy, _("申请名单"), n, e) &&
		request_out_list(c, rows, n, !privacy.unmasked);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run incomplete unmasked", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	const char *word = args.pos[0];
	if (strcmp(word, "list") == 0)
		return do_list(c, &args, e);
	if (strcmp(word, "import") == 0)
		return cli_ledger_import(c, &args, &request_ledger, &request_import_verb, e);
	return matter_word(c, &args, "request", request_out, e);
}

const struct cli_noun cli_request = {
	"request", N_("依申请公开"),
	"request register --channel … --applicant_kind … --name … --content … [--FIELD VALUE…]\n"
	"request change ID --reason … [--version N] [--FIELD VALUE…]\n"
	"request handover ID --to LOGIN [--on D] [--reason …]\n"
	"request confirm ID --on D --with … [--by …]\n"
	"request identity ID [--on D] [--by …]\n"
	"request void ID --reason …\n"
	"request list [--state …] [--channel …] [--year N] [--name …] [--text …] [--open yes] [--mine yes] [--handler LOGIN] [--limit N] [--unmasked --reason …]\n"
	"request list --saved NAME [--limit N]\n"
	"request show ID\n"
	"request import FILE [--lines N,N…] [--dry-run]\n"
	"request import FILE --take N,N…\n"
	"request clock ID\n"
	"request clarify ID --items … [--on D] [--until D]\n"
	"request clarified ID [--on D]\n"
	"request lapse ID [--on D]\n"
	"request consult ID --party … [--sent D] [--reached D] [--until D]\n"
	"request opinion ID --party … --answer consent|object|none [--on D] [--reasons …]\n"
	"request coagency ID --body … --kind co_maker|other [--sent D] [--reached D]\n"
	"request coagency_reply ID --body … --answer … [--on D] [--reasons …]\n"
	"request assign ID --unit … --until D [--ask …] [--on D]\n"
	"request reply ID --unit … [--on D] [--reply …]\n"
	"request joint_review ID --unit … --result … [--on D] [--body … --reported_on D --approval_ref …]\n"
	"request search ID --where … --words … --result … [--by …] [--on D]\n"
	"request extend ID --days N --reason … --approved_by … [--approved_on D] [--approval_ref …] [--notified D]\n"
	"request ask_reasons ID [--on D] [--reasons …] [--until D]\n"
	"request delay ID --until D --reason … [--on D]\n"
	"request fee ID --basis count|pages [--quantity N] [--notified D]\n"
	"request fee ID --basis cost [--search_fee M] [--copy_fee M] [--post_fee M] [--notified D]\n"
	"request waive ID --hardship wubao|dibao|youfu|other --reason … --approved_by … [--amount M] [--applied_on D] [--on D]\n"
	"              [--approved_on D] [--approval_ref …]\n"
	"request paid ID [--on D]\n"
	"request decide ID --outcome … [--ground …[,…]] [--reasons …] [--withheld …] [--withheld_2 …] [--ground_2 … --reasons_2 …]\n"
	"               [--withheld_3 …] [--ground_3 … --reasons_3 …]\n"
	"               [--disclose_basis public_interest|no_good_reason --disclose_reasons …] [--body …] [--on D] [--approved_by …]\n"
	"               [--approved_on D] [--approval_ref …] [--confirmed yes]\n"
	"request confirm_ground ID [--by …] [--on D]\n"
	"request answer_now ID [--signer …] [--outcome granted|already_public] [--reasons …] [--where …] [--letter yes] [--on D]\n"
	"                   [--approved_by …] [--approved_on D] [--approval_ref …] [--disclose_basis … --disclose_reasons …]\n"
	"request deliver ID --method … [--on D] [--carrier ems|postal|courier] [--waybill …] [--signer …] [--server …]\n"
	"request deliver_again ID --reason … --method … [--on D] [--carrier ems|postal] [--waybill …] [--signer …] [--server …]\n"
	"request deliver_fix ID --reason … [--method …] [--on D] [--carrier ems|postal|courier] [--waybill …] [--signer …] [--server …]\n"
	"request withdraw ID [--on D] [--reason …]\n"
	"request transfer ID [--body …] [--reason …] [--on D]\n"
	"request merge ID --into ID [--reason …]\n"
	"request reopen ID [--reason …] [--days N | --until D] [--on D]\n"
	"request material add ID --kind … --title … [--pages N] [--original yes] [--place … | --file …]\n"
	"request file_copy ID [--on D]\n"
	"request archive ID [--on D] [--archive_number …] [--retention …] [--override …]\n"
	"request shelve ID --archive_number … [--retention …]\n"
	"request undo ID\n"
	"request export ID --out DIR|FILE.pdf --reason … [--incomplete]",
	run,
};
