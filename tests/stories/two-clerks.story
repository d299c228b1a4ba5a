# Two clerks, one case: each sees who has it open and since when; the one who saves second is shown what the other did, field by field, and
# merges; what only one changed merges by itself; F5 fetches the other's work and the cursor stays on its row.
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
key Enter*4
type 13800000000
key Enter*6
type 贵关2025年罚没物品拍卖公告
key F2
expect 2026-0001
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 王五
key Enter*10
type 进口冷冻水产品查验率
key F2
open requests
key Down
# The first clerk opens the older one to change it.
action change
expect 更改录入
key Down
clerk lisi
open requests
key Down
expect @2026-0001
expect root 09:00 起在办
screen
key Enter
expect root 09:00 起在办
# A mark warns and never locks.
action change
expect 更改录入
key Down*7
key ^U
type 13911111111
key Enter*3
key ^U
type 黄岛区长江路 1 号
key PageDown
type 来电更正
key F2
expect 已更改
clerk
key Enter
expect 有 1 条更新 F5
refute 起在办
key Down*5
key ^U
type 13722222222
key Enter
key PageDown
type 核对原件
key F2
expect 有 1 栏别人先改了
screen
key F2
expect 还没有选定
key Enter
expect 用我的
key Enter
expect 用对方的
key Enter
key F2
expect 已更改：核对原件
refute 起在办
# The other's list still shows what it loaded; F5 fetches, and the cursor stays.
clerk lisi
key F12
key Down
expect 有 1 条更新 F5
screen
clerk
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 赵六
key Enter*10
type 企业信用等级名单
key F2
clerk lisi
key Up
expect 有 2 条更新 F5
refute 2026-0003
key F5
expect 2026-0003
refute 条更新
screen
