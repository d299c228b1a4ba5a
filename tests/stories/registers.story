# Registers: all of them with their counts; the ledger of requests by period, filter and columns; the case under the cursor; an entry of one's
# own, changed, closed, voided.
# office: demo
open registers
screen
key Enter
screen
key Right
screen
key Right Right Left
key Tab
type 冷链 -食品
screen
key Esc ^U
key F4
type 去年
key Enter
screen
key Enter
expect 2025-
key Esc
key Esc
type 投诉
key Tab Enter
screen
key F6
type 0306
key Enter
type lx
key Enter
type jb
key Enter
type 周立
key Enter
type 13900000099
key Enter*2
type 2026-0001
key Enter
type 窗口不收材料，回电13900000099
screen
key F2
screen
key F11
screen
key Esc
key F8
screen
key Esc
key F9
type 办结
screen
key Enter
screen
