// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/boxes.hpp"
#include "scan/text/build.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>

namespace guichet::scan {

namespace {

constexpr int most_name_words = 5;
constexpr int most_place_words = 7;
constexpr std::size_t most_words = 60;
constexpr std::size_t most_address_words = 24;

bool below(const Word& last, const Word& word) {
    return word.box.y > last.box.y + last.box.height;
}

bool far_from(const Word& last, const Word& word, int heights) {
    return gap_between(last.box, word.box) > heights * std::max(last.box.height, 1) ||
           below(last, word);
}

/// A to Z, or À to Þ.
bool begins_with_capital(std::string_view text) {
    if (text.empty())
        return false;
    const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0U;
    return is_capital(text.front()) ||
           (static_cast<unsigned char>(text.front()) == 0xc3 && second >= 0x80 && second <= 0x9e);
}

bool is_particle(std::string_view folded) {
    constexpr std::array<std::string_view, 11> particles{
        "de", "du", "des", "la", "le", "les", "van", "von", "el", "al", "ben"};
    return std::ranges::find(particles, folded) != particles.end();
}

bool is_title(std::string_view folded) {
    return is_courtesy_title(folded) || folded == "mmes" || folded == "et" || folded == "ou";
}

bool is_name(const Word& word) {
    const auto letters = fold(word.text);
    const bool odd = word.text.find_first_of(":()[]{}|*=<>«»\"@#/") != std::string::npos;
    return letters.size() >= 2 && !odd && std::ranges::none_of(word.text, is_digit) &&
           (begins_with_capital(word.text) || is_particle(letters));
}

/// Without the commas and points around it.
std::string bare(std::string text) {
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';'))
        text.pop_back();
    return text;
}

/// Words one after the other from the first that is no lead, to one that does not belong or stands
/// more than `gap` heights away: what names and places have in common.
struct Run {
    int most;
    int gap;
    bool (*is_lead)(const Word& word);
    bool (*belongs)(const Word& word, bool is_first);
};

std::optional<Extract> take_run(const Words& words, const Run& run) {
    Builder builder;
    const Word* last = nullptr;
    int count = 0;
    for (const auto* word : words) {
        if (last == nullptr && run.is_lead(*word))
            continue;
        const bool far = last != nullptr && far_from(*last, *word, run.gap);
        if (far || count == run.most || !run.belongs(*word, last == nullptr))
            break;
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*word, bare(word->text));
        last = word;
        ++count;
    }
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

/// A colon before the value.
bool is_sign(const Word& word) {
    return fold(word.text).size() < 2;
}

bool is_sign_or_title(const Word& word) {
    return is_sign(word) || is_title(word.folded);
}

bool belongs_to_name(const Word& word, bool is_first) {
    const bool is_initial = !is_first && word.text.size() == 1 && is_capital(word.text[0]);
    return is_name(word) || is_initial;
}

/// What may be left of "à :" or "par :" when it was not read well: "&:", "42,".
bool is_lead_of_place(const Word& word) {
    return is_sign(word) || (word.folded.size() <= 3 && !begins_with_capital(word.text));
}

bool belongs_to_place(const Word& word, bool is_first) {
    if (is_first)
        return begins_with_capital(word.text);
    return !word.folded.empty() || word.text == "-"; // other signs are specks of the ground
}

/// "LYON AE ARRONDISSEMENT": the word before is an ordinal, whatever its figure was read as.
void mend_ordinal(Extract& place) {
    constexpr std::string_view lookalikes = "AILSZBO";
    constexpr std::string_view meant = "4115280";
    const auto at = place.value.find("E ARROND");
    if (at == std::string::npos || at < 2 || place.value[at - 2] != ' ')
        return;
    const auto like = lookalikes.find(place.value[at - 1]);
    if (like == std::string_view::npos)
        return;
    place.value[at - 1] = meant[like];
    place.doubtful.push_back(static_cast<int>(letter_count(place.value.substr(0, at - 1))));
}

std::optional<Extract> name(const Words& words) {
    auto found = take_run(
        words,
        {.most = most_name_words, .gap = 2, .is_lead = is_sign_or_title, .belongs = belongs_to_name}
    );
    return found && !is_particle(fold(found->value)) ? found : std::nullopt;
}

/// "LYON 4E ARRONDISSEMENT", "Saint-Étienne (42)".
std::optional<Extract> place(const Words& words) {
    auto found = take_run(
        words,
        {.most = most_place_words,
         .gap = 3,
         .is_lead = is_lead_of_place,
         .belongs = belongs_to_place}
    );
    if (found)
        mend_ordinal(*found);
    return found;
}

/// "PRÉFECTURE DE L'AISNE (02)": its brackets are easily taken for figures or letters, and what the
/// office issues is never numbered there.
void mend_department(Extract& office) {
    constexpr std::string_view opening = "([{1IlCL4";
    constexpr std::string_view closing = ")]}1Il3J5D";
    const auto at = office.value.rfind(' ') + 1; // 0 when there is one word only
    const auto word = std::string_view(office.value).substr(at);
    const bool one_sign_each = at > 0 && (word.size() == 4 || word.size() == 5);
    if (!one_sign_each || opening.find(word.front()) == std::string_view::npos ||
        closing.find(word.back()) == std::string_view::npos)
        return;
    const auto number = word.substr(1, word.size() - 2);
    const bool digits = std::ranges::all_of(number, is_digit) || number == "2A" || number == "2B";
    const bool exists =
        number.size() == 2 ? number >= "01" && number <= "95" : number >= "971" && number <= "988";
    if (!digits || !exists)
        return;
    const bool read_so = word.front() == '(' && word.back() == ')';
    office.value = office.value.substr(0, at) + "(" + std::string(number) + ")";
    const auto end = static_cast<int>(letter_count(office.value));
    for (int i = end - static_cast<int>(number.size()) - 1; !read_so && i < end - 1; ++i)
        if (std::ranges::find(office.doubtful, i) == office.doubtful.end())
            office.doubtful.push_back(i);
}

std::optional<Extract> authority(const Words& words) {
    auto found = place(words);
    if (found)
        mend_department(*found);
    return found;
}

/// A postal code with the beginning of a town after it.
bool is_before_town(const Words& words, std::size_t i) {
    return i + 1 < words.size() && words[i]->text.size() == 5 && digits_of(*words[i]).size() == 5 &&
           !below(*words[i], *words[i + 1]) && begins_with_capital(words[i + 1]->text);
}

void add_town(Builder& builder, const Words& words, std::size_t first) {
    for (std::size_t k = first; k < words.size(); ++k) {
        const bool town = is_name(*words[k]) || words[k]->folded == "cedex" ||
                          (k > first && !digits_of(*words[k]).empty());
        if (!town || far_from(*words[k - 1], *words[k], 2))
            break;
        builder.separate(" ");
        builder.add(*words[k], words[k]->text);
    }
}

/// Everything up to the postal code and the town after it.
std::optional<Extract> address(const Words& words) {
    Builder builder;
    for (std::size_t i = 0; i < words.size() && i < most_address_words; ++i) {
        if (builder.empty() && fold(words[i]->text).empty())
            continue; // the colon
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*words[i], words[i]->text);
        if (!is_before_town(words, i))
            continue;
        add_town(builder, words, i + 1);
        return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> sex(const Words& words) {
    for (const auto* word : words) {
        const bool woman = word->folded == "f" || word->folded == "feminin";
        const bool man = word->folded == "m" || word->folded == "h" || word->folded == "masculin";
        if (!woman && !man) {
            if (word->folded.empty())
                continue;
            return std::nullopt;
        }
        Builder builder;
        builder.add(*word, word->text);
        auto extract = builder.take();
        extract.value = woman ? "F" : "M";
        return extract;
    }
    return std::nullopt;
}

/// "Marque______": a place to write by hand, with nothing printed on it.
bool is_to_be_filled(const Word& word) {
    return word.text.find("___") != std::string::npos;
}

/// As they are printed, up to a wide gap.
std::optional<Extract> as_it_is(const Words& words) {
    Builder builder;
    const Word* last = nullptr;
    for (const auto* word : words) {
        const bool far = last != nullptr && !below(*last, *word) && far_from(*last, *word, 4);
        if (far || builder.value().size() > most_words * 8)
            break;
        if (is_to_be_filled(*word))
            return std::nullopt;
        if (last == nullptr && fold(word->text).empty())
            continue;
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*word, word->text);
        last = word;
    }
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

} // namespace

std::optional<Extract> extract_words(std::string_view format, const Words& words) {
    if (format == "name")
        return name(words);
    if (format == "place")
        return place(words);
    if (format == "authority")
        return authority(words);
    if (format == "address")
        return address(words);
    return format == "sex" ? sex(words) : as_it_is(words);
}

} // namespace guichet::scan
