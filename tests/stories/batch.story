# The option column of the requests: digits on rows, Enter runs them all. One form for the rows that share it, one question with the numbers, then
# row by row; a row that is refused keeps its digit and its reason. Left at a question nothing is done and every digit stays.
# office: demo
open requests
# Full-width digits, as an input method sends them. The third row waits for confirmation, the eighth is void.
type ４
key Down
type 4
key Down*6
type 4
expect 选项 3
screen
key Enter
expect 交办：3 件同一内容
key Esc
expect 没有办，选项都留着
expect 选项 3
key Enter
type jck
key Enter*2
type +8
key Enter
type 查有没有，是否在保存期限内
key F2
expect 将对 3 件逐件办理
expect 承办部门 稽查科
screen
key Esc
expect 没有办，选项都留着
# The form keeps what was filled in.
key Enter
expect 稽查科
key F2 F2
expect 办成 2 件，没有办成 1 件
screen
# The reason whole in the message line when the cursor stands on the row.
key Up Down
expect 已作废
screen
# Marks: what the filter shows, kept when the filter changes; one digit for all of them.
key Backspace
refute 选项 1
key F4
type 已送达
key Enter
key ^A
expect 已标
key ^K
type 归档
key Enter
screen
key Enter
expect 归档
screen
key F2
expect 办成
screen
# What is only to be looked at comes one after the other.
expect 已标 1  选项 1
key ^X ^D
key F4
type 未办结
key Enter
type 5
key Down
type 5
key Enter
expect 2026-0027
key F12
expect 2026-0026
key F12
expect 申请：未办结
screen
# The same on the list of information: what is ready goes out by one channel on one day.
open infos
key F4
type 待公开
key Enter
key ^A ^K
type 公开
key Enter Enter
expect 公开：
type board
key Enter Enter
type 一楼大厅公开栏
key F2
expect 送出机关，不能撤销
screen
key F2
expect 办成
screen
# In a narrow window the digits take a second line.
key F12 F12
open requests
resize 60x16
expect 9打印
screen
