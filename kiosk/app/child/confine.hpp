// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::app {

enum class Network { Forbidden, Allowed };

/// From here on this process and its children cannot make a file grow, use over `gigabytes` of
/// address space or, unless allowed, open an internet socket (EACCES). What the system refuses is
/// logged.
void confine(Network network, unsigned gigabytes);

} // namespace guichet::app
