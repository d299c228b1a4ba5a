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
