# The log, the people, the other bodies and the drafts: the lists one looks things up in.
# office: demo
open audit
screen
key Down Enter
expect 日志第
screen
key F12 F12
open persons
screen
key Enter
expect 姓名
key F12 F12
open bodies
screen
key F12
open info-entry
type 8
key Enter Enter
type 没写完的标题
key Enter
key F3
open drafts
expect 登记信息
screen
key Enter
expect 没写完的标题
screen
