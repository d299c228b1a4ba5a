# An input method left on: Chinese arrives where only keys are. It is said, and nothing happens.
type 你
expect 请切换到英文输入
type 、
refute 请切换到英文输入
open calendar
type 日历
expect 请切换到英文输入
# Pasted text is never a key.
paste 71\n
expect 此处不能粘贴
screen
