#!/bin/bash
# Corrections and appeals on the command line, from the letter to the archive: both rule sets, evidence, clarification, the results, what is
# passed on, identity, undoing, close-out, the desk and the search.
set -u
. tests/stage/lib/office.sh
field() { jq -c "$1"; }
new() { # DAY: a correction handed in on that day
	n=$((n + 1))
	id=$(at "$1" correction register --channel in_person --applicant_kind natural --name "申请人$n" --id_kind id_card --id_number 11010519491231002X --phone "1380013$((8000 + n))" \
		--record "第 $n 号备案登记表" --claim "更正第 $n 处" --evidence '营业执照复印件；变更登记通知书' --json | jq -r .id)
}
rows() { at "$1" today --json | jq -c --arg id "$2" '[.sections[]|select(.rows|any(.id==$id))|.key]'; } # DAY ID: where it stands on the desk

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init failed
for s in 'phone 0532-1' 'address 某路1号' 'online_review https://fy.example'; do "$gwgk" setting set $s >/dev/null; done
"$gwgk" unit add --name 企业管理科 >/dev/null

# --- by letter, to the archive ------------------------------------------------------------------------------------------------------
c=$(at 2026-03-02 correction register --channel post_plain --arrived 2026-02-27 --applicant_kind enterprise --name 远洋公司 --record 备案登记表 --claim 更正电话 --evidence 营业执照 --json)
is 'by plain post it waits for a confirmation' "$(field '[.state,.received,.due]' <<<"$c")" '["unconfirmed",null,null]'
is 'and stands on the desk' "$(rows 2026-03-02 C2026-0001)" '["unconfirmed"]'
is 'confirmed, twenty working days are the internal target' "$(at 2026-03-02 correction confirm C2026-1 --on 2026-03-02 --with 电话 --json | field '[.state,.received,.due]')" '["open","2026-03-02","2026-03-30"]'
is 'its clock is its own' "$(at 2026-03-02 correction clock C2026-1 --json | field '[.clocks[0].key,.clocks[0].due]')" '["correction","2026-03-30"]'
is 'the evidence is listed' "$(at 2026-03-02 correction show C2026-1 --json | jq -r .evidence)" 营业执照
is 'asked to clarify' "$(at 2026-03-04 correction clarify C2026-1 --items 变更登记证明 --until 2026-03-20 --json | field '[.state,.due]')" '["clarifying",null]'
is 'it waits for the applicant' "$(rows 2026-03-05 C2026-0001)" '["waiting_applicant"]'
refused 'while it waits nothing is decided' 期限未满 at 2026-03-10 correction decide C2026-1 --outcome refused --reasons 证据不足
is 'clarified: the target begins anew' "$(at 2026-03-10 correction clarified C2026-1 --on 2026-03-10 --json | field '[.state,.due]')" '["open","2026-04-08"]'
is 'verified by a unit' "$(at 2026-03-10 correction assign C2026-1 --unit 企业管理科 --until 2026-03-17 --ask 核对原始档案 --json | field '.tasks[0]|[.unit,.until,.replied_on]')" '["企业管理科","2026-03-17",null]'
is 'who owes stands on the desk under its own number' "$(at 2026-03-16 today --json | field '[.sections[]|select(.key=="waiting_unit")|.rows[]|[.kind,.id]]')" '[["task","C2026-0001"]]'
is 'it answered' "$(at 2026-03-12 correction reply C2026-1 --unit 企业管理科 --reply 档案记载与申请人所说一致 --json | field '.tasks[0].replied_on')" '"2026-03-12"'
is 'what was looked up' "$(at 2026-03-12 correction search C2026-1 --where 备案系统 --words 远洋公司 --by 王 --result 电话为旧号 --json | field '.searches[0].result')" '"电话为旧号"'
is 'taken back, it is gone' "$(at 2026-03-12 correction undo C2026-1 --json | field '.searches')" '[]'
refused 'what is not corrected has reasons' 理由 at 2026-03-13 correction decide C2026-1 --outcome partly
is 'decided' "$(at 2026-03-13 correction decide C2026-1 --outcome partly --reasons 电话属实，地址与登记机关记录一致 --approved_by 张 --approved_on 2026-03-13 --json | field '[.state,.outcome,.decisions[-1].approved_by]')" '["decided","partly","张"]'
is 'a decision taken back leaves no outcome' "$(at 2026-03-13 correction undo C2026-1 --json | field '[.state,.outcome]')" '["open",null]'
at 2026-03-13 correction decide C2026-1 --outcome partly --reasons 电话属实，地址与登记机关记录一致 >/dev/null
refused 'not delivered without its letter' 尚未制发 at 2026-03-13 correction deliver C2026-1 --method direct --signer 周
is 'its letter tells the remedy' "$(at 2026-03-13 letter issue C2026-1 correction_result --slot corrected=电话已更正 --json | jq -r .state)" issued
is 'to be delivered' "$(rows 2026-03-13 C2026-0001)" '["deliver"]'
at 2026-03-16 correction deliver C2026-1 --method direct --signer 周 >"$work/out" 2>&1
if grep -q 没有核对申请人身份 "$work/out" "$work/err"; then ok 'handing over without a look at the identity is said'; else no 'handing over without a look at the identity is said' "$(cat "$work/out" "$work/err")"; fi
is 'archived' "$(at 2026-03-17 correction archive C2026-1 --json | jq -r .state)" archived

# --- nothing came -------------------------------------------------------------------------------------------------------------------
new 2026-03-02
at 2026-03-03 correction clarify "$id" --items 证据 --until 2026-03-10 >/dev/null
at 2026-03-11 correction lapse "$id" >/dev/null; is 'a correction does not lapse' $? 2
is 'after the limit it is decided on what there is' "$(at 2026-03-11 correction decide "$id" --outcome refused --reasons 所附材料不能证明记录不准确 --json | field '[.state,.outcome]')" '["decided","refused"]'

# --- no power: passed on, or told whom to ask ------------------------------------------------------------------------------------------
new 2026-03-02
refused 'whom it goes to is named' 有权更正的机关 at 2026-03-03 correction transfer "$id"
is 'passed on: body and day are kept' "$(at 2026-03-03 correction transfer "$id" --body 市场监督管理局 --reason 登记由登记机关负责 --json | field '[.state,.outcome,.transferred_to,.transferred_on]')" \
	'["decided","no_power","市场监督管理局","2026-03-03"]'
is 'taken back' "$(at 2026-03-03 correction undo "$id" --json | field '[.state,.outcome,.transferred_to,.transferred_on]')" '["open",null,null,null]'
at 2026-03-04 correction transfer "$id" --body 市场监督管理局 --reason 登记由登记机关负责 >/dev/null
case $(at 2026-03-04 letter preview "$id" correction_no_power --slot body_contact=电话12315) in
*转送市场监督管理局处理*转送日期为2026年3月4日*) ok 'the letter says that it was passed on, and when' ;;
*) no 'the letter says that it was passed on, and when' "$(cat "$work/err")" ;;
esac
is 'its letter' "$(at 2026-03-04 letter issue "$id" correction_no_power --slot body_contact=电话12315 --json | jq -r .state)" issued
is 'a correction passed on keeps its record to the end' "$(at 2026-03-05 correction identity "$id" --by 王 >/dev/null; at 2026-03-05 correction deliver "$id" --method post --carrier ems --waybill EX1 >/dev/null
	at 2026-03-06 correction archive "$id" --json | field '[.state,.transferred_to,.transferred_on]')" '["archived","市场监督管理局","2026-03-04"]'
new 2026-03-02
at 2026-03-04 correction decide "$id" --outcome no_power --body 市场监督管理局 --reasons 登记由登记机关负责 >/dev/null
case $(at 2026-03-04 letter preview "$id" correction_no_power --slot body_contact=电话12315) in
*请你（单位）向市场监督管理局提出更正申请*) ok 'or the applicant is told whom to ask' ;;
*) no 'or the applicant is told whom to ask' "$(cat "$work/err")" ;;
esac

# --- 2008 -----------------------------------------------------------------------------------------------------------------------------
o=$(at 2012-03-01 correction register --channel telegram --arrived 2012-03-01 --applicant_kind natural --name 旧人 --record 报关单 --claim 更正数量 --evidence 发票 --json)
old=$(jq -r .id <<<"$o")
is 'an old correction has the old rules' "$(field '[.ruleset,.state]' <<<"$o")" '["2008","open"]'
is 'its receipt' "$(at 2012-03-01 letter issue "$old" correction_receipt --json | jq -r .state)" issued
refused 'under the old rules it is passed on, not only told' 转送 at 2012-03-05 correction decide "$old" --outcome no_power --body 某局 --reasons 无权
is 'passed on' "$(at 2012-03-05 correction transfer "$old" --body 某局 --reason 由其登记 --json | jq -r .outcome)" no_power
is 'its letter' "$(at 2012-03-05 letter issue "$old" correction_no_power --slot body_contact=电话1 --json | jq -r .state)" issued

# --- papers of the case --------------------------------------------------------------------------------------------------------------
new 2026-03-02
printf '发票' >"$work/发票.txt"
is 'a paper kept as a file has its whole path, size and hash' \
	"$(at 2026-03-03 correction material add "$id" --kind other --title 发票 --pages 2 --file "$work/发票.txt" --json | field '.materials[0]|[.file,.size,.sha256,.pages]')" \
	"[\"$work/发票.txt\",6,\"$(sha256sum <"$work/发票.txt" | cut -d' ' -f1)\",2]"
refused 'a file that is not there is named' 没有文件 at 2026-03-03 correction material "$id" --kind other --title 无 --file "$work/no"
refused 'nor is a folder a paper' 没有文件 at 2026-03-03 correction material "$id" --kind other --title 无 --file "$work"
is 'a paper in a box' "$(at 2026-03-03 correction material "$id" --kind id_copy --title 身份证 --pages 1 --original yes --place 1柜3盒 --json | field '.materials[1]|[.original,.place,.sha256]')" '[true,"1柜3盒",null]'
is 'taken back it is no paper of the case' "$(at 2026-03-03 correction undo "$id" --json | field '.materials|length')" 1
r=$(at 2026-03-02 request register --channel in_person --applicant_kind natural --name 甲 --content 合同 --json | jq -r .id)
refused 'pages that nobody counted are asked for' 页数 at 2026-03-03 request fee "$r" --basis pages
at 2026-03-03 request material "$r" --kind provided --title 合同 --pages 30 >/dev/null
at 2026-03-03 request material "$r" --kind provided --title 附件 --pages 20 >/dev/null
at 2026-03-03 request material "$r" --kind application --title 申请表 --pages 9 >/dev/null
is 'the pages of what is given make the fee' "$(at 2026-03-04 request fee "$r" --basis pages --json | field '.fees[0]|[.quantity,.amount]')" '[50,"200.00"]'

is 'whose request it is was looked at, and when' "$(at 2026-03-04 request identity "$r" --by 王 --json | field '[.identity_checked_on,.identity_checked_by]')" '["2026-03-04","王"]'
is 'taken back, nobody looked' "$(at 2026-03-04 request undo "$r" --json | field '[.identity_checked_on,.identity_checked_by]')" '[null,null]'

# --- appeals -----------------------------------------------------------------------------------------------------------------------------
is 'a review of a correction: ten working days for the evidence' "$(at 2026-04-01 appeal add --kind review --received 2026-04-01 --case C2026-1 --body 青岛海关 --json | field '[.id,.case,.evidence_due,.result]')" \
	'["A2026-0001","C2026-0001","2026-04-16","pending"]'
is 'five in the simple procedure' "$(at 2026-04-01 appeal add --kind review --procedure simple --received 2026-04-01 --case C2026-1 --json | jq -r .evidence_due)" 2026-04-09
is 'fifteen days in court' "$(at 2026-04-01 appeal add --kind suit_direct --received 2026-04-01 --case C2026-1 --json | jq -r .evidence_due)" 2026-04-16
is 'the evidence stands on the desk' "$(at 2026-04-16 today --json | field '[.sections[]|select(.key=="due_today")|.rows[]|[.kind,.id]]')" '[["register","A2026-0001"],["register","A2026-0003"]]'
is 'late, it is overdue' "$(rows 2026-04-20 A2026-0001)" '["overdue"]'
is 'answered, it is off the desk' "$(at 2026-04-16 appeal change A2026-1 --answered_on 2026-04-16 --reason 已提交答复 >/dev/null; rows 2026-04-20 A2026-0001)" '[]'
is 'it stands in the case' "$(at 2026-04-16 correction show C2026-1 --json | field '[.appeals[].id]')" '["A2026-0001","A2026-0002","A2026-0003"]'
refused 'without an order a case stays closed' 责令 at 2026-05-06 correction reopen C2026-1
at 2026-05-06 appeal result A2026-1 --result corrected --on 2026-05-06 --note 责令重新处理 >/dev/null
is 'by order it is opened again' "$(at 2026-05-07 correction reopen C2026-1 --days 10 --reason 复议决定 --json | field '[.state,.outcome,.due]')" '["open",null,"2026-05-20"]'
is 'the first decision is kept' "$(at 2026-05-08 correction decide C2026-1 --outcome corrected --reasons 证据充分 --json | field '[.decisions[]|select(.outcome!=null)|[.outcome,.superseded_on]]|[.[-2:][]]')" \
	'[["partly","2026-05-07"],["corrected",null]]'

# --- registered by mistake -----------------------------------------------------------------------------------------------------------------
refused 'an order that was obeyed stands' 重新办理 at 2026-05-08 appeal void A2026-1 --reason 登错
refused 'voiding wants its reason' 作废原因 at 2026-05-08 appeal void A2026-3
at 2026-04-16 appeal result A2026-2 --result corrected --on 2026-04-16 >/dev/null
is 'of two orders the one not yet obeyed can go' "$(at 2026-05-08 appeal void A2026-2 --reason 登了两次 --json | field '[.state,.voided_on,.void_reason]')" '["void","2026-05-08","登了两次"]'
at 2026-04-16 appeal void A2026-3 --reason 不是本关的案件 >/dev/null
is 'its limit is off the desk' "$(rows 2026-04-20 A2026-0003)" '[]'
is 'the case has no clock of it' "$(at 2026-04-20 correction clock C2026-1 --json | grep -c A2026-0003)" 0
is 'the case does not name it' "$(at 2026-04-20 correction show C2026-1 --json | field '[.appeals[].id]')" '["A2026-0001"]'
is 'the register explains the number' "$(at 2026-05-08 register show appeals --json | field '[.[]|[.id,.void_reason]]')" \
	'[["A2026-0001",null],["A2026-0002","登了两次"],["A2026-0003","不是本关的案件"]]'
is 'it waits for nothing' "$(at 2026-05-08 appeal list --pending --json)" '[]'
refused 'it is as it is' 已作废 at 2026-05-08 appeal result A2026-3 --result upheld
refused 'twice is too often' 已作废 at 2026-05-08 appeal void A2026-3 --reason 再来
is 'its number stays used' "$(at 2026-05-08 appeal add --kind review --received 2026-05-08 --json | jq -r .id)" A2026-0004

# --- an old ledger --------------------------------------------------------------------------------------------------------------------------
cat >"$work/ledger.csv" <<'END'
编号,收到渠道,收到日期,申请人类别,姓名或名称,信息记录,更正请求,证据材料,结果,办理理由,决定日期,答复日期,转送机关,转送日期
C2025-0007,当面,2025-03-03,自然人,王一,备案表,更正姓名,身份证,予以更正,录入错误,2025-03-10,2025-03-12,,
2025-9,当面,2025-04-01,商业企业,某公司,登记表,更正地址,执照,无更正权限,登记由登记机关负责,2025-04-08,2025-04-09,市场监督管理局,2025-04-08
END
is 'an old ledger is shown before it comes in' "$(at 2026-05-08 correction import "$work/ledger.csv" --dry-run --json | field '[.[]|[.id,.action]]')" '[["C2025-0007","add"],["C2025-0009","add"]]'
refused 'and nothing is done' 没有编号 at 2026-05-08 correction show C2025-7
at 2026-05-08 correction import "$work/ledger.csv" >/dev/null
is 'cases keep number, days, result and to whom they went' "$(at 2026-05-08 correction show C2025-9 --json | field '[.state,.received,.outcome,.transferred_to,.transferred_on]')" \
	'["archived","2025-04-01","no_power","市场监督管理局","2025-04-08"]'
is 'twice changes nothing' "$(at 2026-05-08 correction import "$work/ledger.csv" --json | field '[.[].action]')" '["same","same"]'
is 'a difference is shown, not made' "$(sed 's/更正姓名/更正性别/' "$work/ledger.csv" | iconv -t GB18030 >"$work/gb.csv"; at 2026-05-08 correction import "$work/gb.csv" --json | field '.[0]|[.action,.differences[0].label]')" '["differs","更正请求"]'
is 'how it was decided and passed on, too' "$(sed 's/录入错误,2025-03-10/笔误,2025-03-11/; s/2025-04-09,市场监督管理局,2025-04-08/2025-04-10,市监局,2025-04-09/' "$work/ledger.csv" >"$work/how.csv"
	at 2026-05-08 correction import "$work/how.csv" --json | field '[.[].differences[].label]')" '["办理理由","决定日期","答复日期","转送机关","转送日期"]'
is 'some lines of a file' "$(at 2026-05-08 correction import "$work/gb.csv" --lines 3 --json | field '[.[]|[.line,.action]]')" '[[3,"same"]]'
refused 'what is archived is not changed by a ledger' 归档 at 2026-05-08 correction import "$work/gb.csv" --take 2
printf '编号,收到渠道,收到日期,申请人类别,姓名或名称,信息记录,更正请求\nC2025-11,当面,2025-03-03,自然人,王一,备案表,更正姓名\n' >"$work/open.csv"
at 2025-12-01 correction import "$work/open.csv" >/dev/null
sed -i 's/更正姓名/更正住址/' "$work/open.csv"
at 2025-12-01 correction import "$work/open.csv" --take 2 >/dev/null
is 'what is open is' "$(at 2025-12-01 correction show C2025-11 --json | field '.claim')" '"更正住址"'
is 'the sequence goes on after the highest' "$(at 2025-12-01 correction register --channel in_person --applicant_kind natural --name 后 --record 甲 --claim 乙 --json | jq -r .id)" C2025-0012
sed 's/2025-03-12/2025-03-02/' "$work/ledger.csv" >"$work/bad.csv"
refused 'a wrong row names its line' '第 2 行' at 2026-05-08 correction import "$work/bad.csv"
for day in 2025-03-01 2025-03-13 2026-06-01; do
	sed "s/2025-03-10/$day/" "$work/ledger.csv" >"$work/day.csv"
	refused "decided on $day" 决定日期 at 2026-05-08 correction import "$work/day.csv"
done
is 'and is listed beforehand' "$(at 2026-05-08 correction import "$work/bad.csv" --dry-run --json | field '[.[].action]')" '["refused","same"]'

# --- found ---------------------------------------------------------------------------------------------------------------------------------
is 'found by its number' "$(at 2026-05-08 search C2026-1 --json | field '.[0]|[.kind,.id]')" '["correction","C2026-0001"]'
is 'by the applicant' "$(at 2026-05-08 search 远洋 --json | field '[.[]|select(.kind=="correction")|.id]')" '["C2026-0001"]'
is 'by the telephone' "$(at 2026-05-08 search 13800138001 --json | field '[.[]|select(.kind=="correction")|.id]')" '["C2026-0002"]'
is 'an appeal by its number' "$(at 2026-05-08 search A2026-2 --json | field '.[0]|[.kind,.id]')" '["appeal","A2026-0002"]'
is 'an appeal by who decides' "$(at 2026-05-08 search 青岛海关 --json | field '[.[]|select(.kind=="appeal")|.id]')" '["A2026-0001"]'

# --- merging: only the same correction that came twice --------------------------------------------------------------------------------------
asks() { at "$1" correction register --channel in_person --arrived "$1" --applicant_kind enterprise --name 海丰公司 --record "$2" --claim "$3" --json | jq -r .id; }
once=$(asks 2026-05-08 企业信用等级记录 等级应为高级认证企业); twice=$(asks 2026-05-11 '企业　信用等级记录' 等级应为高级认证企业。)
wrong=$(asks 2026-05-11 企业信用等级记录 注册地址已经变更); other=$(asks 2026-05-11 报关单位备案信息 等级应为高级认证企业)
refused 'another claim keeps its own answer' 不能合并 at 2026-05-11 correction merge "$wrong" --into "$once"
refused 'another record too' 不能合并 at 2026-05-11 correction merge "$other" --into "$once"
is 'the same that came twice is one' "$(at 2026-05-11 correction merge "$twice" --into "$once" --json | jq -r .state)" void

is 'the whole file is sound' "$("$gwgk" check >/dev/null 2>&1; echo $?)" 0
exit $failed
