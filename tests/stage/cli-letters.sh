#!/bin/bash
# Every letter of the procedure as a clerk gets it: the step is recorded, the letter is issued, and it says what the case knows.
set -u
gwgk=$GWGK_BUILD/gwgk
work=$(mktemp -d "${TMPDIR:-/tmp}/cli-letters-XXXXXX")
trap 'rm -rf "$work"' EXIT
export GWGK_DB=$work/office.gwgk
failed=0
no() { echo "not ok $1: $2"; failed=1; }
at() { local day=$1; shift; "$gwgk" --today "$day" "$@"; }
# did NAME COMMAND…: it must succeed.
did() {
	local name=$1
	shift
	"$@" >"$work/out" 2>&1 || no "$name" "$(cat "$work/out")"
}
# The first id in an answer, without starting jq: this stage asks hundreds of times.
id_in() { [[ $1 =~ \"id\":\"([A-Z]*[0-9]+-[0-9]+)\" ]] && echo "${BASH_REMATCH[1]}"; }
# says NAME DAY CASE KIND "SLOT=VALUE…" PHRASE…: the letter is issued and its text has every phrase.
says() {
	local name=$1 day=$2 id=$3 kind=$4 slots=$5 json text phrase rc=0
	shift 5
	local args=()
	while IFS= read -r s; do [ -n "$s" ] && args+=(--slot "$s"); done <<<"$slots"
	json=$(at "$day" letter issue "$id" "$kind" "${args[@]}" --json 2>"$work/err") || rc=$?
	[ "$rc" = 0 ] || { no "$name" "$(cat "$work/err")"; return; }
	text=$("$gwgk" letter show "$(id_in "$json")")
	text=${text//[$'\n ']/}
	for phrase; do
		case $text in *"$phrase"*) ;; *) no "$name" "lacks $phrase: $text"; return ;; esac
	done
	echo "ok $name"
}
refused() { # NAME TEXT COMMAND…
	local name=$1 text=$2 rc=0
	shift 2
	"$@" >"$work/out" 2>"$work/err" || rc=$?
	case $rc$(cat "$work/err") in 1*"$text"*) echo "ok $name" ;; *) no "$name" "rc $rc: $(cat "$work/out" "$work/err")" ;; esac
}
register() { id_in "$(at "$1" request register --channel in_person --arrived "$1" --applicant_kind natural --name 王小明 --id_kind id_card --id_number 11010519491231002X --phone 13800138000 --form paper --route post --content "${2:-进口冻品查验记录}" --json 2>/dev/null)"; }

"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关公开 >/dev/null || no init "init failed"
did phone "$gwgk" setting set phone 0532-82955000
refused_setting() { id=$(register 2026-02-02 单证); did fee at 2026-02-03 request fee "$id" --basis pages --quantity 40 --notified 2026-02-03; refused 'an empty setting is named' fee_account at 2026-02-03 letter issue "$id" fee; }
refused_setting
did account "$gwgk" setting set fee_account 中央财政汇缴专户，票据由本关开具
did unit "$gwgk" unit add --name 监管科

# --- clarify, extend, consult, refuse ---------------------------------------------------------------------------------------
id=$(register 2026-03-02)
refused 'the step comes before its letter' 发出补正告知书 at 2026-03-04 letter issue "$id" clarify
did clarify at 2026-03-04 request clarify "$id" --on 2026-03-04 --items '请写明年度和口岸。' --until 2026-03-25
says 'a clarification knows its items and its limit' 2026-03-04 "$id" clarify '' 请写明年度和口岸。 请于2026年3月25日前 第三十条 于2026年3月2日收到
did clarified at 2026-03-10 request clarified "$id" --on 2026-03-10
did extend at 2026-03-20 request extend "$id" --days 10 --reason 涉及多个部门需要逐项核对 --approved_by 张主任 --notified 2026-03-20
says 'an extension knows reason, days, old date and new' 2026-03-20 "$id" extend '' 因涉及多个部门需要逐项核对 延长10个工作日 答复期限为2026年4月8日 将于2026年4月22日前
did consult at 2026-03-23 request consult "$id" --party 样例贸易有限公司 --sent 2026-03-23
did reached at 2026-03-25 request consult "$id" --party 样例贸易有限公司 --reached 2026-03-25
refused 'whether it names the applicant is for the setting' '照设置填写（no）' at 2026-03-23 letter issue "$id" consult --slot material=2025年度供货价格 --slot name_applicant=yes
says 'a consultation names the third party, not the applicant' 2026-03-23 "$id" consult 'material=2025年度供货价格' 样例贸易有限公司： 收到一件政府信息公开申请 15个工作日 由本机关依法决定
says 'the applicant hears of it without its name' 2026-03-23 "$id" consult_notice 'consult_reason=所涉价格可能属于商业秘密' 已于2026年3月23日书面征求第三方的意见 不计算在答复期限内
did opinion at 2026-03-27 request opinion "$id" --party 样例贸易有限公司 --on 2026-03-27 --answer object --reasons 价格为竞争所系
did decide at 2026-04-01 request decide "$id" --outcome partial --ground 15-1 --reasons '第三方书面不同意公开，供货价格一经公开即为同行所知' --approved_by 张主任 --approved_on 2026-04-01
refused 'a partial decision without what is given names the field' 提供的信息 at 2026-04-01 letter issue "$id" partial --slot withheld=供货价格
says 'a partial decision tells both remedies' 2026-04-01 "$id" partial 'given=查验记录12页
withheld=供货价格' 第三十七条 第十五条 供货价格一经公开即为同行所知 如对不予公开的部分不服，应当 先向青岛海关申请行政复议 如对予以公开的部分不服，可以 也可以自收到本答复之日起6个月内向青岛市中级人民法院提起行政诉讼 2026年3月10日提交了补正材料

# --- what the case knows is not typed -----------------------------------------------------------------------------------------
id=$(register 2026-03-02 期限)
for typed in due=2027-01-01 received=2026-03-06 name=李四 content=别的信息 channel=web id=2026-9999 content=; do
	refused "the case says ${typed%=*}, not the clerk" 照办件填写 at 2026-03-03 letter issue "$id" receipt --slot "$typed"
done
refused 'nor is a number typed' '“流水号”由程序填写' at 2026-03-03 letter issue "$id" receipt --slot serial=99
refused 'nor anything twice' '“答复方式”写了两次' at 2026-03-03 letter issue "$id" receipt --slot answer=on_spot --slot 答复方式=by_due
says 'what it knows may be said again' 2026-03-03 "$id" receipt 'due=2026-03-30
channel=当面
answer=on_spot' 2026年3月30日前
did refuse at 2026-03-04 request decide "$id" --outcome refused --ground 14-1 --reasons 2025年9月定密的布控方案 --approved_by 张主任
refused 'the ground of the decision is not changed in the letter' 照办件填写 at 2026-03-04 letter issue "$id" refused --slot ground=16-8

# --- one refusal, stock reasons ---------------------------------------------------------------------------------------------
id=$(register 2026-03-02 供货商名单)
did decide at 2026-03-10 request decide "$id" --outcome refused --ground 16-4 --reasons 依法不予公开 --approved_by 张主任
refused 'what may be withheld is confirmed by its approver before it goes out' 再次确认 at 2026-03-10 letter issue "$id" refused
did confirm_ground at 2026-03-10 request confirm_ground "$id"
refused 'stock reasons alone are no reasons' 只有套话 at 2026-03-10 letter issue "$id" refused
refused 'nor is the article said over again' 只有套话 at 2026-03-10 letter issue "$id" refused --slot reasons=该信息公开后可能危及国家安全、公共安全、经济安全、社会稳定。
says 'a refusal names its article and review first' 2026-03-10 "$id" refused 'reasons=该记录为2026年1月监管科研究布控参数的会议讨论记录' 第十六条第二款 讨论记录 先向青岛海关申请行政复议 收到你（单位）提出的政府信息公开申请
if grep -q 理由与批准的决定所记的不同 "$work/err"; then echo 'ok that its reasons are not those approved is said'; else no 'that its reasons are not those approved is said' "$(cat "$work/err")"; fi

id=$(register 2026-03-02 布控参数)
did decide at 2026-03-10 request decide "$id" --outcome refused --ground 14-5,16-3 --reasons 参数公开将使布控失去作用 --approved_by 张主任 --confirmed yes
says 'two grounds print two articles' 2026-03-10 "$id" refused '' 公开后可能危及经济安全的信息。根据《中华人民共和国政府信息公开条例》第十四条 该信息同时属于行政机关内部事务信息中的内部工作流程信息 第十六条第一款

# --- not existing, after a search ---------------------------------------------------------------------------------------------
id=$(register 2026-03-02 1999年巡查台账)
did search at 2026-03-05 request search "$id" --where 综合档案室 --words 巡查台账 --by 陈静 --on 2026-03-05 --result 未见该台账
did decide at 2026-03-10 request decide "$id" --outcome not_existing --reasons 该台账自2003年起才设立
says 'not existing states the search' 2026-03-10 "$id" not_existing '' 陈静于2026年3月5日在综合档案室中 '以“巡查台账”' 未见该台账 自2003年起才设立 第三十六条第四项 也可以自收到本答复之日起6个月内
says 'a delivery record for it' 2026-03-10 "$id" delivery_record '' 送达回证 王小明
says 'its sheet' 2026-03-10 "$id" approval_sheet '' 信息不存在 保密审查
says 'and how its date was counted' 2026-03-10 "$id" deadline_sheet '' 2026-03-02 2026-03-30

# --- who delivered it, under which seal, and where the file stands ---------------------------------------------------------------
sealed=$(at 2026-03-10 letter list "$id" --json | jq -r '.[]|select(.kind=="not_existing").id')
refused 'no seal before the letter' '早于文书日期 2026-03-10' at 2026-03-11 letter seal "$sealed" --on 2026-03-09
did seal at 2026-03-10 letter seal "$sealed" --seal 政府信息公开专用章 --copies 2 --by 陈静 --approved_by 张主任
did seal-wrong at 2026-03-10 letter seal "$sealed" --copies 9
did unseal at 2026-03-10 letter unseal "$sealed" --reason 份数记错
line=$("$gwgk" register show letters --json | jq -c ".[]|select(.id==\"$sealed\")|[.seal,.sealed_on,.sealed_by,.approved_by,.sealed]")
[ "$line" = '["政府信息公开专用章","2026-03-10","陈静","张主任",2]' ] && echo 'ok the letter register has the use of the seal' || no 'the letter register has the use of the seal' "$line"
did deliver at 2026-03-11 request deliver "$id" --method direct --on 2026-03-11 --signer 王小明 --server 陈静
says 'the delivery record names who delivered it, and posts nothing' 2026-03-11 "$id" delivery_record '' 送达人签名陈静 受送达人签名或者盖章王小明 交寄日期　　　　送达日期2026年3月11日
did retention "$gwgk" setting set retention 30年
did archive at 2026-03-12 request archive "$id" --archive_number 2026-GK-7
says 'the archive cover has its number, and the term the office has set' 2026-03-12 "$id" archive_cover '' 归档号2026-GK-7 保管期限30年
line=$("$gwgk" register show archive --json | jq -c ".[]|select(.id==\"$id\")|[.archive,.retention]")
[ "$line" = '["2026-GK-7","30年"]' ] && echo 'ok the archive register too' || no 'the archive register too' "$line"

two=$(register 2026-03-10 巡查台账目录)
did answer_now at 2026-03-10 request answer_now "$two" --outcome granted --reasons 目录1页
did granted at 2026-03-10 letter issue "$two" granted
refused 'two files have two archive numbers' "“2026-GK-7”已经用于 $id" at 2026-03-12 request archive "$two" --archive_number 2026-GK-7
did archive at 2026-03-12 request archive "$two" --archive_number 2026-GK-8 --retention 10年

# --- fee, and nobody pays --------------------------------------------------------------------------------------------------------
id=$(register 2026-03-02 全部查验单证)
did fee at 2026-03-10 request fee "$id" --basis pages --quantity 44 --notified 2026-03-10
says 'a fee notice states basis, pages, amount, date and consequence' 2026-03-10 "$id" fee '' 每页10元 共44页 应缴纳信息处理费140.00元 20个工作日 缴费期限为2026年4月8日 视为放弃申请 中央财政汇缴专户
did lapse at 2026-04-09 request lapse "$id" --on 2026-04-09
says 'the stop notice tells its remedies' 2026-04-09 "$id" stop_fee '' 缴费期限为2026年4月8日 不再处理 如对本告知书不服

# --- who holds it, tasks, agencies, withdrawal -------------------------------------------------------------------------------
id=$(register 2026-03-02 企业登记档案)
did body "$gwgk" body add --name 样例市市场监督管理局 --kind local --phone 0532-12315 --address 样例市建设路2号
did assign at 2026-03-03 request assign "$id" --unit 监管科 --until 2026-03-12 --ask 核对是否由本关制作
says 'a task sheet' 2026-03-03 "$id" task '' 监管科 核对是否由本关制作 2026年3月12日
did coagency at 2026-03-04 request coagency "$id" --body 样例市商务局 --kind co_maker --sent 2026-03-04
says 'the applicant hears that an agency is asked' 2026-03-04 "$id" consult_notice 'consult_reason=所涉记录由本关与其他机关共同制作' 书面征求共同制作机关的意见 第三十四条
says 'a co-maker reads that silence is consent' 2026-03-04 "$id" coagency 'material=联合检查记录' 样例市商务局： 第三十四条 视为同意公开
did reply at 2026-03-06 request coagency_reply "$id" --body 样例市商务局 --on 2026-03-06 --answer consent
did decide at 2026-03-10 request decide "$id" --outcome not_held --body 样例市市场监督管理局 --reasons 企业登记档案由登记机关制作保存
says 'the body that holds it, with its contact' 2026-03-10 "$id" not_held '' 样例市市场监督管理局，联系方式为：样例市建设路2号、0532-12315 第三十六条第五项
id=$(register 2026-03-02 已不需要的材料)
did withdraw at 2026-03-05 request withdraw "$id" --on 2026-03-05 --reason 已自行获取
says 'a withdrawal is confirmed' 2026-03-05 "$id" withdraw '' 于2026年3月5日撤回该申请

# --- too many requests -----------------------------------------------------------------------------------------------------------
id=$(register 2026-03-02 本年全部案卷)
did ask_reasons at 2026-03-04 request ask_reasons "$id" --on 2026-03-04 --reasons 请说明一个月内提出60件申请的用途 --until 2026-03-18
refused 'a typed date must be one' 说明期限 at 2026-03-04 letter issue "$id" ask_reasons --slot found=2026年2月提出60件 --slot explain_until=下月
says 'reasons are asked for, by the day that was set' 2026-03-04 "$id" ask_reasons 'found=2026年2月提出60件' 请说明一个月内提出60件申请的用途 2026年2月提出60件 2026年3月18日 第三十五条
did delay at 2026-03-18 request delay "$id" --on 2026-03-18 --until 2026-05-29 --reason 需逐件核对原始单证
says 'a reasonable delay' 2026-03-18 "$id" delay 'found=2026年2月提出60件' 因需逐件核对原始单证 将于2026年5月29日前
did excessive at 2026-03-20 request decide "$id" --outcome excessive --reasons 所说用途与申请内容没有关联
says 'too many, without reason' 2026-03-20 "$id" excessive 'found=2026年2月提出60件
explained=称用于个人收藏' 本机关于2026年3月4日要求你（单位）说明申请理由 所说用途与申请内容没有关联 不予处理

# --- the third party's silence, and a disclosure all the same ----------------------------------------------------------------
id=$(register 2026-03-02 不合格批次名单)
did consult at 2026-03-03 request consult "$id" --party 甲公司 --sent 2026-03-03
did consult at 2026-03-03 request consult "$id" --party 乙公司 --sent 2026-03-03
did opinion at 2026-03-10 request opinion "$id" --party 甲公司 --on 2026-03-10 --answer object --reasons 影响商誉
did opinion at 2026-03-10 request opinion "$id" --party 乙公司 --on 2026-03-10 --answer none
says 'each third party gets its own letter' 2026-03-10 "$id" consult 'third_party=甲公司
material=不合格批次' 甲公司：
did granted at 2026-03-12 request decide "$id" --outcome granted --reasons 不合格批次名单8页 --disclose_basis public_interest --disclose_reasons 不合格食品仍在流通，不公开将危害消费者健康
says 'a disclosure over an objection' 2026-03-12 "$id" third_party_notice 'third_party=甲公司
disclose_basis=public_interest
given=不合格批次名单
disclose_reasons=不合格食品已流入市场，涉及消费者健康' 甲公司： 你（单位）答复不同意公开 不公开可能对公共利益造成重大影响 如对本告知书不服 6个月内
says 'and of one that was silent' 2026-03-12 "$id" third_party_notice 'third_party=乙公司
disclose_basis=silence
given=不合格批次名单
disclose_reasons=名单不含价格和工艺' 乙公司： 逾期未提出意见
says 'the answer gives what was decided' 2026-03-12 "$id" granted '' 不合格批次名单8页 第三十六条第二项 '☑纸质' '☑邮寄'

# --- the other answers ------------------------------------------------------------------------------------------------------------
answer() { # OUTCOME DECIDE-OPTIONS LINES-OF-SLOTS PHRASE…
	local outcome=$1 options=$2 slots=$3
	shift 3
	id=$(register 2026-03-02 "$outcome")
	# shellcheck disable=SC2086
	did "$outcome" at 2026-03-10 request decide "$id" --outcome "$outcome" --reasons 承办部门核对2026年2月的案卷后提出 $options
	says "$outcome" 2026-03-10 "$id" "$outcome" "$slots" 2026年3月2日收到 青岛海关申请行政复议 "$@"
}
answer already_public '' '信息名称=2025年度部门决算
where=本关网站“政府信息公开”专栏' 第三十六条第一项 本关网站
answer query_law '--body 样例市不动产登记中心' '特别规定=《不动产登记暂行条例》第二十七条' 样例市不动产登记中心 第三十六条第七项
answer needs_making '' '' 第三十八条 2026年2月的案卷
answer petition '--body 样例市市场监督管理局' 'petition_kind=report' 举报活动 第三十九条第一款 0532-12315
answer repeat '' 'earlier_number=测关公开〔2025〕88号
earlier_date=2025-11-03' 第三十六条第六项 测关公开〔2025〕88号
answer published_matter '' '出版物名称=《中国海关年鉴》
where=各大书店' 第三十九条第二款 《中国海关年鉴》
answer reconfirm '' '已获取的信息=报关单数据' 确认或者重新出具
answer not_gov_info '' '' 第二条
answer other '' 'finding=并入2026-0001号办理
law_basis=本关工作规程' 并入2026-0001号办理
id=$(register 2026-03-02 某些材料)
did clarify at 2026-03-03 request clarify "$id" --items 请写明是什么材料 --on 2026-03-03 --until 2026-03-13
did clarified at 2026-03-10 request clarified "$id" --on 2026-03-10
did unclear at 2026-03-12 request decide "$id" --outcome unclear --reasons '补正后只写明“有关材料”'
says unclear 2026-03-12 "$id" unclear '' 2026年3月3日 仍不明确 补正后只写明
id=$(register 2026-03-02 另一些材料)
did clarify at 2026-03-03 request clarify "$id" --items 请写明是什么材料 --on 2026-03-03 --until 2026-03-13
did lapse at 2026-03-16 request lapse "$id" --on 2026-03-16
says 'not clarified in time' 2026-03-16 "$id" stop_clarify '' 请你（单位）于2026年3月13日前补正 视为放弃申请

# --- sheets, and the end of a letter --------------------------------------------------------------------------------------------
did material at 2026-03-16 request material "$id" add --kind application --title 申请表 --pages 2
for kind in registration_sheet file_index archive_cover; do says "$kind" 2026-03-16 "$id" "$kind" '' "$id" 王小明; done
refused 'an envelope needs an address' 通信地址 at 2026-03-16 sheet print envelope "$id"
case $(at 2026-03-16 sheet print envelope "$id" --slot address=样例市人民路3号 --json | tr -d '\n') in
	*样例市人民路3号*王小明*) echo 'ok an envelope bears name and address' ;; *) no 'an envelope bears name and address' "$(at 2026-03-16 sheet print envelope "$id" --slot address=样例市人民路3号)" ;;
esac
refused 'a sheet of the office gets no number' 不编文号 at 2026-03-16 letter issue "$id" envelope
stopped=$("$gwgk" letter list "$id" --json 2>/dev/null | jq -r 'map(select(.kind=="stop_clarify"))[0].number')
did 'revoke' at 2026-03-16 letter revoke "$stopped" --reason 补正材料已于2026年3月12日到达收发室
says 'a revocation names the letter and why' 2026-03-16 "$id" revoke '原文书名称=政府信息公开申请不再处理告知书
redo=yes' "（$stopped）" 于2026年3月16日向你（单位）出具了 收发室 将依法重新作出答复

# --- corrections ---------------------------------------------------------------------------------------------------------------
correct() { id_in "$(at "$1" correction register --channel in_person --arrived "$1" --applicant_kind natural --name 王小明 --id_kind id_card --id_number 11010519491231002X --phone 13800138000 --record 2024年度企业备案登记表 --claim 更正法定代表人姓名 --reasons 申请人自己的说法 --evidence 营业执照复印件 --json 2>/dev/null)"; }
id=$(correct 2026-03-02)
says 'a correction has its receipt' 2026-03-02 "$id" correction_receipt '' 王小明： 2024年度企业备案登记表 更正法定代表人姓名 第四十一条 营业执照复印件
did 'correction clarify' at 2026-03-03 correction clarify "$id" --items 请补充变更登记的证明 --until 2026-03-20
says 'and its clarification' 2026-03-03 "$id" correction_clarify '' 请补充变更登记的证明 2026年3月20日前
did 'correction clarified' at 2026-03-06 correction clarified "$id" --on 2026-03-06
did 'correction decide' at 2026-03-09 correction decide "$id" --outcome corrected
refused 'a correction that is made says how' 更正后的内容 at 2026-03-09 letter issue "$id" correction_result
says 'its result' 2026-03-09 "$id" correction_result 'corrected=法定代表人：王小明' 予以更正 法定代表人：王小明 如对本告知书不服
case $(at 2026-03-09 letter preview "$id" correction_result --slot corrected=法定代表人：王小明) in
*申请人自己的说法*) no "the applicant's reasons are not the office's" 'they stand in the result' ;;
*) echo "ok the applicant's reasons are not the office's" ;;
esac
id=$(correct 2026-03-02)
did 'correction without power' at 2026-03-09 correction decide "$id" --outcome no_power --body 样例市市场监督管理局 --reasons 备案登记由登记机关办理
says 'who has the power' 2026-03-09 "$id" correction_no_power 'handling=told' 请你（单位）向样例市市场监督管理局提出更正申请 样例市建设路2号
says 'the form, filled' 2026-03-09 "$id" correction_form '' 申请人自己的说法 营业执照复印件

# --- a case of 2008 --------------------------------------------------------------------------------------------------------------
id=$(register 2010-03-01 关区统计资料)
did decide at 2010-03-09 request decide "$id" --outcome refused --ground 08-2,08-4 --reasons 资料载有企业单价
says 'in 2010 the form of its time' 2010-03-09 "$id" refused '' 海关信息不予公开告知书 《中华人民共和国海关关务公开办法》第十三条 '☑商业秘密' '☑正在调查' '□国家秘密' （测试海关关务公开专用章） 3个月内
id=$(register 2014-03-28 关区统计资料)
did decide at 2014-04-02 request decide "$id" --outcome refused --ground 08-2 --reasons 资料载有企业单价
says 'after it the regulations that took its place' 2014-04-02 "$id" refused '' 《中华人民共和国海关政府信息公开办法》第十八条 国务院令第492号 3个月内

# --- the remedies of the letter's date ---------------------------------------------------------------------------------------
remedy() { # DAY GROUND PHRASE
	id=$(register "$1")
	did "decide $1" at "$1" request decide "$id" --outcome refused --ground "$2" --reasons 资料载有自然人的家庭住址
	says "remedies on $1" "$1" "$id" refused '' "$3"
}
remedy 2015-04-30 08-3 也可以自收到本答复之日起3个月内
remedy 2015-05-04 08-3 也可以自收到本答复之日起6个月内
remedy 2023-12-29 15-2 可以自收到本答复之日起60日内向青岛海关申请行政复议，也可以
remedy 2024-01-02 15-2 应当自收到本答复之日起60日内，先向青岛海关申请行政复议
remedy 2026-03-09 15-2 先向青岛海关申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向青岛市中级人民法院提起行政诉讼
if at 2026-03-31 letter check >"$work/out" 2>&1; then echo 'ok everything issued here stands the check'; else no 'letter check' "$(cat "$work/out")"; fi

# --- the letter of 2008 that names a day, after the one that grants ---------------------------------------------------------
id=$(register 2012-03-05)
did receipt at 2012-03-05 letter issue "$id" receipt
did decide at 2012-03-06 request decide "$id" --outcome partial --ground 08-3 --reasons 资料载有自然人的家庭住址 --withheld 家庭住址
told=$(at 2012-03-06 letter issue "$(register 2012-03-05 没有回执的一件)" registration_sheet 2>&1)
case $told in *登记回执*) no 'a sheet needs no receipt' "$told" ;; *) echo 'ok a sheet needs no receipt' ;; esac
bare=$(register 2012-03-05 没有回执的另一件)
did extend at 2012-03-06 request extend "$bare" --days 5 --reason 需要核对 --approved_by 张主任 --notified 2012-03-06
says 'no receipt, so none is cited' 2012-03-06 "$bare" extend 'extend_cause=review' "受理了你（单位）提出的海关信息公开申请（登记编号：$bare），申请获得“没有回执的另一件”信息。"
refused 'no day of supply before the notice' 先出具公开告知书 at 2012-03-06 letter issue "$id" supply_date --slot supply_on=2012-03-20
did partial at 2012-03-06 letter issue "$id" partial --slot given=查验记录
says 'the day of supply cites receipt and notice' 2012-03-06 "$id" supply_date 'supply_on=2012-03-20
supply_route=post' 海关信息提供日期告知书 出具了《海关信息部分公开告知书》（2012）第 将于2012年3月20日前按照你（单位）指定的方式：
id=$(register 2018-03-05)
did decide at 2018-03-06 request decide "$id" --outcome refused --ground 08-3 --reasons 资料载有自然人的家庭住址
refused 'no day of supply for a refusal' 没有决定公开或者部分公开 at 2018-03-06 letter issue "$id" supply_date --slot supply_on=2018-03-20

# --- past law is judged by the letter's own day --------------------------------------------------------------------------------
for day in 2014-03-31 2014-04-01; do
	id=$(register 2014-03-31)
	did decide at $day request decide "$id" --outcome other --reasons 该件与在先的一件内容重合 --on $day
	if [ $day = 2014-03-31 ]; then
		says 'the decree of 2008 may be named on its last day' $day "$id" other 'finding=并案办理
law_basis=海关关务公开办法第十八条' 海关关务公开办法第十八条
	else
		refused 'and not the day after' 只能用在2014年4月1日以前的文书里 at $day letter issue "$id" other --slot finding=并案办理 --slot law_basis=海关关务公开办法第十八条
	fi
done

# --- receipt is the day of the rule, whatever day it was confirmed on ----------------------------------------------------------
id=$(at 2018-03-07 request register --channel email --arrived 2018-03-05 --confirmed 2018-03-07 --confirmed_with 电话 --applicant_kind natural --name 王小明 --content 旧规则的邮件申请 --json 2>/dev/null | jq -r .id)
says 'an e-mail of 2018 came in on the day it arrived' 2018-03-07 "$id" confirmation '' 收到之日为2018年3月5日
id=$(at 2026-03-02 request register --channel telegram --arrived 2026-03-02 --confirmed 2026-03-02 --confirmed_with 电话 --applicant_kind natural --name 王小明 --content 电报申请 --json 2>/dev/null | jq -r .id)
says 'receipt and rule cite one article for a telegram' 2026-03-02 "$id" receipt '' 第三十一条第三项
id=$(register 2026-03-02 分类汇总表)
did decide at 2026-03-03 request decide "$id" --outcome needs_making --reasons 现有台账未按国别分类
says 'what there is ends its sentence' 2026-03-03 "$id" needs_making 'given=查验台账' '保存的相关信息为：查验台账。你（单位）需要的'

# --- revoked, corrected, answered anew -------------------------------------------------------------------------------------------
id=$(register 2026-03-02 名单)
did decide at 2026-03-03 request decide "$id" --outcome granted --reasons 名单1页
refused 'no letter, nothing to correct' 还没有出具文书 at 2026-03-03 letter issue "$id" revoke
refused 'a promise lies ahead' '早于出具日期' at 2026-03-03 letter issue "$id" granted --slot provide=by_date --slot provide_on=2026-03-02
says 'the first answer' 2026-03-03 "$id" granted '' 名单1页
first=$(at 2026-03-03 letter list "$id" --json | jq -r '.[0].number')
refused 'nothing was revoked, so it asks which is corrected' “原文书文号”没有填写 at 2026-03-03 letter issue "$id" revoke
refused 'a letter of another case' '没有文号为“测关公开〔2026〕1号”的文书' at 2026-03-03 letter issue "$id" revoke --slot revoked_number=测关公开〔2026〕1号
says 'a correction names the letter that stands' 2026-03-03 "$id" revoke "action=correct
revoked_number=$first
revoke_reasons=页数印错
corrected=名单共2页" 文书更正决定书 "出具了《政府信息公开申请答复书》（$first）" 名单共2页。特此决定
did revoke at 2026-03-04 letter revoke "$first" --reason 名单漏印一页
says 'a revocation knows the letter and why' 2026-03-04 "$id" revoke '' 文书撤销决定书 "于2026年3月3日向你（单位）出具了《政府信息公开申请答复书》（$first）" 经查，名单漏印一页。本机关决定撤销
says 'the answer again' 2026-03-04 "$id" granted '' 名单1页
[ "$("$gwgk" register show letters --json | jq -c "[.[]|select(.replaces==\"$first\")|.kind]")" = '["revoke","revoke","granted"]' ] && echo 'ok the register tells which letter stands in for which' || no replaces "$("$gwgk" register show letters --json | jq -c '[.[]|[.letter,.replaces]]')"
did deliver at 2026-03-05 request deliver "$id" --method direct --on 2026-03-05 --signer 王小明
did appeal at 2026-03-20 appeal add --case "$id" --kind review --received 2026-03-20 --body 青岛海关
did result at 2026-04-03 appeal result A2026-0001 --result corrected --on 2026-04-03
did reopen at 2026-04-07 request reopen "$id" --on 2026-04-07 --reason 青关复〔2026〕1号
did decide at 2026-04-08 request decide "$id" --outcome granted --reasons 名单全部3页
refused 'the earlier delivery is not that of the new answer' 尚未送达 at 2026-04-08 request archive "$id"
says 'a case reopened is answered once more' 2026-04-08 "$id" granted '' 名单全部3页
refused 'but once' 须先撤销才能重新出具 at 2026-04-08 letter issue "$id" granted

# --- a revocation takes away what was answered: it tells the remedy, and goes to whom the letter went ---------------------------
case_of() { id=$(register 2026-03-02 "$1"); shift; did decide at 2026-03-09 request decide "$id" "$@"; }
either='如对本决定不服，可以自收到本决定之日起60日内向青岛海关申请行政复议，也可以自收到本决定之日起6个月内向青岛市中级人民法院提起行政诉讼。'
case_of 撤销予以公开 --outcome granted --reasons 名单2页
says 'what is revoked' 2026-03-09 "$id" granted '' 名单2页
did revoke at 2026-03-10 letter revoke "$(at 2026-03-10 letter list "$id" --json | jq -r '.[0].number')" --reason 名单含有第三方的单价
says 'a revoked answer: review or suit' 2026-03-10 "$id" revoke redo=yes "登记编号为$id" 以该答复告知的为准 "$either"
case_of 更正部分公开 --outcome partial --ground 15-1 --reasons 单价反映采购渠道 --withheld 单价
says 'what is corrected' 2026-03-09 "$id" partial given=清单其余各栏 单价反映采购渠道
says 'a correction of a partial answer: review first for what is withheld' 2026-03-10 "$id" revoke "action=correct
revoked_number=$(at 2026-03-10 letter list "$id" --json | jq -r '.[0].number')
revoke_reasons=页数印错
corrected=清单共3页" 如对不予公开的部分不服，应当自收到本决定之日起60日内，先向青岛海关申请行政复议 如对予以公开的部分不服，可以自收到本决定之日起60日内
id=$(register 2026-03-02 撤销回执)
says 'a receipt' 2026-03-02 "$id" receipt '' 登记编号
did revoke at 2026-03-03 letter revoke "$(at 2026-03-03 letter list "$id" --json | jq -r '.[0].number')" --reason 渠道写错
told=$(at 2026-03-03 letter issue "$id" revoke --json | jq -r .id)
case $("$gwgk" letter show "$told" --json | jq -r .text) in *行政复议*) no 'a revoked receipt takes away nothing' "$told" ;; *) echo 'ok a revoked receipt takes away nothing' ;; esac
id=$(register 2026-03-02 撤销征求意见书)
did consult at 2026-03-03 request consult "$id" --party 丁公司 --sent 2026-03-03
says 'a consultation' 2026-03-03 "$id" consult material=单价 丁公司：
did revoke at 2026-03-04 letter revoke "$(at 2026-03-04 letter list "$id" --json | jq -r '.[0].number')" --reason 征求对象有误
says 'its revocation goes to the third party' 2026-03-04 "$id" revoke '' 文书撤销决定书丁公司：

# --- of several who were asked, each gets one letter ----------------------------------------------------------------------------
id=$(register 2026-03-02 三家公司的台账)
for party in 甲公司 乙公司 丙公司; do did consult at 2026-03-03 request consult "$id" --party "$party" --sent 2026-03-03; done
for party in 丙公司 乙公司 甲公司; do says "a letter to $party" 2026-03-03 "$id" consult material=台账 "$party："; done
refused 'but once' 须先撤销才能重新出具 at 2026-03-03 letter issue "$id" consult --slot material=台账
refused 'nor by name' 须先撤销才能重新出具 at 2026-03-03 letter issue "$id" consult --slot material=台账 --slot third_party=乙公司

# --- every ground and every part that was decided stands in the letter, under the old rules too ----------------------------------
for on in 2012-03-07 2016-03-07 2021-03-05; do
	day=$on; [ $on = 2021-03-05 ] && day=2019-05-10 || day=${on%-*}-01
	id=$(register $day "两部分，$on")
	did decide at $on request decide "$id" --outcome partial --ground 08-3 --reasons 手机号码与申请目的无关 --withheld 手机号码 --withheld_2 单价 --ground_2 08-2 --reasons_2 单价反映采购渠道
	says "both parts, $on" $on "$id" partial given=其余各栏 不予公开的内容：手机号码。 不予公开的另一项内容：单价。 理由：单价反映采购渠道。
	id=$(register $day "两项依据，$on")
	did decide at $on request decide "$id" --outcome refused --ground 08-2,08-3 --reasons 名册载有单价和住址
	case $on in 2012*) both=('☑商业秘密' '☑属于个人隐私') ;; *) both=(属于商业秘密。 同时属于个人隐私。) ;; esac
	says "both grounds, $on" $on "$id" refused '' "${both[@]}"
done

# --- a letter with the old kind of number answers to it, with either brackets -----------------------------------------------------
id=$(register 2011-03-01 旧式文号)
says 'a receipt of 2011' 2011-03-01 "$id" receipt '' （2011）第
old=$(at 2011-03-01 letter list "$id" --json | jq -r '.[0].number')
for typed in "$old" "$(tr -d '\n' <<<"$old" | sed 's/（/(/;s/）/)/')" "$(sed 's/（/〔/;s/）/〕/' <<<"$old")"; do
	[ "$("$gwgk" letter show "$typed" --json | jq -r .case)" = "$id" ] && echo "ok found as $typed" || no "$typed" "not found"
done

for sheet in approval_sheet registration_sheet archive_cover; do
	text=$("$gwgk" sheet print $sheet --blank --to text 2>&1 | tr -d ' |\n')
	case $text in *更正*) no "a blank $sheet" "$text" ;; *政府信息公开申请*申请内容*) echo "ok a blank $sheet is that of a request" ;; *) no "a blank $sheet" "$text" ;; esac
done

# --- made public against one will: that one is told first, and no reason of the one is given to the other -----------------------------
for day in 2012-03-01 2026-03-02; do
	id=$(register $day "两家，$day")
	for party in 甲公司 乙公司; do did consult at $day request consult "$id" --party "$party" --sent $day; done
	did objects at $day request opinion "$id" --party 甲公司 --on $day --answer object --reasons 单价
	did consents at $day request opinion "$id" --party 乙公司 --on $day --answer consent
	did decide at $day request decide "$id" --outcome granted --reasons 清单 --disclose_basis public_interest --disclose_reasons 退运批次检出疫病，公众有权知晓
	says "the notice of $day to whom it is against" $day "$id" third_party_notice given=清单 甲公司： 答复不同意公开 不公开可能对公共利益造成重大影响
done
refused 'a form of 2008 has no reason for who consented' '“公开依据”没有填写' at 2012-03-01 letter issue "$(at 2012-03-01 request list --year 2012 --text '两家，2012' --json | jq -r '.[0].id')" third_party_notice --slot given=清单
says 'who consented is told so' 2026-03-02 "$id" third_party_notice given=清单 乙公司： 答复同意公开。根据

# --- a paper that is not on the list of papers still stands on the form; who was answered at once is told so ------------------------
for day in 2026-03-02 2012-03-05; do
	id=$(at $day request register --channel in_person --arrived $day --applicant_kind natural --name 王小明 --id_kind other --id_number 军字123 --phone 13800138000 --content 名单 --form paper --route post --json 2>/dev/null | jq -r .id)
	for sheet in application_form $([ $day = 2026-03-02 ] && echo oral_form); do
		case $(at $day sheet print $sheet "$id" --to text 2>&1) in *其他证件*军字123*) echo "ok $sheet, $day" ;; *) no "$sheet, $day" 'other papers' ;; esac
	done
	did 'answered at once' at $day request answer_now "$id" --signer 王小明 --reasons 名单1页
	says "the receipt of $day tells of the answer on the spot" $day "$id" receipt '' ☑当场予以答复
done

# --- sheets of a correction that is decided ----------------------------------------------------------------------------------------
for outcome in corrected partly refused no_power; do
	id=$(at 2026-03-02 correction register --channel in_person --arrived 2026-03-02 --applicant_kind natural --name 王小明 --id_kind id_card --id_number 11010519491231002X --phone 13800138000 --record "信用记录，$outcome" --claim 改为一般信用企业 --evidence 认定书 --json | jq -r .id)
	did decide at 2026-03-09 correction decide "$id" --outcome $outcome --reasons 认定书所载期间不同 --body 青岛海关
	case $outcome in corrected) label=予以更正 ;; partly) label=予以部分更正 ;; refused) label=不予更正 ;; *) label=无权更正 ;; esac
	for sheet in approval_sheet archive_cover registration_sheet; do
		text=$(at 2026-03-09 sheet print $sheet "$id" --to text 2>&1 | tr -d ' |\n')
		case $sheet:$text in *政府信息更正申请*"信用记录，$outcome"*改为一般信用企业*"$label"*|registration_sheet:*政府信息更正申请*"信用记录，$outcome"*) echo "ok $sheet, $outcome" ;; *) no "$sheet, $outcome" "$text" ;; esac
	done
done

# --- the day of a letter and the day of what it tells ----------------------------------------------------------------------------
id=$(register 2026-03-02 日期)
did 'extended' at 2026-03-20 request extend "$id" --days 10 --reason 需要逐项核对 --approved_by 张主任 --approved_on 2026-03-20 --notified 2026-03-20
case $(at 2026-03-20 letter issue "$id" extend --on 2026-03-05 2>&1) in *'出具日期早于'*2026-03-20*) echo 'ok a letter older than its step is noticed' ;; *) no 'older than its step' "$(cat "$work/out")" ;; esac
did 'revoked' at 2026-03-20 letter revoke "$(at 2026-03-20 letter list "$id" --json | jq -r '.[0].number')" --reason 日期写错
case $(at 2026-04-03 letter issue "$id" extend 2>&1) in *'晚于原答复期限 2026-03-30'*) echo 'ok an extension told too late is noticed' ;; *) no 'told too late' "$(at 2026-04-03 letter list "$id")" ;; esac
first=$(at 2026-04-03 letter list "$id" --json | jq -r '.[-1].number')
says 'a revocation is told' 2026-04-03 "$id" revoke "action=revoke
revoked_number=$first
revoke_reasons=日期写错" 文书撤销决定书 "$first"
refused 'once' 的撤销已用 at 2026-04-03 letter issue "$id" revoke --slot action=revoke --slot "revoked_number=$first" --slot revoke_reasons=日期写错
did 'what told it is revoked' at 2026-04-03 letter revoke "$(at 2026-04-03 letter list "$id" --json | jq -r '.[0].number')" --reason 写错
says 'and told anew' 2026-04-03 "$id" revoke "action=revoke
revoked_number=$first
revoke_reasons=延期告知书的日期写错" 文书撤销决定书 日期写错

# --- several third parties: who objected speaks for all, and the sheet names each ---------------------------------------------
id=$(register 2026-03-02 两家公司的合同)
did consult at 2026-03-03 request consult "$id" --party 甲公司 --sent 2026-03-03
did consult at 2026-03-03 request consult "$id" --party 乙公司 --sent 2026-03-03
did opinion at 2026-03-10 request opinion "$id" --party 甲公司 --on 2026-03-10 --answer object --reasons 单价属商业秘密
did opinion at 2026-03-11 request opinion "$id" --party 乙公司 --on 2026-03-11 --answer consent
did decide at 2026-03-12 request decide "$id" --outcome refused --ground 15-1 --reasons 甲公司的供货单价没有公开过
says 'the sheet names both' 2026-03-12 "$id" approval_sheet '' 征求甲公司意见：不同意公开2026-03-03征求乙公司意见：同意公开
says 'the applicant hears of the objection' 2026-03-12 "$id" refused '' 第三方不同意公开，经审查其理由合理
told=$(at 2026-03-13 request deliver "$id" --method email --on 2026-03-11 2>&1)
case $told in *'送达日期早于决定'*|*早于*) echo 'ok no delivery before the letter' ;; *) no 'no delivery before the letter' "$told" ;; esac
told=$(at 2026-03-13 request deliver "$id" --method email --on 2026-03-13 2>&1)
case $told in *网上申请复议的渠道*) echo 'ok an answer by e-mail wants the internet channel' ;; *) no 'an answer by e-mail wants the internet channel' "$told" ;; esac
id=$(register 2026-03-02 两家公司的台账)
did decide at 2026-03-12 request decide "$id" --outcome granted --reasons 台账2页
told=$(at 2026-03-13 letter issue "$id" granted --on 2026-03-10 --slot route=email 2>&1)
case $told in *'请先填写设置“网上复议渠道”'*) echo 'ok the way of service is chosen when the letter is issued' ;; *) no route "$told" ;; esac
did channel "$gwgk" setting set online_review https://fy.example.gov.cn
told=$(at 2026-03-13 letter issue "$id" granted --on 2026-03-10 --slot route=email 2>&1)
case $told in *'早于作出决定的日期 2026-03-12'*) echo 'ok a letter older than its decision is noticed' ;; *) no 'older' "$told" ;; esac
told=$(at 2026-03-13 request deliver "$id" --method email --on 2026-03-13 2>&1)
case $told in *渠道*) no 'with the channel nothing is said' "$told" ;; *) echo 'ok with the channel nothing is said' ;; esac

# --- the decree of 2014 is cited while it was in force --------------------------------------------------------------------------
cites() { # DAY KIND yes|no ARTICLE
	local text
	text=$(at 2026-03-09 letter preview "$5" "$2" --on "$1" | tr -d '\n ')
	case $text in *"海关政府信息公开办法》$4"*) [ "$3" = yes ] ;; *) [ "$3" = no ] ;; esac && echo "ok $2 of $1" || no "$2 of $1" "$text"
}
id=$(register 2014-03-31 旧规则的申请)
while read -r kind article; do
	cites 2014-04-01 "$kind" yes "$article" "$id"
	cites 2020-12-20 "$kind" yes "$article" "$id"
	cites 2020-12-21 "$kind" no "$article" "$id"
done <<'END'
receipt 第十九条
already_public 第十八条
published_matter 第十八条
exempt 第十八条
transferred 第十八条第九项
unclear 第十八条第七项
stop_clarify 第十八条第七项
supply_date 第二十一条
END

# --- the delivery record is printed before it is delivered -----------------------------------------------------------------------
id=$(register 2026-03-02 待送的一件)
did decide at 2026-03-03 request decide "$id" --outcome granted --reasons 名单1页
did granted at 2026-03-03 letter issue "$id" granted
granted=$(at 2026-03-03 letter list "$id" --json | jq -r '.[0].number')
for kind in approval_sheet registration_sheet; do did "$kind" at 2026-03-03 letter issue "$id" "$kind"; done
says 'it names the answer, not the sheets of the file' 2026-03-03 "$id" delivery_record '' "送达文书名称政府信息公开申请答复书送达文书文号$granted"
did post at 2026-03-04 request deliver "$id" --method post --carrier ems --waybill EA123456789CN --on 2026-03-04 --server 陈静
says 'posted is not yet arrived' 2026-03-04 "$id" delivery_record '' '交寄日期2026年3月4日送达日期　　　　' 送达人签名陈静

# --- numbers -------------------------------------------------------------------------------------------------------------------
refused 'a pattern names a letter there is' 没有“nosuch”这种文书 "$gwgk" setting set number_patterns 'nosuch={year}{serial}'
refused 'nothing else stands in braces' 大括号 "$gwgk" setting set number_patterns '{prefix}〔{year}〕{serial}号{bogus}'
refused 'a pattern has year and serial' 须有 "$gwgk" setting set number_patterns $'{prefix}〔{year}〕{serial}号\nfee={prefix}费{serial}号'
refused 'two kinds do not share numbers by chance' 同一个文号 "$gwgk" setting set number_patterns $'{prefix}〔{year}〕{serial}号\nfee={prefix}〔{year}〕{own}号'
refused 'a number of its own belongs to a kind' 文书=格式 "$gwgk" setting set number_patterns '{prefix}〔{year}〕{own}号'
did pattern "$gwgk" setting set number_patterns $'{prefix}〔{year}〕{serial}号\nreceipt={prefix}回〔{year}〕{own}号'
id=$(register 2026-03-30)
case $(at 2026-03-30 letter issue "$id" receipt) in *测关公开回〔2026〕1号) echo 'ok a kind has its own pattern and counts for itself' ;; *) no pattern "$(at 2026-03-30 letter list "$id")" ;; esac
# Patterns change in mid-year: no number is given twice, and nobody reads of a UNIQUE constraint.
(
	export GWGK_DB=$work/numbers.gwgk
	issued() { at 2026-03-30 letter issue "$(register 2026-03-30 "$1")" receipt; }
	"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关 && "$gwgk" setting set phone 1 && issued 甲 &&
		"$gwgk" setting set number_patterns $'{prefix}公开〔{year}〕{serial}号\nreceipt={prefix}〔{year}〕{own}号' && issued 乙 && issued 丙
) >"$work/out" 2>&1
[ "$(grep -o '测关〔2026〕.*' "$work/out" | xargs)" = '测关〔2026〕1号 测关〔2026〕2号 测关〔2026〕3号' ] && echo 'ok a series of its own passes over a number that is given' ||
	no 'passes over' "$(cat "$work/out")"
# Sheets of the file and kinds that count for themselves leave no holes in the numbers of answers.
(
	export GWGK_DB=$work/holes.gwgk
	"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关 && "$gwgk" setting set phone 1 && "$gwgk" setting set address 青岛
	id=$(register 2026-03-30 甲)
	for kind in receipt approval_sheet receipt_own approval_sheet; do
		case $kind in *_own) "$gwgk" setting set number_patterns $'{prefix}〔{year}〕{serial}号\nreceipt={prefix}回〔{year}〕{own}号' && at 2026-03-30 letter issue "$(register 2026-03-30 乙)" receipt ;;
		*) at 2026-03-30 letter issue "$id" $kind ;; esac
	done
	at 2026-03-31 request decide "$id" --outcome granted && at 2026-03-31 letter issue "$id" granted --slot given=附表
	"$gwgk" setting set number_patterns $'{prefix}〔{year}〕{serial}号\napproval_sheet={prefix}呈〔{year}〕{own}号' && at 2026-03-31 letter issue "$id" approval_sheet
) >"$work/out" 2>&1
[ "$(grep -o '测关[内呈回]*〔2026〕.*' "$work/out" | grep -v '{' | xargs)" = '测关〔2026〕1号 测关内〔2026〕1号 测关回〔2026〕1号 测关内〔2026〕2号 测关〔2026〕2号 测关呈〔2026〕1号' ] &&
	echo 'ok sheets of the file leave no holes in the numbers of letters' || no 'holes' "$(cat "$work/out")"
[ "$(GWGK_DB=$work/holes.gwgk at 2026-03-31 register show letters --json | jq -c '[.[]|[.id,.note]]')" = '[["L2026-0001",null],["L2026-0002",null],["L2026-0003",null],["L2026-0004",null],["L2026-0005",null],["L2026-0006",null]]' ] &&
	echo 'ok the register of letters finds no gap' || no gap "$(GWGK_DB=$work/holes.gwgk at 2026-03-31 register show letters --csv)"
did 'decided otherwise' at 2026-03-31 request decide "$id" --outcome refused --ground 14-5 --reasons 参数公开将使布控失去作用
refused 'another letter than was decided is named in words' 决定是“不予公开” at 2026-03-31 letter issue "$id" granted

# --- many at once ---------------------------------------------------------------------------------------------------------------
(
	export GWGK_DB=$work/many.gwgk GWGK_TODAY=2026-03-02
	"$gwgk" init --office 测试海关 --superior 青岛海关 --court 青岛市中级人民法院 --prefix 测关 && "$gwgk" setting set phone 1
	for name in 甲 乙 丙 丁; do register 2026-03-02 "$name"; done
	"$gwgk" letter issue 2026-0003 2026-0001 receipt --json | jq -r '.[]|.case+.number' >"$work/many"
	"$gwgk" letter issue 2026-0004 2026-0003 2026-0002 receipt --json 2>"$work/many.err" | jq -r '.[]|.case+.number' >>"$work/many"
	"$gwgk" request withdraw 2026-0002 && "$gwgk" letter issue 2026-0002 withdrawn
) >"$work/out" 2>&1
[ "$(xargs <"$work/many")" = '2026-0003测关〔2026〕1号 2026-0001测关〔2026〕2号 2026-0004测关〔2026〕3号 2026-0002测关〔2026〕4号' ] &&
	echo 'ok letters are numbered in the order in which their cases are named' || no order "$(cat "$work/many" "$work/out")"
case $(jq -r .error.text "$work/many.err") in 出具2份，1份没有出具：2026-0003：*) echo 'ok and who was refused is said' ;; *) no refused "$(cat "$work/many.err")" ;; esac
grep -q '已出具 撤回申请确认书' "$work/out" && echo 'ok a decision letter may be named as its outcome' || no outcome "$(cat "$work/out")"

# --- kinds ---------------------------------------------------------------------------------------------------------------------
articles() { "$gwgk" letter kinds --json | jq -c ".[]|select(.kind==\"$1\" and .ruleset==\"$2\")|.articles" | head -n 1; }
for want in 'partial 2019 ["条例37","条例36","条例40","条例14","条例15","条例16"]' 'fee 2019 ["条例42","国办函〔2020〕109号"]' \
	'clarify 2008 ["海关政府信息公开办法（署令215号）18","条例（国令492号）21"]'; do
	read -r kind ruleset list <<<"$want"
	[ "$(articles "$kind" "$ruleset")" = "$list" ] || no "articles of $kind" "$(articles "$kind" "$ruleset")"
done
echo 'ok each article is named with its law'

# --- forms without a case, every kind previews ----------------------------------------------------------------------------------
for kind in $("$gwgk" letter kinds --json | jq -r '.[].kind' | sort -u); do
	at 2026-03-09 letter preview "$kind" >"$work/out" 2>"$work/err" || at 2012-03-09 letter preview "$kind" >"$work/out" 2>>"$work/err" ||
		no "preview $kind" "$(cat "$work/err")"
done
echo 'ok every kind previews as a blank'
exit $failed
