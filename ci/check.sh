#!/usr/bin/env bash
# Checks the plans: annotations and the summary of the step at once, the other reports into files for the next steps.
# The job goes on after findings, so that they can be shown; the last step fails with the code kept here.
set -uo pipefail
folder="$RUNNER_TEMP/planbuilder"
mkdir -p "$folder"
arguments=("$PLANS" --format github --fail-on "$FAIL_ON"
  --output "sarif=$folder/findings.sarif" --output "markdown=$folder/comment.md")
[ -z "$BASELINE" ] || arguments+=(--baseline "$BASELINE")
# A pull request is compared with what it changes; where that commit cannot be had, it is checked all the same.
have() { git cat-file -e "$BASE^{commit}" || git fetch --quiet --depth=1 origin "$BASE"; }
# A job may check several folders, one step after the other: the copy of the first is that of the next.
take() {
  if [ -e "$folder/base/.git" ]; then git -C "$folder/base" checkout --quiet --force --detach "$BASE"
  else git worktree add --quiet --force --detach "$folder/base" "$BASE"; fi
}
if [ -n "$BASE" ]; then
  if { have && take; } 2>"$folder/git.log"; then
    mkdir -p "$folder/base/$PLANS"
    arguments+=(--compare "$folder/base/$PLANS")
  else
    echo "::notice::planbuilder could not get the commit that this change starts from: nothing was compared with it."
  fi
fi
planbuilder check "${arguments[@]}"
code=$?
echo "code=$code" >> "$GITHUB_OUTPUT"
[ -s "$folder/findings.sarif" ] && [ "$code" -le 1 ] && echo "reports=true" >> "$GITHUB_OUTPUT"
exit 0
