// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/language.hpp"
#include "ui/kit/theme.hpp"

namespace guichet::ui {

/// Draws the letters of a language once in every size of text, onto nothing: fonts are opened and
/// their letters kept by the libraries. The first words in a size cost ten times what later ones
/// do.
void warm_letters(const i18n::Language& language, const Metrics& metrics);

} // namespace guichet::ui
