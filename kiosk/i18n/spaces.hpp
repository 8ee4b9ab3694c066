// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guichet::i18n {

/// The text with its plain spaces before ? ! : ; » € % and behind « made no-break, so that no line
/// begins with a sign or ends with a quotation mark (Lexique de l’Imprimerie nationale).
std::string with_no_break_spaces(std::string_view text);

} // namespace guichet::i18n
