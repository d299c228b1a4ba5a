# At the counter: the request is written down, answered, its letter made and signed for in one go (条例33一).
# office: demo
open request-entry
key ^T
expect 必须填写
refute 已当场答复
type dm
key Enter*2
type zrr
key Enter
type 陈𠮷祥
key Enter*10
expect 所需信息
type 贵关业务现场的办公时间
screen
key ^T
expect 已登记
expect 同时出具答复书
screen
key Enter
type 业务现场办公时间表
key F2
expect 已当场答复，答复书
screen
