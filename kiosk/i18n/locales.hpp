// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace guichet::i18n {

/// Where the compiled catalogues (<language>/<domain>.mo) lie: beside our data when installed, else
/// in the folder this program was built in.
std::filesystem::path locales_folder();

} // namespace guichet::i18n
