# A draft typed over an old version: opened again after another clerk changed the case, it neither overwrites him unseen nor loses a word, nor
# does a field that was emptied fill itself again.
# office: empty
open operators
key F6
type lisi
key Enter
type 李四
key Enter*3
type clerk
key F2
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*4
type 13800000000
key Enter*6
type 贵关2025年罚没物品拍卖公告
key Enter
type 黄关〔2025〕1号
key F2
expect 2026-0001
# Typed and left: phone changed, document number emptied.
action change
key Down*7
key ^U
type 13722222222
key Enter*7
key ^U
key Enter
key F12
expect 已存为草稿
refute 起在办
# The other one changes the phone and the address meanwhile.
clerk lisi
open requests
action change
key Down*7
key ^U
type 13911111111
key Enter*3
type 长江路
key PageDown
type 来电更正
key F2
expect 已更改
clerk
action change
expect 已取回上次没有保存的内容
refute 〔2025〕
key Down*6
expect 13722222222
key PageDown
type 核对
key F2
expect 有 1 栏别人先改了
expect 13911111111
expect 13722222222
expect 长江路
key Enter
key F2
expect 已更改：核对
# Long texts are shown from where they part.
action change
key Down*12
paste 甲类清单\n海关总署二〇二五年第一号公告所附的各项统计数据以及说明材料和历次会议的纪要全文共三十页
key PageDown
type 补录
key F2
expect 已更改：补录
action change
key Down*12
paste 之末
clerk lisi
action change
key Down*12
paste 之初
key PageDown
type 核对
key F2
expect 已更改：核对
clerk
key PageDown
type 再核
key F2
expect 有 1 栏别人先改了
screen
