// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"
#include "scan/text/match.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

std::string_view without_stop(std::string_view text) {
    return text.substr(0, text.find_last_not_of(".,:") + 1);
}

/// Something with a digit in it, and nothing that no reference has.
bool is_reference(std::string_view text) {
    const auto is_sign = [](char c) {
        return is_digit(c) || is_capital(c) || is_small_letter(c) || c == '-' || c == '/' ||
               c == '.' || c == '_';
    };
    return std::ranges::all_of(text, is_sign) && has_digit(text);
}

/// "FAO0002417" on a picture: a round capital right before a figure is one.
std::string with_noughts(std::string text, const Word& word) {
    for (std::size_t i = 0; word.clearness < 1 && i + 1 < text.size(); ++i)
        if (text[i] == 'O' && is_digit(text[i + 1]))
            text[i] = '0';
    return text;
}

constexpr std::size_t least_reference = 4; ///< characters
constexpr std::size_t longest_group = 10;  ///< with a letter, that goes on
constexpr std::size_t longest_digits = 8;  ///< that go on
constexpr std::size_t longest_first = 16;  ///< behind a first group that is no reference yet

/// What goes on a reference of so many characters: digits, and, when it is long enough without, a
/// group with a digit in it or one capital at its end. Empty when it ends before.
std::string more_of(const Word& word, std::size_t so_far) {
    const auto digits = digits_of(word);
    const auto text = std::string(without_stop(word.text));
    const bool plain = std::ranges::all_of(text, is_digit);
    if (so_far < least_reference || (plain && !text.empty()))
        return digits.size() <= (plain && so_far < least_reference ? longest_first : longest_digits)
                   ? digits
                   : std::string();
    const bool group = text.size() <= longest_group && is_reference(text) &&
                       text.find_first_of("/.") == std::string::npos;
    if (text == "O" && word.clearness < 1)
        return "0"; // of figures on a picture
    return group || (text.size() == 1 && is_capital(text[0])) ? text : std::string();
}

/// "MOK", "3" of "26.00418 / MOK / 3": capitals and digits.
bool is_part_of_reference(const Word& word) {
    constexpr std::size_t longest = 6;
    return !word.text.empty() && word.text.size() <= longest &&
           std::ranges::all_of(word.text, [](char c) { return is_capital(c) || is_digit(c); });
}

/// What of word `i` goes on a reference that has come so far: "/ 3" of "D 26.00418 / MOK / 3" too.
std::string part_of(const Words& words, std::size_t i, const std::string& so_far) {
    const auto& word = *words[i];
    if (word.text == "/" && i + 1 < words.size() && is_part_of_reference(*words[i + 1]))
        return "/";
    return so_far.ends_with('/') && is_part_of_reference(word) ? word.text
                                                               : more_of(word, so_far.size());
}

/// "0317748" of "2025 E 0317748": more figures than a postcode has.
bool is_long_number(const Word& word) {
    constexpr std::size_t least = 6;
    const auto text = without_stop(word.text);
    return text.size() >= least && std::ranges::all_of(text, is_digit);
}

/// That word, and what goes on right behind it; nullopt under four characters.
std::optional<Extract> reference_at(const Words& words, std::size_t start) {
    const auto text = with_noughts(std::string(without_stop(words[start]->text)), *words[start]);
    if (!is_reference(text))
        return std::nullopt;
    Builder builder;
    builder.add(*words[start], text);
    if (!words[start]->text.starts_with(text))
        builder.mark_last(text.size());
    bool ended = false; // by one capital
    for (auto i = start + 1; i < words.size() && builder.value().size() < 30; ++i) {
        if (ended && words[i]->text != "/" && !is_long_number(*words[i]))
            break;
        const bool near = gap_between(words[i - 1]->box, words[i]->box) < words[i - 1]->box.height;
        const auto more = part_of(words, i, builder.value());
        if (!near || more.empty())
            break;
        builder.separate(" ");
        builder.add_digits(*words[i], more);
        ended = is_capital(more[0]) && more.size() == 1;
    }
    const bool whole = letter_count(builder.value()) >= least_reference;
    return whole ? std::optional(builder.take()) : std::nullopt;
}

/// "BAJ" of "BAJ 2025/001846": capitals right before a reference.
bool is_sign_of(const Word& word, const Word& reference, bool first) {
    constexpr std::array<std::string_view, 8> others{
        "de", "du", "des", "le", "la", "au", "no", "ref"};
    const bool alone = word.text.size() > 1 || (word.text != "N" && (word.text != "A" || first));
    const bool capitals =
        alone && word.text.size() <= 5 && std::ranges::all_of(word.text, is_capital);
    return capitals && gap_between(word.box, reference.box) < reference.box.height &&
           std::ranges::find(others, word.folded) == others.end();
}

/// "05/02/2026", "2025": no number of anything.
bool is_day_or_year(const std::string& text) {
    const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
    const bool day = (text.size() == 8 || text.size() == 10) &&
                     std::ranges::count(text, '/') == 2 &&
                     std::ranges::all_of(text, [](char c) { return c == '/' || is_digit(c); });
    return year || day;
}

/// "37", of fewer characters than a reference has, and nothing near it: a firm may number its
/// people so.
std::optional<Extract> short_number(const Words& words) {
    constexpr std::size_t least = 2;
    if (words.empty())
        return std::nullopt;
    const auto& first = *words.front();
    const bool alone =
        words.size() == 1 || gap_between(first.box, words[1]->box) > 3 * first.box.height;
    if (!alone || first.text.size() < least || first.text.size() >= least_reference ||
        !std::ranges::all_of(first.text, is_digit))
        return std::nullopt;
    Builder builder;
    builder.add(first, first.text);
    return builder.take();
}

std::optional<Extract> with_sign(const Word& sign, Extract reference) {
    const auto shift = static_cast<int>(sign.text.size()) + 1;
    const bool nought = sign.text == "O" && sign.clearness < 1; // "O 884 217 350" on a picture
    reference.value = (nought ? "0" : sign.text) + " " + reference.value;
    reference.box = around(sign.box, reference.box);
    for (int& at : reference.doubtful)
        at += shift;
    return reference;
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
        builder.add_digits(word, part);
        if (ends_part(word))
            break;
    }
    return builder;
}

/// Up to a wide gap or a colon; none where amounts stand among them.
Words words_of_office(const Words& words) {
    constexpr std::size_t most_words = 8;
    Words taken;
    for (const auto* word : words) {
        const bool sign = word->folded.empty();
        if (taken.empty() && sign)
            continue;
        const bool far = !taken.empty() && gap_between(taken.back()->box, word->box) >
                                               2 * std::max(word->box.height, 1);
        if (far || taken.size() == most_words || word->text.find(':') != std::string::npos)
            break;
        if (is_digit(word->text.front()) && word->text.find(',') != std::string::npos)
            return {}; // a row of amounts
        taken.push_back(word);
    }
    return taken;
}

/// "24h/24", "7j/7": when one may call.
bool is_round_the_clock(std::string_view text) {
    return text.find("h/24") != std::string_view::npos ||
           text.find("j/7") != std::string_view::npos;
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

std::optional<Extract> extract_delivery_point(const Words& words) {
    constexpr std::size_t digits = 14;
    constexpr std::size_t digits_of_gas = 6;
    if (auto plain = extract_digits(digits, digits, words))
        return plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& sign = *words[i];
        if (!sign.text.starts_with("GI"))
            continue;
        Builder builder;
        builder.add(sign, sign.text);
        for (auto k = i + 1; k < words.size() && builder.value().size() < 2 + digits_of_gas; ++k)
            builder.add_digits(*words[k], digits_of(*words[k]));
        if (builder.value().size() == 2 + digits_of_gas &&
            std::ranges::all_of(builder.value().substr(2), is_digit))
            return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> extract_grade(const Words& words) {
    constexpr std::size_t longest = 5;
    for (const auto* word : words) {
        const auto text = without_stop(word->text);
        const bool mixed =
            !text.empty() && text.size() <= longest && has_digit(text) &&
            std::ranges::any_of(text, is_capital) &&
            std::ranges::all_of(text, [](char c) { return is_digit(c) || is_capital(c); });
        if (!mixed)
            continue;
        Builder builder;
        builder.add(*word, text);
        return builder.take();
    }
    return extract_amount("number", words);
}

std::optional<Extract> extract_act_number(const Words& words) {
    constexpr std::size_t longest = 20;
    constexpr int least_digits_with_letters = 3;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto* word = words[i];
        const auto text = without_stop(word->text);
        const bool plain =
            !text.empty() && is_digit(text.front()) &&
            std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '/' || c == '-'; });
        const bool mixed = text.find_first_of("./-") != std::string::npos && is_reference(text) &&
                           std::ranges::count_if(text, is_digit) >= least_digits_with_letters;
        const bool number = text.size() <= longest && (plain || mixed);
        if (!number)
            continue;
        Builder builder;
        builder.add(*word, text);
        if (i + 2 < words.size() && words[i + 1]->text == "/" &&
            std::ranges::all_of(words[i + 2]->text, is_digit)) { // "000871 / 2008"
            builder.separate("/");
            builder.add(*words[i + 2], words[i + 2]->text);
        }
        return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> extract_office(const Words& words) {
    auto taken = words_of_office(words);
    if (taken.empty())
        return std::nullopt;
    if (!begins_with_capital(taken.front()->text))
        return extract_reference(words);
    const auto sign = std::ranges::adjacent_find(taken, [](const Word* a, const Word* b) {
        return a->folded == "n" && is_digit(b->text.front());
    });
    if (sign != taken.end()) // "NORD PAS DE CALAIS N° 317 0000026": its number
        taken.erase(taken.begin(), std::next(sign));
    const auto last = std::find_if(taken.rbegin(), taken.rend(), [](const Word* word) {
        return has_digit(word->text);
    });
    if (last != taken.rend())
        taken.erase(last.base(), taken.end());
    Builder builder;
    for (const auto* word : taken)
        builder.go_on(*word, word->text);
    return builder.take();
}

std::optional<Extract> extract_reference(const Words& words) {
    if (auto number = short_number(words))
        return number;
    for (std::size_t start = 0; start < words.size(); ++start) {
        auto found = reference_at(words, start);
        if (!found || is_round_the_clock(words[start]->text))
            continue;
        if (start > 0 && is_sign_of(*words[start - 1], *words[start], start == 1))
            return with_sign(*words[start - 1], std::move(*found));
        return is_day_or_year(found->value) ? std::nullopt : std::move(found);
    }
    return std::nullopt;
}

} // namespace guichet::scan
