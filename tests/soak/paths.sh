#!/bin/bash
# Every path of four steps through the procedure, not only from cases that look new.
set -u
export GWGK_SOAK=1 CMOCKA_MESSAGE_OUTPUT=TAP
exec "$GWGK_BUILD/test-unit" every_way_of_four
