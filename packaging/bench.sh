#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh [name...]: prints our figures against the budgets of DESIGN.md section 11, all of them or those named (hub, scan,
# check...). Nothing here fails because of a time.
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_THREAD_LIMIT=1 # Tesseract alone must not be slowed by its own threads

packaging/setup.sh
export CCACHE_NOHASHDIR=1
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

cmake --preset release
if [ $# -gt 0 ]; then
    benches=("${@/%/_bench}")
    cmake --build --preset release --target "${benches[@]}"
else
    cmake --build --preset release --target guichet make_samples sample_visit benches
    benches=()
    for bench in tests/bench/*_bench.cpp; do benches+=("$(basename "$bench" .cpp)"); done
fi
for bench in "${benches[@]/#/build/release/tests/bench/}"; do
    echo "== $(basename "$bench")"
    "$bench"
done
[ $# -eq 0 ] || exit 0
echo "== guichet check of everything (reach: 300 ms)"
time build/release/kiosk/guichet check
