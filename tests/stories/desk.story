# The first screen: a number and Enter opens, full-width digits too; Esc and F12 do not leave it; F3 does.
screen
type 9
key Enter
expect 没有编号 9
type ７
type １
key Enter
expect 工作日历
key Esc
expect 选择
key Esc
expect 这里是第一屏
key F12
expect 这里是第一屏
key Down Enter
expect 期限计算
key F12
# Backspace takes a digit back; the row follows what is typed.
type 72
key Backspace
screen
key F3
ended
