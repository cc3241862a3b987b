#!/usr/bin/env bash
# Builds the staff edition for whoever reviews the change. A plan that cannot be read has none: the check says why.
set -uo pipefail
folder="$RUNNER_TEMP/planbuilder"
# Where the check found what the change starts from, a page says what it changes; an older copy may be unreadable.
since=()
[ ! -d "$folder/base/$PLANS" ] || since=(--since "$folder/base/$PLANS")
build() { planbuilder build "$PLANS" --out "$folder/site" "$@"; }
{ build "${since[@]}" || build; } && echo "built=true" >> "$GITHUB_OUTPUT"
exit 0
