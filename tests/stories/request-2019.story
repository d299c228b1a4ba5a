# A letter by plain post under the rules of 2019, from the mail room to the archive: received when its confirmation by telephone is written
# down, clarified once, a third party asked (it objects), extended with consent, decided in part by way of the seven questions, every letter
# read before it is issued, posted, checked, archived. F11 shows the count after each event that moves it.
# office: empty
# today: 2026-03-02
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
# 2 March: it lies in the post
open request-entry
type px
key Enter
type 0302
key Enter*3
type zrr
key Enter
type 张三丰
key Enter*2
type 370211198001011239
key Enter*2
type 13800001234
key Enter*3
type 青岛市黄岛区2号
key Enter*3
type 贵关2025年跨境电商行政处罚决定书
expect 先登记为待确认
screen
key F2
expect 期限还没有起算
screen
key F11
expect 先登记确认
# 3 March: telephoned
today 2026-03-03
key F5 F9
type qrsd
key Enter
type .
key Enter
type 电话 13800001234
key Enter
type 王芳
key F2
expect 2026-03-31
screen
key F11
expect 到期：2026年3月31日
screen
key F12 F8
type djhz
key Enter
expect 自收到申请之日起20个工作日内
screen
key F2*2
expect 已出具
key Esc F12
# 9 March: what is wanted is not clear enough
today 2026-03-09
key F5 F9
type yqbz
key Enter*2
type 请写明所需信息的提供载体和获取途径
key Enter
key F2
expect 计时停止
screen
key F11
expect 停计自 2026-03-09，等待补正至 2026-03-30；最后一天补正则到期 2026-04-28
screen
key F12 F8
type bzgz
key Enter
expect 现一次性告知
screen
key F2*2
key Esc F12
# No second time: 一次性
today 2026-03-20
key F5 F9
type djbzcl
key Enter
key F2
expect 期限 2026-04-20
key F9
type yqbz
expect 一次性告知
key Esc
key F11
expect 等待补正
screen
key F12
action change
key PageDown Up*6
type zz
key Enter
type yj
key Enter
key PageDown
type 补正写明载体和途径
screen
key F2
refute 缺：
# 24 March: a third party is asked
today 2026-03-24
key F5 F9
type zqdsf
key Enter
type 青岛蓝海跨境电子商务有限公司
key Enter*2
key F2
expect 征求意见中，随答复推后
screen
key F11
expect 随对方答复推后
screen
key F12 F8
type zqdsf
key Enter
expect “征求意见的信息”没有填写
key F4 Enter
type 行政处罚决定书中涉及你单位商品成交价格和供货渠道的内容
key F2
expect 可以出具
screen
key F2*2
key Esc F12
key F8
type zqyjgzs
key Enter
expect “征求意见的理由”没有填写
key F4 Enter
type 申请公开的信息涉及第三方的商业秘密
key F2
expect 可以出具
screen
key F2*2
key Esc F12
# It reached them on the 25th: the form begins with who is waited for.
today 2026-03-26
key F5 F9
type zqdsf
key Enter
expect 青岛蓝海
key Enter*2
type 0325
key F2
expect 已登记收到征求意见书
key F11 End
screen
key F12
# 7 April: they object
today 2026-04-08
key F5 F9
type djdsf
key Enter
expect 青岛蓝海
key Enter
type 0407
key Enter
type bty
key Enter
type 成交价格和供货渠道是本单位采取保密措施的经营信息，公开会损害竞争地位
key F2
expect 2026-05-06
screen
key F11 Down*18
expect 不计入
screen
key F12
# 28 April: more time, with consent
today 2026-04-28
key F5 F9
type yqdf
key Enter
type 10
key Enter
type 涉及第三方商业秘密，需区分处理
key Enter
type 李主任
key Enter
type 0428
key Enter
type 审批2026-8
key Enter
key F2
expect 已延期10个工作日，期限 2026-05-19
key F9
type yqdf
expect 已经延期一次
key Esc
screen
key F11 End
expect 30/30
screen
key F12 F8
type yqdf
key Enter
expect 2026年5月19日前
screen
key F2*2
key Esc F12
# 12 May: the seven questions
today 2026-05-12
key F5 F4
expect 补不补
key Enter*5
expect 给不给
screen
key Down*5 Enter
expect 部分公开
screen
key Enter
type symm
key Enter
type 成交价格和供货渠道属于第三方的商业秘密，公开会损害其合法权益，第三方不同意公开
key Enter
type 成交价格和供货渠道
key PageDown Up*3
type 李主任
key Enter
type 0512
key Enter
type 审批2026-9
screen
key F2
expect 决定：部分公开
screen
key F8
type bfgk
key Enter
expect 还不能出具
key F4 Enter
type 行政处罚决定书3份，隐去成交价格和供货渠道
expect 第三方不同意公开
screen
key F2
expect 可以出具
screen
key PageDown
screen
key PageDown
expect 先向青岛海关申请行政复议
screen
key F2*2
key Esc F12
# It goes by the post, which a decision must
today 2026-05-13
key F5 F9
type djsd
key Enter
type yjsd
key Enter
type 0512
key Enter
type ems
key Enter
type EA123456789CN
key Enter
screen
key F2
expect 已送达
screen
key F11
expect 已于 2026-05-12 答复
screen
key F12
# the archive
today 2026-05-20
key F5 F9
type gd
key Enter
key F2
expect 已归档
screen
key F9
type zcjd
expect 办件已归档
screen
key Esc End
screen
