// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/language.hpp"
#include "text/style.hpp"

#include <array>
#include <memory>

#include <pango/pangocairo.h>

namespace guichet::text {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref>;

/// Andika, and the scripts and symbols it does not have.
inline constexpr std::array needed_families{
    "Andika",
    "Material Icons",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian"};

/// A context of this thread's own font map, which knows only the fonts of assets/fonts.conf (the
/// system's own configuration when that file or a needed font is missing).
Object<PangoContext> make_context(const i18n::Language& language);

/// The font of a style, in the size that makes its capital H as high as asked.
PangoFontDescription* make_font(const Style& style);

/// True when the font map has this very family, not a substitute.
bool has_family(const char* family);

void forget_fonts();

} // namespace guichet::text
