# An information is registered by keys alone, its due date shown while typing, found in the list, its days counted, then reviewed and published.
# office: empty
open info-entry
type 8
key Enter Enter
type 2026年第3批行政许可决定
key Enter ^U
type 0302
key Enter
expect 期限：2026年3月11日
screen
key F11
expect 登记后的公开期限
expect 2026-03-03 周二     1/7
key F12
expect 登记信息
key F2
expect I2026-0001
open infos
screen
key F11
expect 2026年3月11日
screen
key F12 Enter
action info.review
expect 审查
screen
type unit
key Enter
type 同意公开
key Enter
type 王芳
key F2
expect 审查中
action info.review
type office
key Enter
type pass
key Enter
type 李强
key F2
expect 待公开
action info.publish
type 直属海关网站
key F2
expect 已公开
screen
key F12
key F4
screen
key Down Enter
expect 没有信息
key F12 F12
# Publishing what was not reviewed is refused with the reason, and nothing is lost.
open info-entry
type 2
key Enter Enter
type 办公电话
key F2
open infos
expect 办公电话
key Enter
action info.publish
expect 先审查、后公开
screen
