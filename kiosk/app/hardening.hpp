#pragma once

namespace guichet::app {

/// No core files, not dumpable, not traceable, memory locked where the limits allow it. Called
/// first in every process that may hold a person's data. Never fails: what the system refuses is
/// logged once by name.
void harden();

} // namespace guichet::app
