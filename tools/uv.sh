#!/bin/sh
# Runs uv with the arguments given. Takes the uv on the PATH where there is one, else puts the locked one into .venv-bootstrap.
# A mirror that only pip has been told about (a usual set-up in China) is handed on to uv; no address is written here.
set -eu
cd "$(dirname "$0")/.."
bootstrap=.venv-bootstrap

if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
    mirror=${PIP_INDEX_URL:-$(python3 -m pip config get global.index-url 2>/dev/null || true)}
    [ -z "$mirror" ] || export UV_DEFAULT_INDEX="$mirror"
fi

if uv --version >/dev/null 2>&1; then
    exec uv "$@"
fi
if [ ! -x "$bootstrap/bin/uv" ]; then
    echo "Fetching uv into $bootstrap ..." >&2
    python3 -m venv --clear "$bootstrap"
    "$bootstrap/bin/python" -m pip install --quiet --require-hashes --only-binary :all: -r requirements/bootstrap.txt >&2
fi
exec "$bootstrap/bin/uv" "$@"
