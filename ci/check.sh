#!/usr/bin/env bash
# Checks the plans: annotations and the summary of the step at once, the other reports into files for the next steps.
# The job goes on after findings, so that they can be shown; the last step fails with the code kept here.
set -uo pipefail
folder="$RUNNER_TEMP/planbuilder"
mkdir -p "$folder"
arguments=("$PLANS" --format github --fail-on "$FAIL_ON"
  --output "sarif=$folder/findings.sarif" --output "markdown=$folder/comment.md")
[ -z "$BASELINE" ] || arguments+=(--baseline "$BASELINE")
planbuilder check "${arguments[@]}"
code=$?
echo "code=$code" >> "$GITHUB_OUTPUT"
[ -s "$folder/findings.sarif" ] && [ "$code" -le 1 ] && echo "reports=true" >> "$GITHUB_OUTPUT"
exit 0
