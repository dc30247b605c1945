#!/usr/bin/env bash
# Brings .venv to a lock file: `packages.sh requirements.lock`. Packages that the tests brought in stay in.
# An environment whose last change was interrupted may hold half a package, so it is made anew.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
[ ! -e .venv/test.stamp ] || lock=requirements-test.lock
if [ ! -x .venv/bin/python ] || [ -e .venv/unfinished ]; then
  rm -rf .venv
  setup/uv venv --python "${PYTHON:-python3}" .venv
fi
touch .venv/unfinished
# Compiled beforehand, for a command starts three times as fast and some machines keep Python from compiling for good.
setup/uv pip sync --python .venv/bin/python --require-hashes --compile-bytecode "$lock"
.venv/bin/python -m compileall -q maoding
rm .venv/unfinished
touch .venv/run.stamp
.venv/bin/python setup/link.py
