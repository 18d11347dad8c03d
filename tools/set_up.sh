#!/bin/sh
# Makes .venv from the hashed locks, and again only when a lock or the project file is newer than the last time.
set -eu
cd "$(dirname "$0")/.."
venv=.venv
done_at=$venv/.set-up-done

if [ ! -x "$venv/bin/python" ]; then
    tools/uv.sh venv --quiet --clear --python '>=3.11,<3.14' "$venv"
fi
for file in requirements/dev.txt requirements/bootstrap.txt pyproject.toml; do
    if [ ! -e "$done_at" ] || [ "$file" -nt "$done_at" ]; then
        echo "Installing the locked packages into $venv ..." >&2
        export VIRTUAL_ENV="$PWD/$venv"
        tools/uv.sh pip sync --quiet --require-hashes requirements/dev.txt
        tools/uv.sh pip install --quiet --no-deps --build-constraints requirements/bootstrap.txt --editable .
        touch "$done_at"
        break
    fi
done
