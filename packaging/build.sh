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
    if [ ${#batches[@]} -eq 0 ]; then
        cmake --build --preset "$preset" "$@"
        return
    fi
    cmake --build --preset "$preset" "$@" -- -k 0 && return
    local failed
    failed=$(cmake --build --preset "$preset" "$@" -- -n | grep -oP '[a-z_0-9]+(?=\.dir/Unity/)' | sort -u | paste -sd ';')
    echo "build: once more, each file by itself in $failed: two of a batch may not get along (kiosk/CMakeLists.txt)" >&2
    cmake --preset "$preset" "-DGUICHET_FILE_BY_FILE=$failed"
    cmake --build --preset "$preset" "$@"
}
