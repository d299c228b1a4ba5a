# The desk says what the day asks for; a section opens by its number, a record from its row. Search and the log from anywhere.
# office: empty
open info-entry
type 8
key Enter Enter
type 第1批许可决定
key Enter ^U
type 0202
key F2
open info-entry
type 14
key Enter Enter
type 2026年度预算
key F2
open desk
key F5
screen
type 01
key Enter
expect 第1批许可决定
screen
key Enter
expect 公开义务
key F12 F12
key F7
type xk
expect 行政许可
screen
key F12
type 81
key Enter
expect 已登记
key Enter
expect 日志第
screen
key F12 F12
type 43
key Enter F6
type 监管科
key F2
expect 监管科
screen
