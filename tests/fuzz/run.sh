#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one fuzzer for a short time from the seeds beside it. Skipped where it was not built (see packaging/test.sh).
set -euo pipefail
fuzzer=$1
seconds=$2
if [ ! -x "$fuzzer" ]; then
    echo "skipped: $fuzzer is not built (cmake --preset fuzz)"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
seeds="$(dirname "$0")/seeds/$(basename "$fuzzer" _fuzz)"
mkdir "$work/corpus"
[ ! -d "$seeds" ] || cp "$seeds"/* "$work/corpus/"
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 "$fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
    -error_exitcode=1 -artifact_prefix="$work/" -verbosity=0 -print_final_stats=1 "$work/corpus"
