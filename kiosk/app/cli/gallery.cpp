// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery.hpp"

#include "app/cli/gallery_states.hpp"
#include "app/screen/offscreen.hpp"
#include "app/screen/png.hpp"
#include "app/screen/tree_json.hpp"
#include "app/site/offer.hpp"
#include "base/files.hpp"
#include "ui/interface.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <ostream>

namespace guichet::app {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<const char*, visit::TextSize>, 4> sizes{
    {{"normal", visit::TextSize::Normal},
     {"large", visit::TextSize::Large},
     {"larger", visit::TextSize::Larger},
     {"largest", visit::TextSize::Largest}}};

constexpr std::array<std::pair<const char*, visit::Theme>, 5> themes{
    {{"default", visit::Theme::Default},
     {"dark", visit::Theme::Dark},
     {"black-on-white", visit::Theme::BlackOnWhite},
     {"yellow-on-black", visit::Theme::YellowOnBlack},
     {"soft", visit::Theme::Soft}}};

template <typename Names>
auto named(const Names& names, const std::string& name)
    -> std::optional<typename Names::value_type::second_type> {
    for (const auto& [known, value] : names)
        if (name == known)
            return value;
    return std::nullopt;
}

std::optional<ui::Display> parse_display(const std::string& words) {
    ui::Display display{};
    char rest = 0;
    // NOLINTNEXTLINE(cert-err34-c): three numbers and nothing after them, checked by the count
    const int read = std::sscanf(
        words.c_str(),
        "%5dx%5d@%f%c",
        &display.width,
        &display.height,
        &display.pixels_per_mm,
        &rest
    );
    const bool sensible = display.width >= 320 && display.height >= 320 && display.width <= 8192 &&
                          display.height <= 8192 && display.pixels_per_mm >= 1;
    return read == 3 && sensible ? std::optional{display} : std::nullopt;
}

struct Setting {
    ui::Display display;
    visit::TextSize size;
    visit::Theme theme;
    const i18n::Catalogue* words;
    const Stock* stock;
};

/// Frames until the screen stands still: what is measured in one changes the next.
void draw_still(
    Offscreen& screen, ui::Interface& interface, const GalleryState& state, const Setting& setting
) {
    constexpr int most = 6;
    for (int i = 0; i < most; ++i) {
        screen.frame([&] {
            const auto words = ui::Words{*setting.words, setting.stock->beside_words(state.visit)};
            interface.draw(state.visit, words, setting.display, state.now);
        });
        if (i > 0 && !interface.restless())
            return;
    }
}

Result<void>
draw_all(const fs::path& folder, std::vector<GalleryState> states, const Setting& setting) {
    auto screen = Offscreen::create(setting.display);
    if (!screen)
        return tl::unexpected(screen.error());
    ui::Interface interface { (*screen)->textures() };
    int number = 0;
    for (auto& state : states) {
        state.visit.language = setting.words->language().code;
        state.visit.size = setting.size;
        state.visit.theme = setting.theme;
        draw_still(**screen, interface, state, setting);
        std::array<char, 16> prefix{};
        std::snprintf(prefix.data(), prefix.size(), "%02d-", ++number);
        const auto file = folder / (prefix.data() + state.name);
        if (auto written = write_png(file.string() + ".png", (*screen)->picture()); !written)
            return written;
        const auto tree = tree_json(interface.tree()) + "\n";
        if (auto written = write_file(file.string() + ".json", tree); !written)
            return written;
    }
    interface.forget();
    return {};
}

} // namespace

int run_gallery(const GalleryArguments& arguments, std::ostream& out) {
    const auto size = named(sizes, arguments.size);
    const auto theme = named(themes, arguments.theme);
    const auto display = parse_display(arguments.display);
    const auto stock = load_stock(gallery_site());
    if (!stock) {
        for (const auto& mistake : stock.error())
            out << mistake << "\n";
        return 1;
    }
    const auto words = stock->words.find(arguments.lang);
    if (!size || !theme || !display || words == stock->words.end()) {
        out << "guichet gallery: no such language, size, theme or display\n";
        return 1;
    }
    std::error_code error;
    fs::create_directories(arguments.out, error);
    auto states = gallery_states(stock->offer);
    std::erase_if(states, [&](const GalleryState& state) {
        return state.name.find(arguments.only) == std::string::npos;
    });
    const auto count = states.size();
    const auto drawn = draw_all(
        arguments.out,
        std::move(states),
        {.display = *display,
         .size = *size,
         .theme = *theme,
         .words = &words->second,
         .stock = &*stock}
    );
    if (!drawn) {
        out << "guichet gallery: " << drawn.error().detail << "\n";
        return 1;
    }
    out << count << " screens in " << arguments.out << "\n";
    return 0;
}

} // namespace guichet::app
