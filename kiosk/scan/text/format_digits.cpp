// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/build.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/match.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

std::string_view without_stop(std::string_view text) {
    return text.substr(0, text.find_last_not_of(".,:") + 1);
}

/// Something with a digit in it, and nothing that no reference has.
bool is_reference(std::string_view text) {
    const auto is_sign = [](char c) {
        return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '/' ||
               c == '.' || c == '_';
    };
    return std::ranges::all_of(text, is_sign) && std::ranges::any_of(text, is_digit);
}

/// That word, and the digits that go on right behind it; nullopt under four characters.
std::optional<Extract> reference_at(const Words& words, std::size_t start) {
    const auto text = without_stop(words[start]->text);
    if (!is_reference(text))
        return std::nullopt;
    Builder builder;
    builder.add(*words[start], text);
    for (auto i = start + 1; i < words.size() && builder.value().size() < 30; ++i) {
        const bool near = gap_between(words[i - 1]->box, words[i]->box) < words[i - 1]->box.height;
        const auto more = digits_of(*words[i]);
        if (!near || more.empty() || more.size() > 6)
            break;
        builder.separate(" ");
        builder.add(*words[i], more);
    }
    return letter_count(builder.value()) >= 4 ? std::optional(builder.take()) : std::nullopt;
}

/// The digits of a number that begins with that word. It goes on over a wide gap only as long as it
/// is too short.
Builder digits_at(const Words& words, std::size_t start, std::size_t least, std::size_t most) {
    Builder builder;
    for (auto i = start; i < words.size() && builder.value().size() < most; ++i) {
        const auto& word = *words[i];
        const bool far = i > start && gap_between(words[i - 1]->box, word.box) >
                                          3 * std::max(word.box.height, 1);
        const auto part = digits_of(word);
        if (part.empty() || builder.value().size() + part.size() > most ||
            (far && builder.value().size() >= least))
            break;
        builder.add(word, part);
        if (part != word.text && part.size() == word.text.size())
            builder.mark_last(part.size()); // letters taken for digits, and nothing proves it
    }
    return builder;
}

} // namespace

std::optional<Extract> extract_digits(std::size_t least, std::size_t most, const Words& words) {
    for (std::size_t start = 0; start < words.size(); ++start) {
        auto builder = digits_at(words, start, least, most);
        if (builder.value().size() >= least)
            return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> extract_reference(const Words& words) {
    for (std::size_t start = 0; start < words.size(); ++start)
        if (auto found = reference_at(words, start))
            return found;
    return std::nullopt;
}

} // namespace guichet::scan
