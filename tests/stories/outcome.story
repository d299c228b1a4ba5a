# What came of a print: said when it ends, also when its screen was left meanwhile; what fails stays in the message line until it was read.
# office: demo
open letters
key F8
type PDF
key Enter
key ^U
type /nowhere/at/all/letter.pdf
key Enter
expect 正在排版
# The clerk goes on; the line says what runs while it has nothing else to say.
key F12 F12
key Down
expect 正在排版
screen
wait
expect /nowhere
screen
# A key wipes a note, not this.
key Down
expect 看全文
screen
key F9
type dyjg
key Enter
expect 打印结果
screen
key F12
refute 看全文
