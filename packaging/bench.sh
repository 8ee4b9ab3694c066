#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints our figures against the budgets of DESIGN.md section 11. Nothing here fails because of a time.
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_THREAD_LIMIT=1 # Tesseract alone must not be slowed by its own threads

packaging/setup.sh
export CCACHE_NOHASHDIR=1
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

cmake --preset release
cmake --build --preset release --target guichet make_samples sample_visit benches
for bench in build/release/tests/bench/*_bench; do
    echo "== $(basename "$bench")"
    "$bench"
done
echo "== guichet check of everything (reach: 300 ms)"
time build/release/kiosk/guichet check
