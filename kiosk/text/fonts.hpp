#pragma once

#include "i18n/language.hpp"
#include "text/style.hpp"

#include <memory>

#include <pango/pangocairo.h>

namespace guichet::text {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref>;

/// A context of this thread's own font map, which knows only the fonts of assets/fonts.conf (the
/// system's own configuration when that file is missing).
Object<PangoContext> make_context(const i18n::Language& language);

/// The font of a style, in the size that makes its capital H as high as asked.
PangoFontDescription* make_font(const Style& style);

/// True when the font map has this very family, not a substitute.
bool has_family(const char* family);

void forget_fonts();

} // namespace guichet::text
