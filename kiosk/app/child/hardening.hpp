// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::app {

/// No core files, not dumpable, not traceable, memory locked where the limits allow it. Called
/// first in every process that may hold a person's data. Never fails: what the system refuses is
/// logged once by name.
void harden();

/// Locking counts against RLIMIT_MEMLOCK by address space, not by use: with a finite limit every
/// later allocation over it would fail, so it is all or nothing. Raises the limit where it may.
bool may_lock_all();

} // namespace guichet::app
