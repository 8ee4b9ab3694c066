#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A visit without a window: says that it is ready, and when it is shown leaves "shown <pid>" in the file $1.
printf '\020\000\000\000\000\000\000\000{"says":"ready"}' >&3
dd bs=1 count=21 <&3 >/dev/null 2>&1
echo "shown $$" >> "$1"
exec sleep 1000
