#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A courier that does nothing of what it is told but keeps it, word for word, at the end of the file $1.
exec cat <&3 >>"$1"
