# The seven questions of a case under the law of 2008: its own answers and articles; an answer that the case does not allow is refused and
# the question stays; the last one opens the decision with an outcome of that law, the old class 免于公开, and it is made with its own grounds.
# office: empty
# today: 2012-03-06
open request-entry
type dm
key Enter
type 0305
key Enter
type zrr
key Enter
type 李四光
key Enter*4
type 13800001234
key Enter*6
type 贵关2011年专项稽查方案
key F2
expect 2012-0001
key Esc F12
open requests
key Enter
expect 剩 14
key F4
expect 1/7 补不补
screen
# nothing was asked of the applicant: there is nothing to let lapse
key Down*3 Enter
expect 不能按逾期不再处理
expect 1/7 补不补
key Home Enter
expect 2/7 是不是
refute 条例35
key Down Down
expect 应走咨询、统计等其他途径
screen
key Home Enter
expect 3/7 谁负责
key Enter
expect 4/7 有没有
key Enter
expect 5/7 给不给
key Down Down Down Down Enter
expect 结果* 部分公开
key Esc
expect 5/7 给不给
screen
key End Enter
expect 结果* 免予公开
key Enter
type 08-6
key Enter
paste 公开后影响稽查的进行，属于法律、法规规定免予公开的情形
screen
key F2
expect 决定：免予公开
screen
