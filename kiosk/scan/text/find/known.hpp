// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"

#include <span>

namespace guichet::scan {

/// What codes and zones have told of the document.
using Known = std::span<const procedure::Proposal>;

} // namespace guichet::scan
