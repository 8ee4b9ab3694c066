// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::app {

/// The process that sees strangers' pictures: reads documents for the visit that started it, and
/// ends with it. It gives up the network (except for a network scanner), writing files, and more
/// memory than a large picture takes. Returns an exit status.
int run_reader();

} // namespace guichet::app
