// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "hub/people.hpp"

#include <string>
#include <vector>

namespace guichet::hub {

/// The address that opens La Coop's form with what is known filled in (facts/mediation.md section
/// 1.5): the mediator sees, completes and records it under their own account; nothing is sent.
/// `procedure`: what it is called; never anything a person wrote. La Coop promises nothing of
/// such addresses.
Result<std::string> coop_link(const Activity& activity, const std::string& procedure);

/// A QR code as rows of '0' and '1', without its quiet border.
Result<std::vector<std::string>> qr_rows(const std::string& text);

} // namespace guichet::hub
