// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/language.hpp"

#include <algorithm>

namespace guichet::i18n {

const Language& french() {
    return languages().front();
}

const std::vector<Language>& languages() {
    static const std::vector<Language> all{
        {.code = "fr", .native_name = "Français"},
        {.code = "en", .native_name = "English"},
        {.code = "ar", .native_name = "العربية", .direction = Direction::RightToLeft},
    };
    return all;
}

const Language& language(std::string_view code) {
    const auto& all = languages();
    const auto found = std::ranges::find(all, code, &Language::code);
    return found == all.end() ? french() : *found;
}

} // namespace guichet::i18n
