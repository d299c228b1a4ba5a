# F11 wherever a date stands: beside the fields of a registration, in the lists of today, and for the clocks of others beside the case's own.
# office: empty
open request-entry
key F11
expect 先填收到渠道
type px
key Enter
key F11
expect 收到之日未定
key Up ^U
type dm
key Enter
key F11
expect 登记后的答复期限
expect 2026-03-10 周二     1/20
screen
key F12 Down
type zrr
key Enter
type 赵𠮷
key Enter*10
type 进口冻品查验结果
key F2
expect 2026-0001
key F11 End
expect 发出补正告知期限
expect 7/7
screen
key F12
action request.consult
type 甲公司
key Enter*2
type .
key F2
key F11 End
expect 15/15
screen
key F12
open correction-entry
type dm
key F11
expect 登记后的更正办理目标
key F12
open appeal-entry
key F11
expect 先填类别
key F12
today 2026-05-11
open agenda
key F11
expect 2026-0001 的答复期限
