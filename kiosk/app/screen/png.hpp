// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"

#include <filesystem>

namespace guichet::app {

/// Writes an opaque picture (alpha is ignored) as PNG. Full or Refused.
Result<void> write_png(const std::filesystem::path& file, const Image& image);

} // namespace guichet::app
