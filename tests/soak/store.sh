#!/bin/bash
# The store's tests at full length: every fault point, 6,000 kills, 20,000 cut states, 5,000 flipped bits.
set -u
export GWGK_SOAK=1 CMOCKA_MESSAGE_OUTPUT=TAP
exec "$GWGK_BUILD/test-unit" tests/store
