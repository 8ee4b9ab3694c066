// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/printed_codes.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

/// A code in place of what was read of it, or right before its value.
Word word_of(const Word& place, const std::string& name, const ReadCode& code) {
    constexpr float as_sure = 0.5F;
    auto word = code.bytes > 0 ? parted(place, code.bytes).first : place;
    if (code.words == 0) {
        word.box.x -= word.box.height;
        word.box.width = word.box.height / 2;
    }
    word.text = name;
    word.folded = fold(name);
    word.sureness.assign(name.size(), as_sure);
    word.is_code = true;
    word.is_guess = code.is_guess;
    return word;
}

} // namespace

int codes_on(const PageText& page, const std::vector<std::string>& codes) {
    return static_cast<int>(std::ranges::count_if(codes, [&](const std::string& code) {
        return code.size() > 1 && page.says(code);
    }));
}

PageText with_printed_codes(
    const PageText& page, const std::vector<std::string>& codes, const CodesBefore& before
) {
    const auto found = codes_in_order(page, codes, before);
    std::vector<TextLine> lines;
    for (const auto& line : page.lines()) {
        auto& words = lines.emplace_back(TextLine{.words = {}, .box = line.box}).words;
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const auto& word = line.words[i];
            const auto code = found.find(&word);
            if (code != found.end())
                words.push_back(word_of(word, codes[code->second.code], code->second));
            if (code == found.end() || code->second.words == 0)
                words.push_back(word);
            else if (code->second.bytes > 0)
                words.push_back(parted(word, code->second.bytes).second);
            else
                i += code->second.words - 1;
        }
    }
    return PageText(std::move(lines));
}

} // namespace guichet::scan
