# Everything that can be done, found by initials, with the key that does it; what cannot be done says why.
key F9
screen
type gzrl
key Enter
expect 2026 年 3 月
key F10
type xgy
screen
key Enter
expect 2026 年 4 月
key F9
type qqq
expect 没有符合的
key Esc
expect 2026 年 4 月
key F1
screen
