# Lists whose rows are all in memory can be put into another order; one that has its own says so.
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
open requests
key ^T
expect 有自己的次序
