# A correction under today's rules from the letter to the archive: registered by plain post, confirmed, sent back for evidence, verified by a
# unit, looked up, corrected in part, told, handed over to who has shown who it is, archived. Its page says at every step where it stands.
# office: empty
open units
key F6
type 企业管理科
key F2 F12
open settings
type 地址
key Enter
type 青岛市黄岛区1号
key F2 ^U
type 联系电话
key Enter
type 0532-80001000
key F2 ^U
type 法院
key Enter
type 青岛市中级人民法院
key F2 F12
open corrections
key F6
type px
key Enter
type 0303
key Enter*3
type qy
key Enter
type 清江远洋贸易有限公司
key Enter
type 统一社会信用代码
key Enter
type 91370200MA3C0AAA1X
key Enter*9
expect 信息记录
type 海关进出口货物收发货人备案登记表
key Enter
type 联系电话更正为0532-80001234
key Enter Enter
screen
type 营业执照复印件；变更登记通知书
key F2
expect C2026-0001
expect 待确认
# Until it is confirmed nothing runs, and it stands on the desk.
key F11
expect 期限还没有起算
action correction.confirm
type 0303
key Enter
type 电话13800001234
key F2
expect 在办
screen
key F11
expect 更正办理目标
screen
key F12
# The receipt.
key F8 Enter
screen
key F2
expect 用 2026 年第 1 号
key F2
expect 送到哪里
key Esc F12
expect L2026-0001
# The evidence is not enough: the target stops, the applicant has a limit.
action correction.clarify
key Enter
type 变更登记通知书未盖章，请补交登记机关盖章的复印件
key Enter
type 0320
key F2
expect 待补正
screen
# What was not clarified by then is decided on what there is; before that it is refused.
action correction.decide
expect 补正或者缴费期限未满
today 2026-03-16
action correction.clarified
key F2
expect 2026-04-14
# Verified by the unit that keeps the record.
action correction.assign
type 企业管理科
key Enter*2
type 0320
key Enter
type 核对原始备案档案
key F2
expect 未回复
screen
today 2026-03-18
action correction.reply
key Enter*2
type 档案中电话已变更，地址没有变更
key F2
action correction.search
type 企业备案系统
key Enter
type 清江远洋
key Enter*3
type 电话仍为旧号
key F2
# What is given as proof is a paper of the case.
action correction.material
type 其他
key Enter
type 营业执照复印件
key Enter
type 2
key Enter*2
type 档案室1柜
key F2
expect 1 份 2 页
screen
# Decided in part, told with the reasons.
action correction.decide
type bfgz
key Enter
type 电话属实；地址与登记机关记录一致，没有不准确
key Enter*3
type 单志远
key F2
expect 已决定
screen
key F8
type bljg
key Enter
screen
key F4
expect 更正后的内容
screen
key Enter*2
type 联系电话：0532-80001234
key F2
expect 可以出具
key F2
expect 用 2026 年第 2 号
key F2
expect 送到哪里
key Esc F12
key PageDown
expect L2026-0002
key PageUp
# Who is handed the result has shown who it is; the post keeps the proof.
action correction.identity
key Enter
type 林晓慧
key F2
expect 身份已核对
action correction.deliver
type yjsd
key Enter*2
type ems
key Enter
type EX100200300CN
key F2
expect 已送达
action correction.archive
key F2
expect 已归档
screen
key PageDown
screen
# It is found by who asked, and stands in the list with its result.
key F7
type 清江远洋
expect C2026-0001
key Enter*2
expect 更正 已归档
key F12 F12
open corrections
expect 部分更正
screen
key F4
type wbj
key Enter
refute C2026-0001
