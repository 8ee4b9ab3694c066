// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

namespace guichet::app {

/// `guichet gallery --out DIR [--lang L] [--size S] [--theme T] [--display 1920x1080@4.03]
/// [--only WORDS]`
struct GalleryArguments {
    std::string out;
    std::string lang{"fr"};
    std::string size{"normal"};            ///< normal, large, larger, largest
    std::string theme{"default"};          ///< default, dark, black-on-white, yellow-on-black, soft
    std::string display{"1920x1080@4.03"}; ///< pixels, then pixels per millimetre
    std::string only{};                    ///< the states whose name has these words; empty: all
};

/// Draws every screen in its typical states, without any display, to DIR/NN-name.png, with what the
/// screen says beside it as NN-name.json. The process's exit code: 0 when all were drawn, 1 for
/// arguments that make no sense or a folder that cannot be written.
int run_gallery(const GalleryArguments& arguments, std::ostream& out);

} // namespace guichet::app
