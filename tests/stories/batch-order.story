# Letters issued for many cases at once: whatever the order of the list, the oldest case gets the smallest number.
# office: demo
open requests
key ^A
key ^K
type 出文书
key Enter
expect 选项
key Enter
expect 出具文书
key F2
expect 办成
screen
open letters
screen
# What was said goes with the next key, Esc too.
key Esc
expect 申请：全部
refute 办成
