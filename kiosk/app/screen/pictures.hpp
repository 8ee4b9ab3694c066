// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "procedure/proposal.hpp"

#include <string>
#include <string_view>

namespace guichet::app {

/// The same picture with its longer side at most `longest` pixels: each new pixel is the mean of
/// those it covers.
Picture shrink(const Picture& picture, int longest);

/// A reading small enough to be kept and shown: pages (their number stays) and crops shrunk, boxes
/// with them.
procedure::Reading shrink(const procedure::Reading& reading);

} // namespace guichet::app
