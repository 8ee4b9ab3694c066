#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and passes the tests. The last line is ctest's own.
set -euo pipefail
cd "$(dirname "$0")/.."

. packaging/build.sh

# What the browser tests need of npm; without it they are skipped, and say so.
if [ ! -d tests/e2e/console/node_modules ] && command -v npm >/dev/null; then
    (cd tests/e2e/console && npm ci --silent --no-audit --no-fund --fetch-retries=1) ||
        echo "test: npm's packages cannot be had now; the console is not tested in a browser" >&2
fi

build dev
# The parsers of outside bytes, with clang's fuzzer and sanitizers; ctest runs each for a short time.
build fuzz --target fuzzers

exec ctest --preset dev --parallel "$(nproc)"
