// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/postal.hpp"

#include "scan/text/find/postal_sender.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/given_names.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

using namespace postal;

constexpr double window_left = 0.42;  ///< where the window of an envelope begins, of the width
constexpr double window_bottom = 0.5; ///< and ends, of the height

/// Whether words stand on that line.
bool is_same_spot(const Box& line, const Box& words) {
    return same_level(line, words) && overlap_across(words, line);
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

/// Where organisations have their letters sent to.
bool is_private(const Block& block) {
    return std::ranges::none_of(block, [](const Line* line) {
        return std::ranges::any_of(line->words, [](const Word* word) {
            return word->folded == "cedex" || names_a_post_box(word->folded);
        });
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

bool is_given(const Word* word) {
    return is_given_name(word->text);
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
            append(postal.addressee, *block[i]);
        else
            append(postal.address, *block[i]);
}

} // namespace

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
    auto sender = sender_of(lines, blocks, addressee, size);
    postal.sender = std::move(sender.name);
    postal.company = std::move(sender.company);
    return postal;
}

} // namespace guichet::scan
