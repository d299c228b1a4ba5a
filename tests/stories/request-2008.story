# A letter by plain post under the rules of 2008, years later written into the desk from its file as it went then: received on arrival, clarified,
# a third party asked with the day its answer is wanted on, extended by fifteen days, decided in part on the expert form, a courier (allowed
# until the end of 2016), the archive. F11 shows the count after each event that moves it.
# office: empty
# today: 2012-03-05
open settings
type 地址
key Enter
type 青岛市黄岛区1号
key F2 ^U
type 邮政编码
key Enter
type 266500
key F2 ^U
type 联系电话
key Enter
type 0532-80001000
key F2 ^U
type 法院
key Enter
type 青岛市黄岛区人民法院
key F2
key F12
# 6 March 2012: a letter of the 5th, telephoned on the 6th; both are written down at once
today 2012-03-06
open request-entry
type px
key Enter
type 0305
key Enter
type 0306
key Enter
type 电话 13800001234
key Enter
type zrr
key Enter
type 李四光
key Enter*4
type 13800001234
key Enter*6
type 贵关2011年罚没物品拍卖成交清单
key PageDown Up*5
type zz
key Enter
type yj
key Enter
expect 答复期限：2012年3月27日
screen
key F2
expect 剩 15
key F11
expect 到期：2012年3月27日
screen
key F12 F8
type djhz
key Enter
screen
key F2*2 Esc F12
# 9 March: what is wanted is not clear
today 2012-03-09
key F5 F9
type yqbz
key Enter*2
type 请写明拍卖的批次或者时间范围
key Enter
type 0320
key F2
expect 计时停止
key F11
expect 等待补正至 2012-03-20
screen
key F12 F8
type bztz
key Enter
screen
key F2*2 Esc F12
# 16 March: it comes in; the whole period begins anew
today 2012-03-16
key F5 F9
type djbzcl
key Enter
key F2
expect 期限 2012-04-09
key F11
expect 收到补正材料
screen
key F12
# 19 March: the third party's letter names the day its answer is wanted on
today 2012-03-19
key F5 F9
type zqdsf
key Enter
type 青岛拍卖行有限公司
key Enter*3
type 0330
key F2
expect 征求意见中，随答复推后
screen
key F8
type dsfyj
key Enter
screen
key F2*2 Esc F12
# 28 March: it objects
today 2012-03-28
key F5 F9
type djdsf
key Enter
expect 青岛拍卖行
key Enter*2
type bty
key Enter
type 成交清单含有本单位客户名单，属于商业秘密
key F2
expect 已登记意见，期限 2012-04-18
screen
key F11 End
screen
key F12
# 11 April: fifteen days more
today 2012-04-11
key F5 F9
type yqdf
key Enter
type 20
key Enter
type 需与第三方核实范围
key Enter
type 李主任
key Enter*4
key F2
expect 延长的期限为1至15个工作日
key Up*5 ^U
type 15
key F2
expect 已延期15个工作日
screen
key F11 End
expect 30/30
screen
key F12 F8
type yqdf
key Enter
screen
key F4 Enter
type sjdsf
key F2
expect 可以出具
screen
key F2*2 Esc F12
# 8 May: decided on the expert form
today 2012-05-08
key F5 F9
type zcjd
key Enter
type bfgk
key Enter
type symm
key Enter
type 客户名单是第三方的商业秘密，第三方不同意公开，其余内容可以区分
key Enter
type 客户名单
screen
key PageDown Up*3
type 李主任
key Enter
type 0508
key F2
expect 决定：部分公开
key F8
type bfgk
key Enter
screen
key PageDown
screen
key F2*2 Esc F12
# 9 May: a courier, which was allowed until December 2016
today 2012-05-09
key F5 F9
type djsd
key Enter
type yjsd
key Enter
type 0509
key Enter
type kd
key Enter
type SF1234567890
key F2
expect 已送达
screen
key F11
expect 已于 2012-05-09 答复
screen
key F12
# the archive
today 2012-05-14
key F5 F9
type gd
key Enter
key F2
expect 已归档
screen
key F9
type yqdf
expect 办件已归档
