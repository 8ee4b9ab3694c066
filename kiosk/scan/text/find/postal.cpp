// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/postal.hpp"

#include "scan/text/find/cells.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::size_t most_rows = 8;    ///< of an address
constexpr int most_name_rows = 3;       ///< that a name goes on over
constexpr int most_leading = 4;         ///< heights of print, from one row to the next
constexpr double window_left = 0.42;    ///< where the window of an envelope begins, of the width
constexpr double window_bottom = 0.5;   ///< and ends, of the height
constexpr double letterhead_end = 0.35; ///< of the height
constexpr double foot_begin = 0.85;     ///< of the height
constexpr double name_end = 0.15;       ///< of the height, of a letterhead without an address

using Line = PageText::Run;

bool has_digits(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) { return has_digit(word->text); });
}

bool has_label(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) {
        return word->text.find(':') != std::string::npos;
    });
}

/// "Mme Anne DURAND", "M ET MME DURAND": a title and words without figures.
bool is_person(const Line& line) {
    constexpr std::size_t most_words = 8;
    return line.words.size() >= 2 && line.words.size() <= most_words &&
           is_courtesy_title(line.words.front()->folded) && !has_digits(line) && !has_label(line);
}

/// "OU MME Anne DURAND", "ET DURAND Anne".
bool is_second_person(const Line& line) {
    return is_person(line) ||
           (line.words.size() >= 2 && is_and(line.words[0]) && !has_digits(line));
}

/// "38000 GRENOBLE", "5 avenue Foch - 38000 GRENOBLE CEDEX 9".
bool has_town(const Line& line) {
    constexpr std::size_t most_words = 22;
    if (line.words.size() > most_words)
        return false;
    for (std::size_t i = 0; i < line.words.size(); ++i)
        if (is_before_town(line.words, i))
            return true;
    return false;
}

/// Whether words stand on that line.
bool is_same_spot(const Box& line, const Box& words) {
    return same_level(line, words) && overlap_across(words, line);
}

/// Whether one stands right above the other: both begin or end at one place or have one middle.
bool is_above(const Line& upper, const Line& lower) {
    const int height = std::max(upper.box.height, lower.box.height);
    const int down = middle_of(lower.box) - middle_of(upper.box);
    const int middles =
        2 * upper.box.x + upper.box.width - 2 * lower.box.x - lower.box.width; // twice apart
    return down > height / 2 && down < most_leading * height &&
           (std::abs(upper.box.x - lower.box.x) < 2 * height || std::abs(middles) < 2 * height ||
            std::abs(right_edge(upper.box) - right_edge(lower.box)) < height);
}

const Line* row_above(const std::vector<Line>& lines, const Line& lower) {
    const Line* found = nullptr;
    for (const auto& other : lines)
        if (is_above(other, lower) &&
            (found == nullptr || middle_of(other.box) > middle_of(found->box)))
            found = &other;
    return found;
}

/// Whether one of its words is one of those.
bool has_any_of(const Line& line, std::span<const std::string_view> folded) {
    return std::ranges::any_of(line.words, [&](const Word* word) {
        return std::ranges::find(folded, word->folded) != folded.end();
    });
}

bool has_words(const Line& line) {
    return std::ranges::any_of(line.words, [](const Word* word) {
        return std::ranges::count_if(word->folded, [](char c) { return c >= 'a' && c <= 'z'; }) > 1;
    });
}

/// "Bâtiment B", "Résidence des Frégates".
bool names_a_building(std::string_view folded) {
    constexpr std::array<std::string_view, 14> parts{
        "batiment",
        "bat",
        "residence",
        "res",
        "appartement",
        "appt",
        "apt",
        "escalier",
        "etage",
        "chez",
        "foyer",
        "immeuble",
        "lotissement",
        "hameau"};
    return std::ranges::find(parts, folded) != parts.end();
}

/// "12 rue des Lilas", "Bâtiment B": it goes before no address of its own.
bool is_of_street(const Line& line) {
    const auto& first = line.words.front()->folded;
    return has_digits(line) || names_a_building(first) || names_a_street(first);
}

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

/// "alternis l'intérim de proximité": a sign and what it stands for.
bool is_slogan(const Line& line) {
    constexpr std::size_t least_words = 3;
    return line.words.size() >= least_words && begins_small(line.words.front()->text);
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

/// From the name down to the town.
using Block = std::vector<const Line*>;

/// "DES-ONDES" under "35400 SAINT-MÉLOIR-"; null when the town is whole.
const Line* rest_of_town(const std::vector<Line>& lines, const Line& town) {
    if (!town.words.back()->text.ends_with('-'))
        return nullptr;
    const auto rest = std::ranges::find_if(lines, [&](const Line& line) {
        return is_above(town, line) && line.words.size() <= 2 && !has_digits(line);
    });
    return rest != lines.end() ? &*rest : nullptr;
}

/// "Caisse primaire d'assurance maladie de l'Aude"; not "Caisse" over its name.
bool is_fund(const Line& line) {
    constexpr std::size_t least_words = 3;
    return line.words.front()->folded == "caisse" && line.words.size() >= least_words;
}

/// "Adresse", "Service clients".
bool is_head_of_cell(const Line& line) {
    return heads_a_cell(line.words.front()->folded) && !is_fund(line);
}

/// Whether that line may stand in an address, over the lines of `block`.
bool may_begin(const Line& above, const Block& block) {
    if (has_label(above) || has_town(above) || is_head_of_cell(above))
        return false;
    const auto& name = *block.front();
    return !is_fund(name) && (!is_person(name) || is_person(above));
}

/// Whether the name stands below its first line.
bool is_over_name(const Block& block) {
    const auto& head = *block.front();
    if (block.size() > 1 && !has_words(head))
        return true; // a number of the post
    return block.size() > 2 && (is_emblem(head.words) || is_slogan(head)) &&
           !is_of_street(*block[1]);
}

Block block_of(const std::vector<Line>& lines, const Line& town) {
    Block block{&town};
    while (block.size() < most_rows) {
        const auto* above = row_above(lines, *block.front());
        if (above == nullptr || !may_begin(*above, block))
            break;
        block.insert(block.begin(), above);
    }
    if (const auto* rest = rest_of_town(lines, town); rest != nullptr)
        block.push_back(rest);
    while (is_over_name(block))
        block.erase(block.begin());
    const auto& head = *block.front();
    const bool named = !is_of_street(head) && !is_head_of_cell(head);
    return block.size() > 1 && named ? block : Block{};
}

/// The lines that hold none of these words.
std::vector<Line> lines_without(const PageText& page, const std::vector<std::string>& titles) {
    auto lines = page.runs();
    for (const auto& title : page.find_any(titles))
        std::erase_if(lines, [&](const Line& line) { return is_same_spot(line.box, title); });
    return lines;
}

/// "Monsieur" over "Rachid BENCHEIKH", "M. OU MME" over their name, go with it.
void join_titles(std::vector<Line>& lines) {
    for (auto title = lines.begin(); title != lines.end();) {
        const bool is_title = std::ranges::all_of(title->words, [](const Word* word) {
            return is_courtesy_title(word->folded) || is_and(word);
        });
        const auto name =
            !is_title ? lines.end() : std::ranges::find_if(lines, [&](const Line& line) {
                return is_above(*title, line) && line.box.y - title->box.y < 2 * title->box.height;
            });
        if (name == lines.end()) {
            ++title;
            continue;
        }
        name->words.insert(name->words.begin(), title->words.begin(), title->words.end());
        title = lines.erase(title);
    }
}

std::vector<Block> blocks_of(const std::vector<Line>& lines) {
    std::vector<Block> blocks;
    for (const auto& line : lines)
        if (has_town(line) && !has_label(line))
            if (auto block = block_of(lines, line); !block.empty())
                blocks.push_back(std::move(block));
    return blocks;
}

/// Where organisations have their letters sent to.
bool is_private(const Block& block) {
    constexpr std::array<std::string_view, 4> business{"cedex", "tsa", "cs", "bp"};
    return std::ranges::none_of(block, [&](const Line* line) {
        return has_any_of(*line, business);
    });
}

/// The one block with that property; null when there is none or two that name others.
template <typename Property>
const Block* only(const std::vector<Block>& blocks, Property property) {
    const Block* found = nullptr;
    for (const auto& block : blocks) {
        if (!property(block))
            continue;
        if (found != nullptr &&
            letters_of(found->front()->words) != letters_of(block.front()->words))
            return nullptr;
        found = found != nullptr ? found : &block;
    }
    return found;
}

struct Size {
    int width{};
    int height{};
};

Size printed_size(const std::vector<Line>& lines) {
    Size size;
    for (const auto& line : lines) {
        size.width = std::max(size.width, right_edge(line.box));
        size.height = std::max(size.height, line.box.y + line.box.height);
    }
    return size;
}

const Block* addressed(const std::vector<Block>& blocks, Size size) {
    const auto is_person_above = [](const Block& block) { return is_person(*block.front()); };
    const auto is_in_window = [&](const Block& block) {
        const auto& name = *block.front();
        return name.box.x > window_left * size.width && name.box.y < window_bottom * size.height;
    };
    if (const auto* person = only(blocks, is_person_above); person != nullptr)
        return person;
    if (std::ranges::any_of(blocks, is_person_above))
        return only(blocks, [&](const Block& block) {
            return is_person_above(block) && is_in_window(block);
        });
    return only(blocks, [&](const Block& block) {
        const auto words = block.front()->words.size();
        return is_in_window(block) && words >= 2 && words <= 5 && is_private(block);
    });
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

bool is_given(const Word* word) {
    return is_given_name(word->text);
}

/// "NÉE BELMAHJOUB", "VEUVE HARDOUIN".
bool is_other_name(const Line& line) {
    return line.words.size() >= 2 && !has_digits(line) && is_born(line.words.front()->folded);
}

void add(Words& words, const Line& line) {
    words.insert(words.end(), line.words.begin(), line.words.end());
}

/// "Rui Miguel" under "DOS SANTOS PEREIRA".
bool are_given_names(const Words& family, const Line& next) {
    return std::ranges::all_of(
               family, [](const Word* word) { return is_in_capitals(word->text); }
           ) &&
           std::ranges::all_of(next.words, [](const Word* word) {
               return is_given(word) && !is_in_capitals(word->text);
           });
}

/// What of a block names whom it is addressed to, and their address.
void take_addressee(const Block& block, Postal& postal) {
    postal.addressee = block.front()->words;
    for (std::size_t i = 1; i < block.size(); ++i)
        if (i == 1 && is_second_person(*block[i]))
            postal.second = block[i]->words;
        else if (i == 1 && is_other_name(*block[i]))
            postal.other = block[i]->words;
        else if (
            i == 1 && (is_rest_of_name(postal.addressee, block[i]->words) ||
                       are_given_names(postal.addressee, *block[i]))
        )
            add(postal.addressee, *block[i]);
        else
            add(postal.address, *block[i]);
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
        add(name, *sender[1]);
    return name;
}

/// "EURL Castagné Bernard", "LYCÉE JEAN ZAY".
bool names_a_company(const Line& line) {
    const auto& first = line.words.front();
    const bool is_firm = is_legal_form(first) || is_legal_form(line.words.back());
    return (is_firm || is_public_body(first)) && line.words.size() > 1 && !has_digits(line);
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
        add(name, *next);
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

} // namespace

bool is_emblem(const Words& words) {
    constexpr std::array<std::string_view, 14> signs{
        "assurance",
        "lassurance",
        "maladie",
        "allocations",
        "alloc",
        "familiales",
        "securite",
        "sociale",
        "direction",
        "generale",
        "des",
        "finances",
        "publiques",
        "caf"};
    return std::ranges::all_of(words, [&](const Word* word) {
        return word->folded.empty() || std::ranges::find(signs, word->folded) != signs.end();
    });
}

Words Postal::both() const {
    auto words = addressee;
    words.insert(words.end(), other.begin(), other.end());
    words.insert(words.end(), second.begin(), second.end());
    return words;
}

bool is_rest_of_name(const Words& name, const Words& next) {
    const auto is_title = [](const Word* word) {
        return is_courtesy_title(word->folded) || is_and(word);
    };
    const auto is_name = [](const Word* word) { return is_name_word(*word) || is_and(word); };
    if (name.empty() || next.empty() || !is_title(name.front()) || is_title(next.front()) ||
        names_a_building(next.front()->folded) || !std::ranges::all_of(next, is_name))
        return false;
    const bool lacks_family = std::ranges::all_of(name, [&](const Word* word) {
        return is_title(word) || is_given(word);
    });
    const bool of_two = std::ranges::any_of(name, is_and);
    const bool gives =
        std::ranges::all_of(next, [](const Word* word) { return is_given(word) || is_and(word); });
    const bool gives_two = of_two && std::ranges::any_of(next, is_and);
    return gives || gives_two || (lacks_family && std::ranges::none_of(next, is_given));
}

Postal postal_of(const PageText& page, const std::vector<std::string>& titles) {
    auto lines = lines_without(page, titles);
    join_titles(lines);
    const auto blocks = blocks_of(lines);
    const auto size = printed_size(page.runs());
    Postal postal;
    const auto* addressee = addressed(blocks, size);
    if (addressee != nullptr)
        take_addressee(*addressee, postal);
    if (const auto* sender = sent_by(blocks, addressee, size); sender != nullptr) {
        postal.sender = name_of_sender(lines, *sender);
        postal.company = company_of(*sender);
    } else if (auto name = company_at_foot(lines, size); !name.empty())
        postal.sender = std::move(name);
    else if (const auto* head = letterhead(lines, blocks, size); head != nullptr)
        postal.sender = with_next_lines(lines, *head);
    else
        postal.sender = name_at_foot(lines, size);
    if (postal.company.empty())
        postal.company = company_in_head(lines, size);
    return postal;
}

} // namespace guichet::scan
