#!/usr/bin/env bash
# One comment on the pull request: that of the last run is found by its first line, and replaced.
set -euo pipefail
body="$RUNNER_TEMP/planbuilder/comment.md"
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
mine='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- planbuilder -->"))) | .id'
known=$(gh api --paginate "$comments?per_page=100" --jq "$mine" | head -n 1)
if [ -n "$known" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$body"
else
  gh api --silent --method POST "$comments" --field "body=@$body"
fi
