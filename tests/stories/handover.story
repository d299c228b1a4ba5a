# One person's work to another: from the operators (92) or the persons (44) F8 asks to whom, shows what would move, and moves it in one step; a
# single case changes hands from its page; the list shows one's own.
# office: empty
open operators
key F6
type lisi
key Enter
type 李四
key Enter*3
type clerk
key F2
expect 已增加操作员
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*10
type 贵关2025年罚没物品拍卖公告
key F2
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 王五
key Enter*10
type 进口冷冻水产品查验率
key F2
open operators
key F8
expect 移交工作
type lisi
key Enter*3
type 休假两周
screen
key F2
expect 申请 2
key F11
expect 2026-0001 的答复期限
expect 1/20
key F12
expect 移交 root
screen
key F2
expect 申请 2
screen
open operators
key F8
type lisi
key F2
expect 没有可移交的
key F12 F12
open requests
key F4
type wd
key Enter
expect 没有申请
key F4
type qb
key Enter
expect 2026-0001
key Enter
action request.handover
expect 换承办人
type root
key Enter*2
type 销假
key F2
expect 由 李四 改为 root
key End
screen
open persons
key F6
type 赵六
key F2
key F6
type 孙七
key F2
key F8
expect 移交工作
screen
