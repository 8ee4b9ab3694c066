// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guichet::i18n {

/// The words between FSI and PDI (Unicode Standard Annex 9): they keep their own direction inside
/// a right-to-left text. Empty stays empty.
std::string isolated(std::string_view words);

/// A right-to-left text with its compound figures ("06 12 34 56 78", "08:30-17:30", "9 842 €")
/// isolated one by one, because bidi would put their groups in the opposite order.
std::string with_figures_isolated(std::string_view text);

} // namespace guichet::i18n
