# A request by plain letter: the day of receipt, the answer date, what is missing and cases alike stand beside the fields while it is typed.
# Registered, it shows its clock and what may be done; its receipt is previewed as on paper, with everything that is lacking.
# office: empty
open request-entry
expect 先填收到渠道
type px
key Enter
expect 收到之日未定
screen
type 0303
key Enter
# Only plain post asks for a confirmation.
type 0305
key Enter
expect 收到：
expect 答复期限：2026年4月2日 周四
type 与申请人通话 13800001234
key Enter
type zrr
key Enter
type 张三丰
key Enter Enter
# A wrong check digit is a warning, no wall.
type 370211198001011234
key Enter
expect 身份证号
screen
key Up ^U
type 370211198001011239
key Enter Enter
type 13800001234
key Enter*6
expect 所需信息
type 贵关2025年罚没物品拍卖公告
screen
key F2
expect F8 回执
screen
key F11
expect 到期
key F12
# The same person again: named at once.
key F6
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter Enter
type 370211198001011239
key Enter
expect 相似：2026-0001 同一证件
key Esc
expect 已存为草稿
key F6
expect 张三丰
screen
