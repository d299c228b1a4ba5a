# From the day's desk into what it names: a correction's task opens the correction, our evidence opens the review, a telephone number finds
# the correction it stands on. A request asks several third parties, each with a record of its own.
# office: demo
open agenda
screen
key Enter
expect 更正 在办
screen
key F12
type A2026
expect 复议诉讼
key Enter
expect A2026-0001 尚未审结
screen
key F12
key F7
type 13800001013
expect C2026
key Enter
expect 魏东
expect 待补正
screen
open requests
type 归类意见
key Enter
expect 清江宏达进出口有限公司
screen
open appeals
screen
