# Lists whose rows are all in memory can be put into another order; one that has only its own says so.
# office: demo
open corrections
key ^T
expect 按编号
screen
key ^T ^T
expect 按期限
key Home
screen
key ^W
expect 按期限倒序
key Home
screen
key PageDown PageUp
expect 按期限倒序
key ^T ^T
refute 按状态
# A long list has one more, its numbers from the oldest on, by the index; its short views have them all.
open requests
key ^T
expect 按编号
key Home
screen
key PageDown
screen
key End
screen
key Up*20 PageUp
screen
key ^W
expect 按编号倒序
key Home
screen
key ^T
refute 按编号
key F4
type 未办结
key Enter
key ^T*4
expect 按期限
key Home
screen
open infos
key ^T
expect 按编号
key Home
screen
open letters
key ^T
expect 按编号
key Home PageDown
screen
key End
screen
open audit
key ^T
expect 有自己的次序
