#!/bin/sh
# Debian keeps the module that makes virtual environments in a package of its own.
set -eu
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Python cannot make virtual environments here: install your system's package \`python3-venv\`." >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
