#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints our figures against the budgets of DESIGN.md section 11. Nothing here fails because of a time.
#   packaging/bench.sh             all of them
#   packaging/bench.sh scan text   those whose names begin so (tests/bench/*_bench.cpp)
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_THREAD_LIMIT=1 # Tesseract alone must not be slowed by its own threads: fourfold on two cores

benches=()
for source in tests/bench/*_bench.cpp; do
    name=$(basename "$source" .cpp)
    [ $# -eq 0 ] && benches+=("$name")
    for wanted in "$@"; do
        if [[ $name == "$wanted"* ]]; then
            benches+=("$name")
            break
        fi
    done
done
if [ ${#benches[@]} -eq 0 ]; then
    echo "no bench of that name; there are:" tests/bench/*_bench.cpp >&2
    exit 2
fi

. packaging/build.sh

targets=("${benches[@]}" make_samples)
[ $# -eq 0 ] && targets+=(guichet sample_visit)
build release --target "${targets[@]}"
pictures=build/release/tests/samples/pictures
for bench in "${benches[@]}"; do
    echo "== $bench"
    arguments=()
    if [ "$bench" = scan_bench ]; then
        build/release/tests/samples/make_samples "$pictures"
        arguments+=("$pictures")
    elif [ "$bench" = scan_sets_bench ] && [ -d ../shared/data/scan/false ]; then
        arguments+=(../shared/data/scan/false) # pictures of what is no document
    fi
    "build/release/tests/bench/$bench" "${arguments[@]}"
done
if [ $# -eq 0 ]; then
    echo "== guichet check of everything (reach: 300 ms)"
    time build/release/kiosk/guichet check
fi
