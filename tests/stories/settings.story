# What the office says of itself: what letters print and is empty is marked; one value is changed by its own type, from a day if wanted.
# office: empty
open settings
screen
type 电话
key Enter
screen
type 0532-80001000
key F2
expect 联系电话：0532-80001000
key ^U
type 征询
key Enter
key F4
screen
key Enter
key F12 F12
# Who may sit at the desk, and their roles; the last administrator stays.
open operators
key F6
type wangfang
key Enter
type 王芳
key F2
expect 已增加操作员 wangfang
screen
action roles
key Enter
key ^U
type clerk
key F2
expect 至少要有一名在用的管理员
screen
key F12 F12
# Printers are asked by a program beside the desk: this screen opens at once.
open printers
expect 正在询问
wait
refute 正在询问
expect 仿宋
