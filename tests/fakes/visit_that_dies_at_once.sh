#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A visit that ends before it is ready. Leaves a line in the file $1 each time it is started.
echo started >> "$1"
exit 1
