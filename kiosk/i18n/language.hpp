// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::i18n {

enum class Direction { LeftToRight, RightToLeft };

/// A language a person can choose.
struct Language {
    std::string code;        ///< ISO 639-1: "fr", "en", "ar"
    std::string native_name; ///< "Français", "English", "العربية"
    Direction direction{Direction::LeftToRight};

    bool operator==(const Language&) const = default;
};

/// The source language of every text.
const Language& french();

/// Every language we have catalogues for, French first.
const std::vector<Language>& languages();

/// The language of that code; French when we do not have it.
const Language& language(std::string_view code);

} // namespace guichet::i18n
