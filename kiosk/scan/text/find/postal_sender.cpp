// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/postal_sender.hpp"

#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace guichet::scan::postal {

namespace {

constexpr int most_name_rows = 3;       ///< that a name goes on over
constexpr double letterhead_end = 0.35; ///< of the height
constexpr double foot_begin = 0.85;     ///< of the height
constexpr double name_end = 0.15;       ///< of the height, of a letterhead without an address

/// "Commissaires de justice associés": what they do, under their name.
bool is_trade(const Line& line) {
    constexpr std::array<std::string_view, 9> trades{
        "commissaire",
        "commissaires",
        "huissier",
        "huissiers",
        "notaire",
        "notaires",
        "avocats",
        "administrateur",
        "administrateurs"};
    return std::ranges::find(trades, line.words.front()->folded) != trades.end();
}

/// "Académie de Toulouse" over "Collège Jean-Mercadié": whose office the next line names.
bool is_over_office(const Line& line, const Line& next) {
    constexpr std::array<std::string_view, 3> above{"academie", "ministere", "rectorat"};
    return std::ranges::find(above, line.words.front()->folded) != above.end() &&
           !is_of_street(next) && begins_with_capital(next.words.front()->text);
}

/// "SARL", "SAS": the law wants it in the name.
bool is_legal_form(const Word* word) {
    constexpr std::array<std::string_view, 10> forms{
        "sarl", "eurl", "sas", "sasu", "sa", "scop", "snc", "earl", "selarl", "sci"};
    return is_in_capitals(word->text) && std::ranges::find(forms, word->folded) != forms.end();
}

/// "LYCÉE JEAN ZAY": an employer that needs no legal form.
bool is_public_body(const Word* word) {
    constexpr std::array<std::string_view, 7> bodies{
        "lycee", "college", "universite", "mairie", "commune", "hopital", "departement"};
    return std::ranges::find(bodies, word->folded) != bodies.end();
}

/// "EURL Castagné Bernard", "LYCÉE JEAN ZAY".
bool names_a_company(const Line& line) {
    const auto& first = line.words.front();
    const bool is_firm = is_legal_form(first) || is_legal_form(line.words.back());
    return (is_firm || is_public_body(first)) && line.words.size() > 1 && !has_digits(line);
}

/// "VOTRE AGENCE", "Nous contacter", "Affaire suivie par": a heading, no name.
bool speaks_to_us(const Line& line) {
    constexpr std::array<std::string_view, 5> spoken{"votre", "vos", "nous", "contact", "suivie"};
    return has_any_of(line, spoken);
}

const Block* sent_by(const std::vector<Block>& blocks, const Block* addressee, Size size) {
    const Block* highest = nullptr;
    for (const auto& block : blocks) {
        const auto& name = *block.front();
        const bool is_head = &block != addressee && !is_person(name) && !speaks_to_us(name) &&
                             name.box.y < letterhead_end * size.height;
        if (is_head && (highest == nullptr || name.box.y < highest->front()->box.y))
            highest = &block;
    }
    return highest;
}

/// What every paper of the state or of an office may be headed by: "RÉPUBLIQUE FRANÇAISE".
bool is_motto(const Line& line) {
    constexpr std::array<std::string_view, 12> mottos{
        "republique",
        "liberte",
        "departement",
        "page",
        "original",
        "duplicata",
        "copie",
        "lettre",
        "recommande",
        "objet",
        "madame",
        "monsieur"};
    return has_any_of(line, mottos);
}

/// The highest words of the paper that may name who wrote it, of no address; null when none do.
const Line*
letterhead(const std::vector<Line>& lines, const std::vector<Block>& blocks, Size size) {
    constexpr std::size_t longest = 9;
    const Line* highest = nullptr;
    for (const auto& line : lines) {
        const bool other = std::ranges::any_of(blocks, [&](const Block& block) {
            return std::ranges::find(block, &line) != block.end();
        });
        const bool is_name = !other && line.box.y < name_end * size.height &&
                             line.words.size() <= longest && has_words(line) &&
                             begins_with_capital(line.words.front()->text) && !is_person(line) &&
                             !has_digits(line) && !names_a_street(line.words.front()->folded) &&
                             !has_label(line) && !speaks_to_us(line) && !is_motto(line);
        if (is_name && (highest == nullptr || line.box.y < highest->box.y))
            highest = &line;
    }
    return highest;
}

/// "CENTRE HOSPITALIER" / "DU VAL DE GARDONNE": a name in two lines.
bool goes_on(const Line& name, const Line& next) {
    constexpr std::array<std::string_view, 8> links{
        "de", "du", "des", "la", "les", "et", "pour", "en"};
    const auto& first = *next.words.front();
    const auto& last = *name.words.back();
    const bool linked = std::ranges::find(links, first.folded) != links.end() ||
                        is_name_particle(last.folded) || first.folded.starts_with("dela") ||
                        first.text == "&" || last.text.ends_with('-') || last.text == "–" ||
                        last.text == "&" || is_and(&last);
    const int height = last.box.height; // dashes are higher, as may be a sign before the name
    if (name.words.size() == 1 && is_legal_form(&last))
        return !has_digits(next) && begins_with_capital(first.text);
    return linked && !has_digits(next) && std::abs(height - first.box.height) * 4 < height;
}

/// Over an address; it may begin above it or go on.
Words name_of_sender(const std::vector<Line>& lines, const Block& sender) {
    Words name = sender.front()->words;
    const auto* first = sender.front();
    if (sender.size() > 3 && is_over_office(*first, *sender[1]))
        return sender[1]->words;
    for (int i = 0; i < most_name_rows; ++i) {
        const auto* above = row_above(lines, *first);
        if (above == nullptr || is_person(*above) || has_label(*above))
            break;
        const bool trade = i == 0 && is_trade(*first);
        if (trade)
            name.clear();
        else if (!goes_on(*above, *first))
            break;
        name.insert(name.begin(), above->words.begin(), above->words.end());
        first = above;
    }
    if (sender.size() > 2 && goes_on(*sender.front(), *sender[1]))
        append(name, *sender[1]);
    return name;
}

/// "EURL Castagné Bernard" under "Menuiserie Castagné".
Words company_of(const Block& sender) {
    for (const auto* line : sender)
        if (names_a_company(*line))
            return line->words;
    return {};
}

/// "COLLÈGE JEANNE D'ARC – 3 boulevard …" at the foot: what names a company up to the dash.
Words company_at_foot(const std::vector<Line>& lines, Size size) {
    for (const auto& line : lines) {
        const auto dash = std::ranges::find_if(line.words, [](const Word* word) {
            return word->text == "–" || word->text == "-" || word->text == "—";
        });
        const Line name{.words = {line.words.begin(), dash}, .box = line.box};
        if (line.box.y > foot_begin * size.height && dash != line.words.end() &&
            !name.words.empty() && names_a_company(name))
            return name.words;
    }
    return {};
}

/// The same at the head of a paper.
Words company_in_head(const std::vector<Line>& lines, Size size) {
    const auto found = std::ranges::find_if(lines, [&](const Line& line) {
        return line.box.y < name_end * size.height && !has_label(line) && names_a_company(line);
    });
    return found != lines.end() ? found->words : Words{};
}

/// Of names one below the other, the last behind "&".
bool is_of_names(const std::vector<Line>& lines, const Line& line) {
    return is_in_capitals(line.words.front()->text) &&
           std::ranges::any_of(lines, [&](const Line& next) {
               return is_above(line, next) && next.words.front()->text == "&";
           });
}

Words with_next_lines(const std::vector<Line>& lines, const Line& head) {
    Words name = head.words;
    const auto* last = &head;
    for (int i = 0; i < most_name_rows; ++i) {
        const auto next = std::ranges::find_if(lines, [&](const Line& line) {
            return is_above(*last, line) && (goes_on(*last, line) || is_of_names(lines, line));
        });
        if (next == lines.end())
            break;
        append(name, *next);
        last = &*next;
    }
    return name;
}

/// "Siège : …", "SIRET …": what the law wants at the foot of a paper.
bool is_imprint(const Line& line) {
    constexpr std::array<std::string_view, 6> words{
        "siege", "siret", "siren", "rcs", "capital", "sas"};
    return has_any_of(line, words);
}

/// The name in larger print over the imprint at the foot of a paper; empty when there is none.
Words name_at_foot(const std::vector<Line>& lines, Size size) {
    for (const auto& line : lines) {
        if (line.box.y < foot_begin * size.height || !is_imprint(line))
            continue;
        const auto* name = row_above(lines, line);
        const bool is_name = name != nullptr && !has_digits(*name) && !has_label(*name) &&
                             name->words.size() > 1 &&
                             10 * name->box.height > 11 * line.box.height &&
                             begins_with_capital(name->words.front()->text);
        return is_name ? name->words : Words{};
    }
    return {};
}

Words name_of_paper(const std::vector<Line>& lines, const std::vector<Block>& blocks, Size size) {
    if (auto name = company_at_foot(lines, size); !name.empty())
        return name;
    if (const auto* head = letterhead(lines, blocks, size); head != nullptr)
        return with_next_lines(lines, *head);
    return name_at_foot(lines, size);
}

} // namespace

Sender sender_of(
    const std::vector<Line>& lines,
    const std::vector<Block>& blocks,
    const Block* addressee,
    Size size
) {
    Sender sender;
    if (const auto* block = sent_by(blocks, addressee, size); block != nullptr)
        sender = {.name = name_of_sender(lines, *block), .company = company_of(*block)};
    else
        sender.name = name_of_paper(lines, blocks, size);
    if (sender.company.empty())
        sender.company = company_in_head(lines, size);
    return sender;
}

} // namespace guichet::scan::postal
