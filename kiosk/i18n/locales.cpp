// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/locales.hpp"

#include "base/files.hpp"

namespace guichet::i18n {

std::filesystem::path locales_folder() {
    auto installed = data_folder() / "locales";
    std::error_code error;
    if (std::filesystem::exists(installed / "en" / "ui.mo", error))
        return installed;
    return GUICHET_LOCALES_FOLDER;
}

} // namespace guichet::i18n
