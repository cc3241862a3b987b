#!/usr/bin/env bash
# One comment on the pull request: that of the last run is found by its first line, and replaced.
# A comment that cannot be written (the token of a fork may not) says nothing about the plans: a note, no failure.
set -euo pipefail
trap 'echo "::notice::planbuilder could not comment on the pull request; the page of this step holds the same report."; exit 0' ERR
body="$RUNNER_TEMP/planbuilder/comment.md"
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
mine='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- planbuilder -->"))) | .id'
known=$(gh api --paginate "$comments?per_page=100" --jq "$mine" | head -n 1)
if [ -n "$known" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$body"
else
  gh api --silent --method POST "$comments" --field "body=@$body"
fi
