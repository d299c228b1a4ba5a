# Too small a window keeps everything and shows it again.
open due
type 2026-03-02
resize 59x24
screen
key Tab
resize 60x16
screen
resize 200x50
screen
resize 5x1
screen
