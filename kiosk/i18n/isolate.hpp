// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::i18n {

/// The words between FSI and PDI (Unicode Standard Annex 9): they keep their own direction inside
/// a right-to-left text. Line by line: an isolate ends with its line. Empty stays empty.
std::string isolated(std::string_view words);

/// Without the marks that keep a word's own direction (UAX 9: U+2066 to U+2069): two texts that
/// differ in them alone read the same.
std::string without_isolates(std::string text);

/// Of a text cut in pieces: what one leaves open is closed at its end and opened again in the next.
void close_isolates(std::vector<std::string>& pieces);

/// A right-to-left text with its compound figures ("06 12 34 56 78", "08:30-17:30", "9 842 €")
/// isolated one by one, because bidi would put their groups in the opposite order.
std::string with_figures_isolated(std::string_view text);

} // namespace guichet::i18n
