#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A reader taken over by a bad picture: for its job, whatever the number, it claims a picture of 4,000,000,000 pixels.
dd bs=1 count=8 <&3 >/dev/null 2>&1
printf '\077\000\000\000\000\000\000\000{"job":1,"says":"shows","picture":[20000,20000]}               ' >&3
exec sleep 1000
