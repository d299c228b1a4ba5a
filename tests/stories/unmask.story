# Behind the mask on the screen: a reason, one line in the log, this page only; not for a clerk without the power to.
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
type 请回电13912345678，或寄 li.si@example.com
key F2
expect 2026-0001
open requests
expect 139****5678
refute 13912345678
key <Insert>
expect 记入日志
key Enter
expect 须写明理由
refute 13912345678
key <Insert>
type 复议举证
key Enter
expect 已显示 1 行的个人信息
expect 13912345678
expect 未遮盖
screen
# Read again it is masked again.
key F5
expect 139****5678
refute 未遮盖
# The registers too, where whole columns are masked.
open registers
key Enter
key Right*3
expect 138****0000
key <Insert>
type 核对来电
key Enter
expect 13800000000
screen
key Right Left
expect 138****0000
refute 未遮盖
open audit
expect 显示申请：全部的个人
# A clerk without the power: said in the palette and refused.
clerk lisi
open requests
key <Insert>
expect 无此权限
refute 记入日志
screen
key F9
type xsgr
screen
