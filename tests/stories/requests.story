# The list of requests: newest first, both ways; other lists by F4; the filter looks in number, name and words; what a row may do, with the reason
# why not; a case by Enter, its dates by F11, its receipt by F8.
# office: empty
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*10
type 贵关2025年罚没物品拍卖公告
key F2 F6
type px
key Enter*4
type zrr
key Enter
type 李四光
key Enter*10
type 跨境电商行政处罚决定书
key F2
expect 收到之日未定
key F6
type dm
key Enter
type 0206
key Enter
type sy
key Enter
type 清江远洋贸易有限公司
key Enter*11
type 进口冷冻水产品查验率
key F2
expect 2026-0003
open requests
expect 清江远洋
expect 张三丰
screen
key End
screen
key PageUp*3
type 处罚
expect 2026-0002
refute 2026-0003
screen
key ^U
type 2026-0003
expect 冷冻
key ^U Esc
key F4
type dqr
screen
key Enter
expect 申请：待确认
refute 在办
screen
key F11
expect 还没有起算
action request.confirm
expect 确认方式
key F12
action request.decide
expect 不能作出决定
key F8
expect 收到申请确认记录
key F12
key Enter
screen
key F10
screen
