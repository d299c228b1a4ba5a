#!/bin/bash
# A screen shown in a document is a golden screen of today (`make reference` puts it in again).
grep '\.md$' "$FILES" | tr '\n' '\0' | xargs -0r grep -l '^<!-- screen: ' /dev/null | while read -r f; do
	awk -f "$RULE/../../../tools/goldens.awk" "$f" 2>&1 | cmp -s - "$f" || echo "$f:1: shows a screen that is not the golden one: make reference"
done
