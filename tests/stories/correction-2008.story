# A correction under the old rules: by telegram in 2012, its receipt by the form of the time, no power over the record, so it is passed on
# and the applicant is told where it went; the record of that stays in the archive.
# office: empty
# today: 2012-03-01
open settings
type 法院
key Enter
type 青岛市中级人民法院
key F2 F12
open corrections
key F6
type db
key Enter
type 0301
key Enter*4
type zrr
key Enter
type 周明远
key Enter*2
type 37020219680101001X
key Enter*8
expect 信息记录
type 2011年进口货物报关单
key Enter
type 申报数量更正为120件
key Enter
type 与合同和发票不符
key Enter
type 合同；发票；装箱单
screen
key F2
expect C2012-0001
screen
key F8 Enter
screen
key F2
expect 用 2012 年第 1 号
key F2
expect 送到哪里
key Esc F12
today 2012-03-05
# Under the old rules it is passed on; to say only whom to ask is not enough.
action correction.decide
type 无更正权限
key Enter
type 申报数量由启运地海关的舱单确定
key Enter
type 南港海关
key F2
expect 应当转送
screen
key Esc
action correction.transfer
type 南港海关
key Enter*2
type 申报数量由启运地海关的舱单确定，本关无权更正
key F2
expect 已转送 南港海关：2012-03-05
screen
key F8
type wgzq
key Enter F4
key Enter
type 电话0532-80002000
key F2
screen
expect 可以出具
key F2
expect 用 2012 年第 2 号
key F2
expect 送到哪里
key Esc F12
action correction.identity
key Enter
type 王芳
key F2
action correction.deliver
type zjsd
key Enter*2
type 周明远
key F2
expect 已送达
action correction.archive
key F2
expect 已归档
expect 已转送 南港海关：2012-03-05
screen
