# Last year's ledger: every row as new, same, different or refused, with the reason; some taken, then the rest; a second time there is nothing to do.
# office: demo
open requests
action import
expect F6 选台账文件
key F2
expect 先按 F6 选台账文件
key F6
type tests/fixtures/none.csv
key Enter
expect none.csv
key F6
type tests/fixtures/ledger-2025.csv
key Enter
expect 新 3
screen
# Nothing is marked, nothing is taken; what is there already cannot be marked.
key F2
expect 还没有标记要收的
key Space
expect 这一行不能标记
refute 已标 1
key Enter
screen
key F12
key Down
key Enter
expect 原：
screen
key F12
# One row.
key Down Space
expect 已标 1
key F2
expect 将登记已标的 1 件
screen
key F2
expect 已导入 1 件
expect 新 2
screen
# The rest.
key ^A
expect 已标 2
key F2 F2
expect 已导入 2 件
expect 新 0
# The same file again: nothing is new.
key F6 Enter
expect 新 0
key ^A
refute 已标
key F2
expect 还没有标记要收的
# A case that is there can be opened.
key Home
type 5
key Enter
expect 2025-0001
key F12 F12
key Tab
type 2025-0118
expect 赵六
screen
