/* The seven questions under both laws, one row an answer. */
#include "law/wizard.h"

#define TO(id) .next = id
#define DECIDE(code) .verb = "request.decide", .outcome = code

static const struct wizard_answer clear[] = {
	{N_("要件齐全、内容明确"), N_("姓名、身份证明、联系方式、内容描述、形式要求（条例29）"), TO("abuse")},
	{N_("不明确或缺要件，还没有要求补正"), N_("收到之日起7个工作日内一次性告知（条例30）"), .verb = "request.clarify"},
	{N_("补正后仍不明确"), N_("无法提供（条例30，年报D3）"), DECIDE("unclear")},
	{N_("逾期不补正，没有正当理由"), N_("视为放弃申请，不再处理（条例30，年报F1）"), .verb = "request.lapse"},
	{0},
};
static const struct wizard_answer abuse[] = {
	{N_("一般的申请"), N_("申请人不必说明用途（条例27）"), TO("kind")},
	{N_("数量、频次明显超过合理范围，还没有要求说明理由"), N_("可以要求说明理由（条例35）"), .verb = "request.ask_reasons"},
	{N_("说明的理由不合理"), N_("不予处理（条例35，年报E4）"), DECIDE("excessive")},
	{N_("理由合理，但期限内答复不了"), N_("确定合理的延迟期限（条例35）"), .verb = "request.delay"},
	{N_("已就同一内容答复过，重复申请"), N_("不予重复处理，写明前次答复（条例36(六)，年报E2）"), DECIDE("repeat")},
	{0},
};
static const struct wizard_answer kind[] = {
	{N_("是政府信息"), N_("履行行政管理职能过程中制作或者获取，以一定形式记录、保存（条例2）"), TO("whose")},
	{N_("实为信访、投诉、举报"), N_("不作为申请处理，告知渠道（条例39(一)，年报E1）"), DECIDE("petition")},
	{N_("要求提供公报、报刊、书籍等出版物"), N_("告知获取途径（条例39(二)，年报E3）"), DECIDE("published_matter")},
	{N_("要求确认或者重新出具已获取的信息"), N_("不予处理（年报E5）"), DECIDE("reconfirm")},
	{N_("工商、不动产登记等另有查询规定"), N_("告知依照有关规定办理（条例36(七)，年报C8）"), DECIDE("query_law")},
	{N_("不属于政府信息"), N_("说明理由（条例2，年报F3）"), DECIDE("not_gov_info")},
	{N_("以上都不是"), N_("写明怎样处理和理由（条例36，年报F3）"), DECIDE("other")},
	{0},
};
static const struct wizard_answer whose[] = {
	{N_("本机关负责公开"), N_("谁制作谁公开，谁保存谁公开（条例10）"), TO("held")},
	{N_("与其他机关共同制作，本机关牵头"), N_("可以征求意见，15个工作日不答复视为同意（条例34）"), .verb = "request.coagency"},
	{N_("其他机关负责公开"), N_("说明理由，能确定的告知名称和联系方式（条例36(五)，年报D1）"), DECIDE("not_held")},
	{0},
};
static const struct wizard_answer held[] = {
	{N_("有现成信息"), N_("现有的、不需要加工分析的信息（条例38）"), TO("open")},
	{N_("还没有检索"), N_("先登记检索：何处、检索词、何人、何时（指导案例101号）"), .verb = "request.search"},
	{N_("检索后没有"), N_("须有检索记录（条例36(四)，年报D1）"), DECIDE("not_existing")},
	{N_("没有现成信息，需要加工、分析"), N_("可以不予提供（条例38，年报D2）"), DECIDE("needs_making")},
	{0},
};
static const struct wizard_answer open[] = {
	{N_("已经主动公开"), N_("告知获取方式、途径（条例36(一)，年报A）"), DECIDE("already_public")},
	{N_("可以公开"), N_("条例13：以公开为常态"), TO("form")},
	{N_("涉及第三方合法权益，还没有征求意见"), N_("书面征求；第三方15个工作日不答复的，由本机关决定（条例32）"), .verb = "request.consult"},
	{N_("第三方反对，但不公开对公共利益有重大影响"), N_("决定公开，书面告知第三方内容和理由（条例15、32）"), DECIDE("granted"), .basis = "public_interest"},
	{N_("第三方反对，但理由不成立"), N_("决定公开，书面告知第三方内容和理由（条例32）"), DECIDE("granted"), .basis = "no_good_reason"},
	{N_("有一部分不能公开，能够区分"), N_("公开其余部分，对不公开的部分说明理由（条例37，年报B）"), DECIDE("partial")},
	{N_("不予公开"), N_("条例14—16，选依据、写理由；16条由批准人再次确认（年报C1—C7）"), DECIDE("refused")},
	{0},
};
static const struct wizard_answer form[] = {
	{N_("能按申请人要求的形式提供"), N_("条例40"), TO("when")},
	{N_("只能以其他形式提供"), N_("电子数据，或者安排查阅、抄录（条例40）"), TO("when")},
	{N_("数量超过合理范围，要收信息处理费"), N_("按件或者按量，只选其一（条例42，国办函〔2020〕109号）"), .verb = "request.fee"},
	{0},
};
static const struct wizard_answer when[] = {
	{N_("现在作出决定"), N_("20个工作日内答复（条例33，年报A）"), DECIDE("granted")},
	{N_("申请人在场，当场答复"), N_("登记、决定、文书、签收一次办完（条例33）"), .verb = "request.answer_now"},
	{N_("期限内答复不了"), N_("经负责人同意延长一次，最长20个工作日，到期前告知（条例33）"), .verb = "request.extend"},
	{0},
};

/* --- 条例(2008): the same seven steps; a purpose of one's own, no asking for reasons, the old classes 免于 and 转其他 ------------------- */

static const struct wizard_answer clear_2008[] = {
	{N_("要件齐全、内容明确"), N_("姓名或者名称、联系方式、内容描述、形式要求（条例(2008)20）"), TO("kind")},
	{N_("内容不明确"), N_("告知申请人更改、补充，写明期限（条例(2008)21(四)）"), .verb = "request.clarify"},
	{N_("补正后仍不明确"), N_("告知内容不明确（条例(2008)21(四)，年报D3，旧类转其他）"), DECIDE("unclear")},
	{N_("逾期不补正，没有正当理由"), N_("视为放弃申请，不再处理（条例(2008)21(四)，年报F1）"), .verb = "request.lapse"},
	{0},
};
static const struct wizard_answer kind_2008[] = {
	{N_("是政府信息，合自身特殊需要"), N_("自身生产、生活、科研等特殊需要（条例(2008)2、13）"), TO("whose")},
	{N_("实为信访、投诉、举报"), N_("不作为申请处理，告知渠道（年报E1，旧类转其他）"), DECIDE("petition")},
	{N_("应走咨询、统计等其他途径"), N_("告知并转其他途径（条例(2008)21(三)，年报D1，旧类转其他）"), DECIDE("transferred")},
	{N_("已就同一内容答复过，重复申请"), N_("写明前次答复（年报E2，旧类转其他）"), DECIDE("repeat")},
	{N_("要求提供公报、报刊、书籍等出版物"), N_("告知获取途径（年报E3，旧类转其他）"), DECIDE("published_matter")},
	{N_("不属于政府信息"), N_("说明理由（条例(2008)2，年报F3，旧类转其他）"), DECIDE("not_gov_info")},
	{N_("与自身特殊需要无关，或者其他情形"), N_("说明理由（条例(2008)13，年报F3，旧类转其他）"), DECIDE("other")},
	{0},
};
static const struct wizard_answer whose_2008[] = {
	{N_("属于本机关掌握范围"), N_("谁制作谁公开，谁保存谁公开（条例(2008)17）"), TO("held")},
	{N_("还要征求其他机关意见"), N_("可以征求，时间不从答复期限里扣除（条例(2008)24）"), .verb = "request.coagency"},
	{N_("不属于本机关掌握范围"), N_("能确定的告知名称和联系方式（条例(2008)21(三)，年报D1，旧类转其他）"), DECIDE("not_held")},
	{0},
};
static const struct wizard_answer held_2008[] = {
	{N_("有现成信息"), N_("已经制作或者获取的信息（条例(2008)2）"), TO("open")},
	{N_("还没有检索"), N_("先登记检索：何处、检索词、何人、何时（指导案例101号）"), .verb = "request.search"},
	{N_("检索后没有"), N_("须有检索记录（条例(2008)21(三)，年报D1，旧类转其他）"), DECIDE("not_existing")},
	{N_("没有现成信息，需要汇总、加工"), N_("说明理由（条例(2008)21，年报D2，旧类转其他）"), DECIDE("needs_making")},
	{0},
};
static const struct wizard_answer open_2008[] = {
	{N_("已经主动公开"), N_("告知获取方式、途径（条例(2008)21(一)，年报A，旧类同意）"), DECIDE("already_public")},
	{N_("可以公开"), N_("属于公开范围（条例(2008)21(一)）"), TO("form")},
	{N_("涉及第三方权益，还没有征求意见"), N_("书面征求，答复期限写在征询函里（条例(2008)23）"), .verb = "request.consult"},
	{N_("第三方反对，不公开严重影响公共利益"), N_("予以公开，书面告知第三方内容和理由（条例(2008)14、23）"), DECIDE("granted"), .basis = "public_interest"},
	{N_("有一部分不能公开，能够区分"), N_("提供可以公开的内容（条例(2008)22，年报B，旧类部分）"), DECIDE("partial")},
	{N_("不予公开"), N_("选依据、写理由（条例(2008)14、21(二)，旧类不予）"), DECIDE("refused")},
	{N_("法律法规规定免予公开"), N_("选依据、写理由（条例(2008)14，旧类免于）"), DECIDE("exempt")},
	{0},
};
static const struct wizard_answer form_2008[] = {
	{N_("能按申请人要求的形式提供"), N_("条例(2008)26"), TO("when")},
	{N_("只能以其他形式提供"), N_("查阅资料、提供复制件或者其他适当形式（条例(2008)26）"), TO("when")},
	{N_("要收检索、复制、邮寄成本费"), N_("按实际发生的费用，不影响答复期限（条例(2008)27）"), .verb = "request.fee"},
	{N_("公民经济困难，申请减免费用"), N_("经负责人同意减免（条例(2008)28）"), .verb = "request.waive"},
	{0},
};
static const struct wizard_answer when_2008[] = {
	{N_("现在作出决定"), N_("15个工作日内答复（条例(2008)24，年报A，旧类同意）"), DECIDE("granted")},
	{N_("申请人在场，当场答复"), N_("登记、决定、文书、签收一次办完（条例(2008)24）"), .verb = "request.answer_now"},
	{N_("期限内答复不了"), N_("经负责人同意延长一次，最长15个工作日，告知申请人（条例(2008)24）"), .verb = "request.extend"},
	{0},
};

static const struct wizard_question questions_2019[] = {
	{"clear", N_("补不补"), N_("申请的要件齐全、内容明确吗？"), clear},
	{"abuse", N_("补不补"), N_("数量、频次正常吗？是不是第一次申请？"), abuse},
	{"kind", N_("是不是"), N_("申请的是政府信息吗？"), kind},
	{"whose", N_("谁负责"), N_("由哪个机关负责公开？"), whose},
	{"held", N_("有没有"), N_("有没有现成的信息？"), held},
	{"open", N_("给不给"), N_("能不能公开？"), open},
	{"form", N_("怎么给"), N_("以什么形式提供？"), form},
	{"when", N_("怎么答"), N_("什么时候答复？"), when},
	{0},
};

static const struct wizard_question questions_2008[] = {
	{"clear", N_("补不补"), N_("申请的要件齐全、内容明确吗？"), clear_2008},
	{"kind", N_("是不是"), N_("申请的是政府信息吗？合自身需要吗？"), kind_2008},
	{"whose", N_("谁负责"), N_("由哪个机关负责公开？"), whose_2008},
	{"held", N_("有没有"), N_("有没有现成的信息？"), held_2008},
	{"open", N_("给不给"), N_("能不能公开？"), open_2008},
	{"form", N_("怎么给"), N_("以什么形式提供？"), form_2008},
	{"when", N_("怎么答"), N_("什么时候答复？"), when_2008},
	{0},
};

const struct wizard_question *wizard_questions(enum proc_family family)
{
	return family == PROC_REQUEST_2008 ? questions_2008 : questions_2019;
}
