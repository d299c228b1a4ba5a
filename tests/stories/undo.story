# ^Z takes one's own last step back: it says which before it does; at the last there is nothing more, and a screen without a case has none.
# office: empty
key F12 ^Z
expect 这里没有可以撤销的一步
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 赵𠮷
key Enter*10
type 进口冻品查验结果
key F2
expect 2026-0001
key ^Z
expect 只能撤销本人刚办、未送出的一步
action request.consult
type 甲公司
key F2
expect 已征求意见
key ^Z
expect 将撤销 2026-0001 的“征求第三方意见”
screen
key Esc
expect 甲公司
# From the list as well.
open requests
key ^Z F2
expect 已撤销“征求第三方意见”
key Enter
refute 甲公司
screen
