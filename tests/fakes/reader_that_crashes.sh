#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A reader that dies on the first picture: it takes a byte of its job, then SIGSEGV.
dd bs=1 count=1 <&3 >/dev/null 2>&1
kill -SEGV $$
