#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A reader that takes its job and is never heard of again.
exec sleep 1000
