# What was typed and not saved: counted on the desk, listed with its case, gone on with on the screen it came from, thrown away on purpose only.
# office: demo
key Home
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 赵𠮷
key F12
expect 已存为草稿
expect 草稿              1
open correction-entry
type dm
key Enter*2
type zrr
key Enter
type 钱二
key F12 F12
open requests
key Enter
key F9
type zcjd
key Enter*2
type bfgk
key F12
open drafts
expect 2026-0027
screen
# A registration goes on on its own screen, with what it derives beside the fields.
key Down
key Enter
expect 已取回上次没有保存的内容
expect 收到：
screen
# Thrown away: asked first, and nothing of it comes back.
key F9
type dqcg
key Enter
screen
key Esc
expect 当面
key F9
type dqcg
key Enter F2
expect 从头填写
refute 钱二
screen
key F12
refute 更正
# In the list by its digit.
key Up
type 4
key Enter
expect 将丢弃 1 份
key F2
expect 已丢弃 1 份草稿
refute 作出决定
screen
key Enter
expect 赵𠮷
screen
# A wide window has the room to say all that stands beside the fields.
resize 120x30
screen
