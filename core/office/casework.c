#include "office/casework.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_casework.h"
#include "law/outcome.h"
#include "office/appeal.h"
#include "office/correction.h"
#include "office/register_entry.h"
#include "office/steps.h"

#define AT(m) FIELD_AT(work, m)
#define ROW {"row", "", FIELD_ID, AT(row), FIELD_HIDDEN}

static const struct choice consultation_kinds[] = {
	{"third_party", N_("第三方")}, {"co_maker", N_("共同制作机关")}, {"other", N_("其他机关")}, {0},
};

static const struct field consultation_fields[] = {
	ROW, {"party", N_("对象"), FIELD_TEXT, AT(who)}, {"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = consultation_kinds},
	{"sent", N_("发出"), FIELD_DATE, AT(on)}, {"reached", N_("收到"), FIELD_DATE, AT(reached)},
	{"answered", N_("答复"), FIELD_DATE, AT(done)}, {"answer", N_("意见"), FIELD_CODE, AT(answer), .choices = opinion_answers},
	{"reasons", N_("理由"), FIELD_LINES, AT(reasons)}, {0},
};
static const struct field task_fields[] = {
	ROW, {"unit", N_("承办部门"), FIELD_TEXT, AT(who)}, {"ask", N_("交办事项"), FIELD_LINES, AT(what)},
	{"assigned_on", N_("交办"), FIELD_DATE, AT(on)}, {"until", N_("内部期限"), FIELD_DATE, AT(until)},
	{"replied_on", N_("回复"), FIELD_DATE, AT(done)}, {"reply", N_("回复内容"), FIELD_LINES, AT(answer)}, {0},
};
static const struct field search_fields[] = {
	ROW, {"where", N_("检索范围"), FIELD_TEXT, AT(place)}, {"words", N_("检索词"), FIELD_TEXT, AT(words)},
	{"by", N_("检索人"), FIELD_TEXT, AT(who)}, {"on", N_("日期"), FIELD_DATE, AT(on)}, {"result", N_("检索结果"), FIELD_LINES, AT(answer)}, {0},
};
static const struct field fee_fields[] = {
	ROW, {"basis", N_("计费方式"), FIELD_CODE, AT(kind), .choices = fee_bases}, {"quantity", N_("数量"), FIELD_INT, AT(quantity)},
	{"amount", N_("金额"), FIELD_MONEY, AT(amount)}, {"search_fee", N_("检索费"), FIELD_MONEY, AT(search_fee)},
	{"copy_fee", N_("复制费"), FIELD_MONEY, AT(copy_fee)}, {"post_fee", N_("邮寄费"), FIELD_MONEY, AT(post_fee)},
	{"waived", N_("减免"), FIELD_MONEY, AT(waived)}, {"hardship", N_("经济困难情形"), FIELD_CODE, AT(answer), .choices = fee_hardships},
	{"waive_reason", N_("减免理由"), FIELD_TEXT, AT(reasons)}, {"waived_by", N_("减免批准人"), FIELD_TEXT, AT(approved_by)},
	{"waived_on", N_("减免日期"), FIELD_DATE, AT(ended)}, {"notified", N_("通知"), FIELD_DATE, AT(on)}, {"paid_on", N_("缴清"), FIELD_DATE, AT(done)}, {0},
};
static const struct field decision_fields[] = {
	ROW, {"outcome", N_("结果"), FIELD_TEXT, AT(what)}, {"ground", N_("不公开依据"), FIELD_TEXT, AT(words)},
	{"report_row", N_("年报行"), FIELD_TEXT, AT(kind)}, {"reasons", N_("理由"), FIELD_LINES, AT(reasons)},
	{"body", N_("负责机关或者渠道"), FIELD_TEXT, AT(who)}, {"decided_on", N_("决定"), FIELD_DATE, AT(on)},
	{"approved_by", N_("批准人"), FIELD_TEXT, AT(approved_by)}, {"approved_on", N_("批准"), FIELD_DATE, AT(reached)},
	{"approval_ref", N_("审批单号"), FIELD_TEXT, AT(approval_ref)}, {"disclose_basis", N_("公开依据"), FIELD_TEXT, AT(basis)},
	{"disclose_reasons", N_("公开理由"), FIELD_LINES, AT(why)}, {"confirmed_by", N_("再次确认"), FIELD_TEXT, AT(confirmed_by)},
	{"confirmed_on", N_("确认日期"), FIELD_DATE, AT(confirmed_on)}, {"number", N_("原答复文号"), FIELD_TEXT, AT(number)}, {"superseded_on", N_("被取代"), FIELD_DATE, AT(ended)}, {0},
};
static const struct field delivery_fields[] = {
	ROW, {"letter", N_("文书"), FIELD_TEXT, AT(number)}, {"method", N_("送达方式"), FIELD_CODE, AT(kind), .choices = delivery_methods},
	{"on", N_("送达"), FIELD_DATE, AT(on)}, {"carrier", N_("邮递企业"), FIELD_CODE, AT(place), .choices = delivery_carriers},
	{"waybill", N_("邮件号"), FIELD_TEXT, AT(words)}, {"signer", N_("签收人"), FIELD_TEXT, AT(who)}, {0},
};
static const struct field material_fields[] = {
	ROW, {"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = material_kinds}, {"title", N_("名称"), FIELD_TEXT, AT(what)},
	{"pages", N_("页数"), FIELD_INT, AT(pages)}, {"original", N_("原件"), FIELD_FLAG, AT(original)},
	{"place", N_("存放位置"), FIELD_TEXT, AT(place)}, {"file", N_("文件"), FIELD_TEXT, AT(file)},
	{"sha256", N_("文件指纹"), FIELD_TEXT, AT(sha256)}, {"size", N_("字节"), FIELD_INT, AT(size)}, {"added_on", N_("登记"), FIELD_DATE, AT(on)}, {0},
};
static const struct field appeal_fields[] = {
	ROW, {"id", N_("编号"), FIELD_TEXT, AT(number)}, {"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = appeal_kinds},
	{"body", N_("受理机关"), FIELD_TEXT, AT(who)}, {"received", N_("收到"), FIELD_DATE, AT(on)},
	{"evidence_due", N_("举证期限"), FIELD_DATE, AT(until)}, {"answered_on", N_("提交答复"), FIELD_DATE, AT(reached)},
	{"result", N_("结果"), FIELD_CODE, AT(answer), .choices = appeal_results}, {"result_on", N_("结果日期"), FIELD_DATE, AT(done)}, {0},
};
static const struct field copy_fields[] = {ROW, {"on", N_("报送"), FIELD_DATE, AT(on)}, {0}};

static const struct field joint_fields[] = {
	ROW, {"on", N_("共商"), FIELD_DATE, AT(on)}, {"units", N_("参加部门"), FIELD_TEXT, AT(who)}, {"opinion", N_("共商意见"), FIELD_LINES, AT(answer)},
	{"reported_to", N_("报告机关"), FIELD_TEXT, AT(what)}, {"reported_on", N_("报告"), FIELD_DATE, AT(done)},
	{"report_ref", N_("报告文号"), FIELD_TEXT, AT(approval_ref)}, {0},
};

static const struct field entry_fields[] = {
	ROW, {"id", N_("编号"), FIELD_TEXT, AT(number)}, {"register", N_("台账"), FIELD_CODE, AT(place), .choices = register_entry_registers},
	{"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = register_entry_kinds}, {"received", N_("收到"), FIELD_DATE, AT(on)}, {"content", N_("内容"), FIELD_LINES, AT(what)},
	{"handling", N_("处理情况"), FIELD_LINES, AT(reasons)}, {"result", N_("结论"), FIELD_CODE, AT(answer), .choices = register_entry_results},
	{"closed_on", N_("办结日"), FIELD_DATE, AT(done)}, {0},
};

static const struct {
	struct record_type type;
	const struct query *query;
} kinds[WORK_KINDS] = {
	[WORK_CONSULTATIONS] = {{"consultations", N_("征求意见"), sizeof(struct work), consultation_fields}, &Q_casework_consultations},
	[WORK_TASKS] = {{"tasks", N_("承办"), sizeof(struct work), task_fields}, &Q_casework_tasks},
	[WORK_SEARCHES] = {{"searches", N_("检索"), sizeof(struct work), search_fields}, &Q_casework_searches},
	[WORK_FEES] = {{"fees", N_("费用"), sizeof(struct work), fee_fields}, &Q_casework_fees},
	[WORK_DECISIONS] = {{"decisions", N_("决定"), sizeof(struct work), decision_fields}, &Q_casework_decisions},
	[WORK_DELIVERIES] = {{"deliveries", N_("送达"), sizeof(struct work), delivery_fields}, &Q_casework_deliveries},
	[WORK_MATERIALS] = {{"materials", N_("材料"), sizeof(struct work), material_fields}, &Q_casework_materials},
	[WORK_APPEALS] = {{"appeals", N_("复议诉讼"), sizeof(struct work), appeal_fields}, &Q_casework_appeals},
	[WORK_FILE_COPIES] = {{"file_copies", N_("报送备案"), sizeof(struct work), copy_fields}, &Q_casework_file_copies},
	[WORK_JOINT_REVIEWS] = {{"joint_reviews", N_("多部门共商"), sizeof(struct work), joint_fields}, &Q_casework_joint_reviews},
	[WORK_ENTRIES] = {{"entries", N_("投诉来电收件"), sizeof(struct work), entry_fields}, &Q_casework_entries},
};

const struct record_type *work_type(enum work_kind kind)
{
	return &kinds[kind].type;
}

/* The members that the kind's type does not name, too. */
static void clear(struct work *w)
{
	*w = (struct work){.row = INT_NONE, .on = DAY_NONE, .until = DAY_NONE, .reached = DAY_NONE, .done = DAY_NONE, .ended = DAY_NONE,
		.quantity = INT_NONE, .amount = INT_NONE, .pages = INT_NONE, .size = INT_NONE, .original = FLAG_NONE};
}

bool work_load(struct office *o, enum work_kind kind, int64_t matter_id, struct arena *a, struct work **out, size_t *n, struct err *e)
{
	size_t cap = 0;
	struct work *rows = NULL;
	struct err end = {0};
	struct q *q = q_open(o->store, kinds[kind].query);
	q_int(q, "id", matter_id);
	for (*n = 0; q_row(q, &end); ++*n) {
		rows = arena_grow(a, rows, *n, &cap, sizeof *rows);
		clear(&rows[*n]);
		q_read_record(q, &kinds[kind].type, &rows[*n], a);
	}
	q_end(q);
	*out = rows;
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

struct work_pages work_pages(const struct work *materials, size_t n)
{
	struct work_pages sum = {0, 0};
	for (size_t i = 0; i < n; i++)
		if (materials[i].pages == INT_NONE)
			sum.uncounted++;
		else
			sum.pages += materials[i].pages;
	return sum;
}

bool work_json(struct office *o, int64_t matter_id, struct json *j, struct arena *a, struct err *e)
{
	for (enum work_kind k = 0; k < WORK_KINDS; k++) {
		struct work *rows;
		size_t n;
		if (!work_load(o, k, matter_id, a, &rows, &n, e))
			return false;
		json_open(j, kinds[k].type.name, '[');
		for (size_t i = 0; i < n; i++)
			json_record(j, NULL, &kinds[k].type, &rows[i], false);
		json_close(j);
	}
	return true;
}

static const char *in_words(struct office *o, const struct matter *m, enum work_kind k, const struct field *f, const struct work *w, struct arena *a)
{
	bool outcome = k == WORK_DECISIONS && !strcmp(f->name, "outcome");
	if (outcome && !strcmp(m->kind, "correction"))
		return correction_outcome_label(w->what);
	const struct outcome *found = outcome && m->ruleset && w->what ? outcome_find(o->law, m->ruleset, w->what) : NULL;
	return found ? found->label : text_clean(a, record_shown(f, w, a), false);
}

bool work_text(struct office *o, const struct matter *m, struct str *out, struct arena *a, struct err *e)
{
	for (enum work_kind k = 0; k < WORK_KINDS; k++) {
		struct work *rows;
		size_t n;
		if (!work_load(o, k, m->row, a, &rows, &n, e))
			return false;
		for (size_t i = 0; i < n; i++) {
			const char *gap = "";
			str_add(out, text_fit(a, tr(kinds[k].type.label), 16));
			for (const struct field *f = kinds[k].type.fields; f->name; f++)
				if (!(f->flags & FIELD_HIDDEN) && record_known(f, &rows[i]) && strcmp(f->name, "sha256") != 0) {
					str_printf(out, "%s%s %s", gap, tr(f->label), in_words(o, m, k, f, &rows[i], a));
					gap = "  ";
				}
			str_char(out, '\n');
		}
	}
	return true;
}
