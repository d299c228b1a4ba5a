# The seven questions, asked from the request's page: the last answer opens the decision with its outcome filled in.
# office: demo
open requests
key F4
type open
key Enter Enter
key F4
expect 补不补
screen
key Enter
expect 数量、频次
key Enter Down
expect 信访
key F12
expect 数量、频次
key Enter Enter
expect 谁负责
key Down Down Enter
expect 非本机关负责公开
screen
# An old draft does not undo what is chosen now; who left a form without saving is back at the question.
key Esc
expect 谁负责
key Home Enter
expect 有没有
key Enter
expect 给不给
key Enter
expect 结果* 已主动公开
key Enter
paste 写了一半的理由
key Esc
expect 存为草稿
expect 给不给
key Down Enter
expect 怎么给
key Enter
expect 怎么答
key Down Enter
expect 当场答复
expect 同时出具答复书  是
key Esc
key Home Enter
expect 结果* 予以公开
expect 写了一半的理由
