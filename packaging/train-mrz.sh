#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains the network that reads the OCR-B letters of machine-readable zones, from scratch, and writes it.
#   packaging/train-mrz.sh [FILE]      (default: assets/mrz/ocrb.model)
# Only the fonts of fonts-ocr-b go in. Chance has a fixed seed and there is one thread: the same machine gives the same file.
# Takes about 5 minutes of one core that has nothing else to do. LETTERS=200000 tries the whole way in less than a minute.
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-assets/mrz/ocrb.model}
letters=${LETTERS:-4000000}
build=${BUILD:-build/release}

if [ -z "$(fc-list | grep 'OCRBS\.otf')" ]; then # grep -q would end fc-list by a signal, and pipefail take that for absence
    echo "train-mrz: the package fonts-ocr-b is missing" >&2
    exit 1
fi
cmake --preset release -B "$build" > /dev/null
ninja -C "$build" train_glyphs
mkdir -p "$(dirname "$file")"
time nice -n 10 "$build/tests/samples/train_glyphs" "$letters" "$file"
echo "train-mrz: wrote $file; now ctest -R 'scan|samples' says whether it reads as well as the last one"
