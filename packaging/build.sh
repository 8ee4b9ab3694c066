# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and bench.sh, at the top of the project: installs what is missing and builds.
packaging/setup.sh
export CCACHE_NOHASHDIR=1
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

# build PRESET [option...]: a first build reads our headers once for eight files and keeps only line numbers for debuggers,
# which halves the wait; a folder that was configured before stays as it is.
build() {
    local preset=$1
    shift
    local batches=()
    [ -f "build/$preset/CMakeCache.txt" ] || batches=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_CXX_FLAGS_DEBUG=-g1)
    cmake --preset "$preset" "${batches[@]}"
    cmake --build --preset "$preset" "$@" && return
    [ ${#batches[@]} -gt 0 ] || return 1
    echo "build: once more, each file by itself: two of one batch may not get along (kiosk/CMakeLists.txt)" >&2
    cmake --preset "$preset" -DCMAKE_UNITY_BUILD=OFF
    cmake --build --preset "$preset" "$@"
}
