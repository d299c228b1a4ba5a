# An old ledger of corrections through the same screen as one of requests: the file's head tells which it is. What a row says otherwise about an open
# case is taken over in the case's own change, looked at and saved there; an archived case is not changed.
# office: demo
open request-import
key F6
type tests/fixtures/ledger-corrections.csv
key Enter
expect 导入更正台账：新 2  相同 0  不同 0  不收 1
screen
key ^A F2
expect 将登记已标的 2 件
key F2
expect 已导入 2 件
expect 新 0  相同 2
# A later copy of the ledger says otherwise.
key F6 ^U
type tests/fixtures/ledger-corrections-2.csv
key Enter
expect 相同 1  不同 1
key Home Down Enter
expect 原：更正住址
key F12
key Home
type 6
key Enter
expect 没有不同
key Home Down
type 6
key Enter
expect 更正通信地址
screen
key F2
expect 已更改：照原台账第 3 行更改
expect 相同 2  不同 0
screen
key Home Down
type 5
key Enter
expect C2024-0008
expect 更正通信地址
