# A filter kept under a name: F4 chooses it again, with the words and the view it had; it can be renamed and removed. Each list has its own.
# office: demo
open requests
key F4
type 未办结
key Enter
type 清江
key F4
type 保存
key Enter
expect 保存现在的筛选
key ^U
type 清江企业在办
screen
key Enter
expect 已保存筛选“清江企业在办”
key F4
type 全部
key Enter
refute 清江企业在办
key F4
screen
type qjqy
key Enter
expect 申请：未办结
expect 筛选“清江企业在办”
screen
# A name that is taken stays; another one is fine.
key F4
type 保存
key Enter
key ^U
type 空的
key Enter
key F4
type 改名
key Enter
screen
type 空的
key Enter
type 改名
key Enter
key ^U
type 清江企业在办
key Enter
expect 已有筛选
key F4
type 改名
key Enter
type 空的
key Enter
type 删除
key Enter
expect 已删除筛选“空的”
key F4
refute 空的
key Esc
# It is there when the screen is opened again; the list of information has none of it.
key F12
open requests
key F4
expect 清江企业在办
key Esc
open infos
key F4
refute 清江企业在办
screen
key Esc
# Reviews and suits keep filters as well.
open appeals
key F4
type 尚未审结
key Enter
expect 复议诉讼：尚未审结
key F4
type 保存
key Enter
type 未审
key F2
expect 已保存筛选“未审”：尚未审结
key F4
type 全部
key Enter
expect 复议诉讼：全部
key F4
type 未审
key Enter
expect 筛选“未审”：尚未审结
expect 复议诉讼：尚未审结
