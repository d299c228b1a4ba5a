#!/bin/bash
# Every verb of the procedure killed, and its disk broken, at every single operation; every act of several verbs killed at every write.
set -u
export GWGK_SOAK=1 CMOCKA_MESSAGE_OUTPUT=TAP
rc=0
for part in tests/office/kills tests/office/cut_off; do "$GWGK_BUILD/test-unit" $part || rc=1; done
exit $rc
