#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and passes the tests. The last line is ctest's own.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh
export CCACHE_NOHASHDIR=1
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

# What the browser tests need of npm; without it they are skipped, and say so.
if [ ! -d tests/e2e/console/node_modules ] && command -v npm >/dev/null; then
    (cd tests/e2e/console && npm ci --silent --no-audit --no-fund --fetch-retries=1) ||
        echo "test: npm's packages cannot be had now; the console is not tested in a browser" >&2
fi

# build PRESET [option...]: a first build reads our headers once for eight files, which takes half the time; a folder that
# was configured before is left as it is.
build() {
    local preset=$1
    shift
    local batches=()
    [ -f "build/$preset/CMakeCache.txt" ] || batches=(-DCMAKE_UNITY_BUILD=ON)
    cmake --preset "$preset" "${batches[@]}"
    cmake --build --preset "$preset" "$@" && return
    [ ${#batches[@]} -gt 0 ] || return 1
    echo "test: two files of one batch do not get along (kiosk/CMakeLists.txt); each by itself" >&2
    cmake --preset "$preset" -DCMAKE_UNITY_BUILD=OFF
    cmake --build --preset "$preset" "$@"
}

build dev
# The parsers of outside bytes, with clang's fuzzer and sanitizers; ctest runs each for a short time.
build fuzz --target fuzzers

exec ctest --preset dev --parallel "$(nproc)"
