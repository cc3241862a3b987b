#!/usr/bin/env bash
# Installs planbuilder beside the job's own Python packages, with the versions that it was tested with.
set -euo pipefail
python -m venv "$RUNNER_TEMP/planbuilder-venv"
bin="$RUNNER_TEMP/planbuilder-venv/bin"
[ -d "$bin" ] || bin="$RUNNER_TEMP/planbuilder-venv/Scripts"
"$bin/python" -m pip install --quiet --disable-pip-version-check -c "$GITHUB_ACTION_PATH/constraints.txt" "$GITHUB_ACTION_PATH"
echo "$bin" >> "$GITHUB_PATH"
