/* Reference page of the letters: each template, its dates and its slots. */
#include "cli/doc.h"
#include "paper/template.h"

void doc_letters(struct cli *c)
{
	struct arena *a = &c->arena;
	struct template **all;
	size_t n;
	template_load(gen_letters, a, &all, &n);
	doc_title(c, _("文书"), "letters");
	for (size_t i = 0; i < n; i++) {
		const struct template *t = all[i];
		char from[DAY_ISO], to[DAY_ISO];
		doc_section(c, t->kind, t->name);
		str_printf(&c->out, _("规则 %d，启用 %s，停用 %s，依据 %s，救济 %s，份数 %d\n"), t->family, day_iso(t->valid_from, from),
			t->valid_to == DAY_NONE ? _("无") : day_iso(t->valid_to, to), t->articles ? t->articles : "",
			template_remedy_name(t->remedy), t->copies);
		if (!t->nslots)
			continue;
		str_char(&c->out, '\n');
		doc_head(c, _("填写项"), _("名称"), _("类型"), _("必填"), _("手填"), DOC_END);
		for (size_t k = 0; k < t->nslots; k++) {
			const struct slot *s = &t->slots[k];
			doc_row(c, s->name, s->label, slot_type_name(s->type), s->required ? _("是") : "", s->typed ? _("是") : "",
				DOC_END);
		}
	}
}
