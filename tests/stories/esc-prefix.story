# Esc and a digit are a function key; Esc - is F11, Esc = is F12. Alone, or twice, it is Esc.
open calendar
key Esc 1
expect 按键一览
key Esc =
expect 2026 年 3 月
key Esc -
expect 期限计算
key Esc Esc
expect 2026 年 3 月
key Esc 0
expect 这一屏的动作
key Esc
expect 2026 年 3 月
# Any other key: both happen.
key F1
key Esc Right
expect 2026年3月10日
# A full-width digit completes it as well; the rest of what was typed stays typed.
key Esc
type 71
key Enter
key Esc
expect 选择
