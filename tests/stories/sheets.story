# Forms and papers of the office: today's list from the desk, a blank application form with its number of sets, a case taken out as evidence with a
# reason. What is written is looked at in tests/stage/letter-screen.sh.
# office: empty
open request-entry
type dm
key Enter*2
type zrr
key Enter
type 张三丰
key Enter*10
type 贵关2025年罚没物品拍卖公告
key F2
expect 2026-0001
open desk
key F8
expect 今日办件清单 送到哪里
screen
type pdf
key Enter
expect 今日办件清单2026-03-09.pdf
key ^U
key Enter
open sheets
screen
key Enter
expect 空白
key Enter
type mfyj
key Enter
expect 套数
key ^U
type 3
key Enter
expect 3 套
key Enter
expect 每份印 3 套
screen
key Esc
key F8
key Up
key Enter
expect 办件编号
type 2026-0001
key Enter
expect 送到哪里
key Esc
open requests
key Enter
key ^E
expect 导出
screen
key Enter
expect 文件夹名
key Enter
expect 理由
key Enter
expect 要写明理由
screen
