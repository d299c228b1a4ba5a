# The list of requests: newest first, both ways; other lists by F4; the filter looks in number, name and words; what a row may do, with the reason
# why not; a case by Enter, its dates by F11, its receipt by F8.
# office: demo
open requests
screen
key End
screen
key PageUp*3
expect 2026-0018
type 处罚
expect 2026-0006
screen
key ^U
type 2026-0003
screen
key ^U Esc
key F4
type yq
screen
key Esc
key F4
type dqr
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
key Enter
screen
key F10
screen
