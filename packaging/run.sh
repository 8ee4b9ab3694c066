#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the kiosk and runs it: in a window where there is a display; without one the same
# program walks the sample visit under Xvfb and leaves pictures and the PDF in out/.
set -euo pipefail
cd "$(dirname "$0")/.."

. packaging/build.sh

if [ -n "${DISPLAY:-}" ]; then
    build release --target guichet
    exec build/release/kiosk/guichet run --site packaging/site.yaml "$@"
fi
build release --target guichet make_samples sample_visit
exec build/release/tests/e2e/sample_visit --out out
