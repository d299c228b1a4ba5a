# The date calculator: the due date while fields are filled, the ledger day by day.
open due
type 2022-09-30
expect 周五 工作日
key Enter
screen
key F11
expect 2022年11月2日
screen
key PageDown
screen
key F12
# A mistake is said beside the field, stops nobody from moving on, and F2 refuses.
key BackTab
type 2026-02-30
key Tab
screen
key F2
expect 2026-02-30
key ^U
type ２０２６．１２．２０
key F2
expect 2027年1月18日
expect 待定
key F12
screen
# Codes by number, initials or words; F4 lists them. Calendar days may roll.
key Tab Tab
type 2
key Tab
expect 日（自然日）
expect 末日顺延
key BackTab F4
screen
type gzr
screen
key Enter
refute 末日顺延
