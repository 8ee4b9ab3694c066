// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.hpp"

#include "base/files.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

namespace guichet::text {
namespace {

constexpr const char* words_family = "Andika";
constexpr const char* symbols_family = "Material Icons";

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using Config = std::unique_ptr<FcConfig, DestroyConfig>;

bool has_family(const FcFontSet& fonts, const char* family) {
    for (int i = 0; i < fonts.nfont; ++i) {
        FcChar8* name = nullptr;
        if (FcPatternGetString(fonts.fonts[i], FC_FAMILY, 0, &name) == FcResultMatch &&
            FcStrCmp(name, reinterpret_cast<const FcChar8*>(family)) == 0)
            return true;
    }
    return false;
}

/// Null when our file is missing or a font we need is: the system's own fonts then stand in, which
/// are not ours and can be read.
Config our_config() {
    const std::string file = (data_folder() / "assets" / "fonts.conf").string();
    Config config{FcConfigCreate()};
    const auto* name = reinterpret_cast<const FcChar8*>(file.c_str());
    if (!config || FcConfigParseAndLoad(config.get(), name, FcFalse) == FcFalse)
        return {};
    if (FcConfigBuildFonts(config.get()) == FcFalse)
        return {};
    const FcFontSet* fonts = FcConfigGetFonts(config.get(), FcSetSystem);
    const auto is_there = [&](const char* family) { return has_family(*fonts, family); };
    if (fonts == nullptr || !std::ranges::all_of(needed_families, is_there))
        return {};
    return config;
}

struct Fonts {
    Object<PangoFontMap> map;
    double cap_ratio{0}; ///< height of H per em, measured once
};

// Pango's font maps are not for sharing between threads.
Fonts& fonts() {
    thread_local Fonts the_fonts;
    if (!the_fonts.map) {
        the_fonts.map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        if (const Config config = our_config())
            pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(the_fonts.map.get()), config.get());
    }
    return the_fonts;
}

// Without hinting: it would make a capital a pixel higher than asked at some sizes, and the same
// paragraph wider on screen than on paper. Baselines fall on whole pixels anyway.
void set_rendering(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
}

double measure_cap_ratio() {
    constexpr int em = 1000;
    const Object<PangoContext> context{pango_font_map_create_context(fonts().map.get())};
    set_rendering(context.get());
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, words_family);
    pango_font_description_set_absolute_size(font, em * PANGO_SCALE);
    const Object<PangoLayout> layout{pango_layout_new(context.get())};
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), "H", 1);
    PangoRectangle ink;
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    const double ratio = static_cast<double>(ink.height) / (em * PANGO_SCALE);
    return ratio > 0.3 && ratio < 1.2 ? ratio : 0.7; // no font at all: still a size
}

double cap_ratio() {
    if (fonts().cap_ratio == 0)
        fonts().cap_ratio = measure_cap_ratio();
    return fonts().cap_ratio;
}

} // namespace

Object<PangoContext> make_context(const i18n::Language& language) {
    Object<PangoContext> context{pango_font_map_create_context(fonts().map.get())};
    set_rendering(context.get());
    pango_context_set_language(context.get(), pango_language_from_string(language.code.c_str()));
    const bool leftwards = language.direction == i18n::Direction::RightToLeft;
    pango_context_set_base_dir(
        context.get(), leftwards ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
    );
    return context;
}

PangoFontDescription* make_font(const Style& style) {
    const bool symbols = style.family == Family::Symbols;
    const double cap = style.cap_height;
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, symbols ? symbols_family : words_family);
    const bool bold = style.weight == Weight::Bold && !symbols;
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    const double size = symbols ? cap : cap / cap_ratio();
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    return font;
}

bool has_family(const char* family) {
    PangoFontFamily* found = pango_font_map_get_family(fonts().map.get(), family);
    return found != nullptr && family == std::string{pango_font_family_get_name(found)};
}

void forget_fonts() {
    if (fonts().map)
        pango_fc_font_map_cache_clear(PANGO_FC_FONT_MAP(fonts().map.get()));
    fonts() = {};
}

} // namespace guichet::text
