# A review against an answer: registered from the case, its limit counted by the law, on the desk until it is met; the answer is set aside, the
# case opened again by that order and answered anew. What was counted first stays counted.
# office: empty
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
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*10
type 2025年查验比例按月统计表
key F2
expect 2026-0001
action request.decide
type 需另行制作
key Enter
type 查验系统不按月份统计比例，须逐票汇总计算
key Enter*4
key F2
expect 已决定
key F8
type 答复书（需加工、分析）
key Enter
screen
key F2 F2
expect 送到哪里
key Esc F12
action request.deliver
type zjsd
key Enter*2
type 张三丰
key F2
expect 已送达
# The notice of the reviewing office comes in.
today 2026-04-01
action appeal.add
type xzfy
key Enter*2
type 青岛海关
key Enter
type 青关复〔2026〕12号
key Enter
type pt
key Enter
type .
key Enter
screen
key F2
expect 举证期限
screen
key F11
screen
key F12
# Five days before it is due it is on the desk; two days late it says so.
today 2026-04-20
key F12 F12
open agenda
expect A2026-0001
screen
key Enter
screen
action appeal.change
key PageDown Up Up
type 0416
key Enter*2
type 补记提交日期
key F2
expect 已提交答复和证据
# What the review found; then the case is opened again by that order.
today 2026-05-06
action appeal.result
type jgjz
key Enter*2
type 责令十个工作日内重新答复
key F2
expect 结果纠正
screen
key Enter
expect 2026-0001
action request.reopen
key Enter
type 10
key Enter*2
type 青关复〔2026〕12号
key F2
expect 在办
screen
action request.decide
type yygk
key Enter
type 按月统计表一份
key Enter*5
type 单志远
key F2
expect 批准 单志远
screen
# Nothing was closed in the first answer's place: both stand, the first with the row it is counted in.
key F12
screen
open appeals
screen
key F4
type swsj
key Enter
refute A2026-0001
