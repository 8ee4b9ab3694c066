#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A visit without a window: says that it is ready, answers pings, and when it is shown leaves "shown <pid>" in the file
# $1. After USR1 it hangs: it neither answers nor ends.
trap 'echo "hangs $$" >> "$1"; exec sleep 1000' USR1
printf '\020\000\000\000\000\000\000\000{"says":"ready"}' >&3
while order=$(dd bs=1 count=21 <&3 2>/dev/null | tail -c 13) && [ -n "$order" ]; do
    case $order in
    *show*) echo "shown $$" >> "$1" ;;
    *ping*) printf '\020\000\000\000\000\000\000\000{"says":"alive"}' >&3 ;;
    esac
done
