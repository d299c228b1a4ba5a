/* gwgk search TEXT: everywhere. */
#include "base/text.h"
#include "cli/nouns.h"
#include "office/search.h"

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct search_hit *hits;
	size_t n;
	if (!cli_parse(c, argc, argv, "", &args, e))
		return false;
	if (!args.npos || !cli_all_used(c, &args, args.npos))
		return false;
	struct str text = str_new(&c->arena);
	for (size_t i = 0; i < args.npos; i++)
		str_printf(&text, "%s%s", i ? " " : "", args.pos[i]);
	if (!cli_office(c, e) || !search_find(c->office, text.s, &c->arena, &hits, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_record(&j, NULL, &search_hit_type, &hits[i], false);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("kind=类别 id=编号 title=内容 state=状态 why=依据"));
	t.whole = true; /* masked where it was found; the office's own telephones are not */
	for (size_t i = 0; i < n; i++) {
		const char *title = text_clean(&c->arena, hits[i].title ? hits[i].title : "", false);
		cli_row(&t, hits[i].kind, hits[i].id, c->format == CLI_CSV || text_cells(title) <= 48 ? title : text_fit(&c->arena, title, 48),
			hits[i].state, hits[i].why);
	}
	cli_table_print(&t);
	return true;
}

const struct cli_noun cli_search = {"search", N_("查找"), "search TEXT", run};
