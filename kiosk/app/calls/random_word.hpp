// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace guichet::app {

/// 128 bits from the kernel in hexadecimal digits: names a visit's calls or a running programme,
/// and nothing else.
std::string random_word();

} // namespace guichet::app
