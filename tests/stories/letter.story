# A receipt from the case: previewed in the grid of the paper, every defect on its line; issued once its office is known, the consequence said
# before; revoked it stays, with its number and the reason, and goes to no printer.
# office: empty
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*10
type 贵关2025年罚没物品拍卖公告
key F2
expect 2026-0001
key F8
screen
key Enter
expect 还不能出具
expect 91 办公室设置
screen
key F2
expect 没有办好
key F12
open settings
type 地址
key Enter
type 青岛市黄岛区1号
key F2
key ^U
type 邮政编码
key Enter
type 266500
key F2
key ^U
type 联系电话
key Enter
type 0532-80001000
key F2
key F12
key F8
key Enter
screen
key PageDown*2
screen
key F2
expect 用 2026 年第 1 号
screen
key F2
expect 送到哪里
screen
type pdf
key Enter
expect L2026-0001.pdf
screen
key ^U
key Enter
expect L2026-0001
action letter.revoke
type 登记有误
key F2
screen
key F8
expect 已撤销
key F12
screen
open letters
screen
