// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>

namespace guichet::scan {

namespace {

constexpr int most_name_words = 7;
constexpr int most_place_words = 7;
constexpr std::size_t most_words = 60;

/// A dash is not high.
bool is_far(const Word& last, const Word& word, int heights) {
    return gap_between(last.box, word.box) > heights * std::max(last.box.height, word.box.height);
}

bool is_title(std::string_view folded) {
    return is_courtesy_title(folded) || folded == "mmes" || folded == "et" || folded == "ou";
}

/// Without the commas and points around it.
std::string bare(std::string text) {
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';'))
        text.pop_back();
    return text;
}

/// Whether a word is part of a value, ends it, or is part of it only between two that are.
enum class Belongs { No, Yes, Between };

/// Words one after the other from the first that is no lead, to one that does not belong or stands
/// more than `gap` heights away: what names and places have in common.
struct Run {
    int most;
    int gap;
    bool (*is_lead)(const Word& word);
    Belongs (*belongs)(const Word& word, bool is_first);
};

/// The words of that run, without what belongs only between others at its end.
Words words_of_run(const Words& words, const Run& run) {
    Words taken;
    std::size_t whole = 0;
    for (const auto* word : words) {
        if (taken.empty() && run.is_lead(*word))
            continue;
        const bool far = !taken.empty() && !is_lower(taken.back()->box, word->box) &&
                         is_far(*taken.back(), *word, run.gap);
        const auto belongs = run.belongs(*word, taken.empty());
        const bool street =
            !taken.empty() && taken.back()->text.ends_with(',') && is_digit(word->text.front());
        if (far || street || static_cast<int>(taken.size()) == run.most || belongs == Belongs::No)
            break;
        taken.push_back(word);
        if (belongs == Belongs::Yes)
            whole = taken.size();
    }
    taken.resize(whole);
    return taken;
}

/// "M. OÙ MME": capitals seldom bear their accents, and "où" joins no names.
std::string as_in_name(const Word& word) {
    if (word.folded == "ou" && word.text == "OÙ")
        return "OU";
    return is_title(word.folded) ? word.text : bare(word.text);
}

std::optional<Extract> put_together(const Words& words) {
    Builder builder;
    for (const auto* word : words)
        builder.go_on(*word, as_in_name(*word));
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

std::optional<Extract> take_run(const Words& words, const Run& run) {
    return put_together(words_of_run(words, run));
}

/// A colon before the value.
bool is_sign(const Word& word) {
    return fold(word.text).size() < 2;
}

bool is_sign_or_title(const Word& word) {
    return is_sign(word) || is_title(word.folded);
}

bool is_sign_but_title(const Word& word) {
    return is_sign(word) && !is_title(word.folded);
}

/// "l'Habitat", "d'Arc".
bool is_elided_name(std::string_view text) {
    const auto name = begins_small(text) ? behind_elision(text) : std::nullopt;
    return name && begins_with_capital(*name);
}

Belongs belongs_to_name(const Word& word, bool is_first) {
    const bool is_initial = !is_first && word.text.size() == 1 && is_capital(word.text[0]);
    if (!is_first && is_born(word.folded))
        return Belongs::No; // "KERVRAN NEE ABGRALL"
    if (is_and(&word) && is_name_word(word))
        return Belongs::Between;     // "YANN OU", but "SARL DURAND ET FILS"
    if (is_name_particle(word.text)) // in small letters none ends a name
        return Belongs::Between;
    const bool elided = !is_first && is_elided_name(word.text);
    return is_name_word(word) || is_initial || elided ? Belongs::Yes : Belongs::No;
}

/// "MORARD Estelle et M. KAYA Deniz".
Belongs belongs_to_names(const Word& word, bool is_first) {
    if (is_title(word.folded) || word.text == "&" || is_born(word.folded))
        return Belongs::Between;
    return belongs_to_name(word, is_first);
}

/// What may be left of "à :" or "par :" when it was not read well: "&:", "42,".
bool is_lead_of_place(const Word& word) {
    return is_sign(word) || (word.folded.size() <= 3 && !begins_with_capital(word.text));
}

Belongs belongs_to_place(const Word& word, bool is_first) {
    if (is_first)
        return begins_with_capital(word.text) ? Belongs::Yes : Belongs::No;
    if (word.folded.empty()) // signs other than a dash are specks of the ground
        return word.text == "-" || word.text == "–" ? Belongs::Between : Belongs::No;
    return Belongs::Yes;
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

/// "Souad" of "BEN AMOR épouse TRABELSI Souad", where the family name was taken only.
Words given_behind_other(const Words& words, const Words& family) {
    const auto in_capitals = [](const Word* word) { return is_in_capitals(word->text); };
    if (family.empty() || !std::ranges::all_of(family, in_capitals))
        return {};
    auto next = std::next(std::ranges::find(words, family.back()));
    if (next == words.end() || !is_born((*next)->folded))
        return {};
    if (++next != words.end())
        ++next; // the other name has at least one word
    next = std::find_if_not(next, words.end(), [&](const Word* word) {
        return in_capitals(word) && !is_given_name(word->text);
    });
    const auto end = std::find_if_not(next, words.end(), [](const Word* word) {
        return is_name_word(*word) && begins_with_capital(word->text);
    });
    return {next, end};
}

std::optional<Extract> name(const Words& words) {
    auto taken = words_of_run(
        words,
        {.most = most_name_words, .gap = 2, .is_lead = is_sign_or_title, .belongs = belongs_to_name}
    );
    const auto given = given_behind_other(words, taken);
    taken.insert(taken.end(), given.begin(), given.end());
    auto found = put_together(taken);
    return found && !is_name_particle(fold(found->value)) ? found : std::nullopt;
}

/// "reçu de M. KAYA et de Mme KAYA".
Words without_of(Words words) {
    for (std::size_t i = 0; i + 1 < words.size();)
        if (words[i]->text == "de" && is_title(words[i + 1]->folded))
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    return words;
}

/// Of one person or two, with their titles.
std::optional<Extract> people(const Words& words) {
    auto found = take_run(
        without_of(words),
        {.most = 2 * most_name_words,
         .gap = 2,
         .is_lead = is_sign_but_title,
         .belongs = belongs_to_names}
    );
    return found && !is_name_particle(fold(found->value)) ? found : std::nullopt;
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

/// Before a day: "PREFECTURE DU RHONE - 05/10/2016".
Words without_day(Words words) {
    const auto day = extract_date("date", words);
    std::erase_if(words, [&](const Word* word) { return day && word->box.x >= day->box.x; });
    while (day && !words.empty() && words.back()->folded.empty())
        words.pop_back();
    return words;
}

std::optional<Extract> authority(const Words& words) {
    auto found = place(without_day(words));
    if (found)
        mend_department(*found);
    return found;
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

/// "01 441 0000" before "CPAM DE LOIRE-ATLANTIQUE": scheme, fund and centre are no part of its
/// name.
Words without_centre(Words words) {
    constexpr std::array<std::size_t, 3> groups{2, 3, 4};
    const auto is_group = [](const Word* word, std::size_t digits) {
        return word->text.size() == digits && std::ranges::all_of(word->text, is_digit);
    };
    if (words.size() > groups.size() && !is_far(*words[2], *words[3], 2) &&
        std::equal(groups.begin(), groups.end(), words.begin(), [&](auto digits, const Word* word) {
            return is_group(word, digits);
        }))
        words.erase(words.begin(), words.begin() + groups.size());
    return words;
}

/// As they are printed, up to a wide gap, an upright stroke or the next sentence.
std::optional<Extract> as_it_is(const Words& words) {
    Builder builder;
    const Word* last = nullptr;
    for (const auto* word : without_centre(words)) {
        const bool far =
            last != nullptr && !is_lower(last->box, word->box) && is_far(*last, *word, 4);
        const bool next_sentence =
            last != nullptr && is_end_of_sentence(*last) && begins_with_capital(word->text);
        const bool next_part = last != nullptr && word->text == "|";
        if (far || next_sentence || next_part || builder.value().size() > most_words * 8)
            break;
        if (is_to_be_filled(*word))
            return std::nullopt;
        if (last == nullptr && fold(word->text).empty())
            continue;
        builder.go_on(*word, word->text);
        last = word;
    }
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

} // namespace

bool is_end_of_sentence(const Word& word) {
    constexpr std::size_t longest_abbreviation = 6;
    return word.text.ends_with('.') && word.folded.size() > longest_abbreviation;
}

std::optional<Extract> extract_words(std::string_view format, const Words& words) {
    if (format == "name")
        return name(words);
    if (format == "names")
        return people(words);
    if (format == "place")
        return place(words);
    if (format == "authority")
        return authority(words);
    if (format == "address")
        return extract_address(words);
    return format == "sex" ? sex(words) : as_it_is(words);
}

} // namespace guichet::scan
