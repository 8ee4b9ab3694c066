// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/fold.hpp"
#include "scan/text/match.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <sstream>
#include <string>
#include <vector>

/// Words in a row 20 pixels high, 10 pixels a letter, all read clearly.
inline guichet::scan::TextLine row(const std::string& text, int x, int y) {
    guichet::scan::TextLine line;
    std::istringstream in(text);
    for (std::string part; in >> part;) {
        const auto letters = guichet::scan::letter_count(part);
        const int width = static_cast<int>(letters) * 10;
        line.words.push_back(
            {.text = part,
             .folded = guichet::scan::fold(part),
             .box = {x, y, width, 20},
             .sureness = std::vector<float>(letters, 0.95F)}
        );
        x += width + 10;
    }
    return line;
}

/// Words as they are printed, with a blank between each two.
inline std::string joined(const guichet::scan::Words& words) {
    std::string text;
    for (const auto* word : words)
        text += (text.empty() ? "" : " ") + word->text;
    return text;
}
