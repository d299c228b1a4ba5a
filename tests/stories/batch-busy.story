# A batch over a case that another clerk has open in a form: it is said before, with who and since when; the mark warns and never locks.
# office: demo
open operators
key F6
type lisi
key Enter
type 李四
key Enter*3
type clerk
key F2
expect 已增加操作员
open requests
key Down
action change
expect 更改录入
key Down
clerk lisi
open requests
type 4
key Down
type 4
key Enter
type jck
key Enter*2
type +8
key F2
expect 将对 2 件逐件办理
expect 其中 1 件别人正开着：root
screen
key F2
expect 办成 2 件
# Cases of one clerk given to another, some at a time; what is finished stays with who finished it.
key ^X ^D Home
type 3
key Down*7
type 3
key Enter
expect 换承办人：2 件同一内容
type 李四
key Enter*2
type 轮岗
key F2
expect 将对 2 件逐件办理
screen
key F2
screen
