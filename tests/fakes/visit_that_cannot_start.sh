#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A visit whose files are wrong: status 2 before it is ready.
exit 2
