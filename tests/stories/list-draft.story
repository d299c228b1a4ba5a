# Digits that nobody ran are a draft: in the list of drafts by the list's name, opened from there, thrown away there.
# office: demo
open requests
type 4
key Down
type 8
expect 选项 2
open drafts
expect 清单选项：申请
key Enter
expect 选项 2
screen
key F12 F12 F12
type 016
key Enter
expect 清单里填了还没有办的选项
refute list.requests（
screen
open drafts
key Home
type 4
key Enter
expect 将丢弃 1 份
key F2
expect 已丢弃 1 份
refute 清单选项
open requests
refute 选项 2
refute 取回
