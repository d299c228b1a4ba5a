#!/bin/bash
# Every verb of the procedure killed, and its disk broken, at every single operation.
set -u
export GWGK_SOAK=1 CMOCKA_MESSAGE_OUTPUT=TAP
exec "$GWGK_BUILD/test-unit" tests/office/kills
