# The 25 items with what is missing; one item whole; who answers, by pinyin initials.
# office: empty
open catalogue
screen
key Down*23 Enter
expect 依申请公开渠道
screen
key F12
key Tab
type 政府
expect 政府采购
screen
key F12
open who
type zfcg
expect 政府采购
screen
key Enter
expect 部门
resize 60x20
screen
