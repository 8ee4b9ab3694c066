#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A courier that ends without a word as soon as it has something to do.
dd bs=1 count=1 <&3 >/dev/null 2>&1
exit 0
