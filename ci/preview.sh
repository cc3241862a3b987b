#!/usr/bin/env bash
# Builds the staff edition for whoever reviews the change. A plan that cannot be read has none: the check says why.
set -uo pipefail
planbuilder build "$PLANS" --out "$RUNNER_TEMP/planbuilder/site" && echo "built=true" >> "$GITHUB_OUTPUT"
exit 0
