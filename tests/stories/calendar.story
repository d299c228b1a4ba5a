# The month with the reason of every day; a year whose notice is missing says so.
# today: 2026-09-30
open calendar
screen
key PageDown
expect 国庆节
key Down
screen
key PageDown*3
expect 缺2027 年放假安排
key Home
expect 2026年9月30日
resize 60x20
screen
