// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/postal_block.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan::postal {

namespace {

constexpr std::size_t most_block_rows = 8; ///< of an address

/// "DES-ONDES" under "35400 SAINT-MÉLOIR-"; null when the town is whole.
const Line* rest_of_town(const std::vector<Line>& lines, const Line& town) {
    if (!town.words.back()->text.ends_with('-'))
        return nullptr;
    const auto rest = std::ranges::find_if(lines, [&](const Line& line) {
        return is_above(town, line) && line.words.size() <= 2 && !has_digits(line);
    });
    return rest != lines.end() ? &*rest : nullptr;
}

/// Whether that line may stand in an address, over the lines of `block`.
bool may_begin(const Line& above, const Block& block) {
    if (has_label(above) || has_town(above) || is_head_of_cell(above))
        return false;
    const auto& name = *block.front();
    return !is_fund(name) && (!is_person(name) || is_person(above));
}

/// "RÉPUBLIQUE FRANÇAISE" over whose paper it is.
bool names_the_state(const Line& line) {
    return line.words.front()->folded == "republique";
}

/// Whether the name stands below its first line.
bool is_over_name(const Block& block) {
    const auto& head = *block.front();
    if (block.size() > 1 && !has_words(head))
        return true; // a number of the post
    if (block.size() > 2 && names_the_state(head))
        return true;
    return block.size() > 2 && (is_emblem(head.words) || is_slogan(head)) &&
           !is_of_street(*block[1]);
}

Block block_of(const std::vector<Line>& lines, const Line& town) {
    Block block{&town};
    while (block.size() < most_block_rows) {
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

} // namespace

std::vector<Block> blocks_of(const std::vector<Line>& lines) {
    std::vector<Block> blocks;
    for (const auto& line : lines)
        if (has_town(line) && !has_label(line))
            if (auto block = block_of(lines, line); !block.empty())
                blocks.push_back(std::move(block));
    return blocks;
}

} // namespace guichet::scan::postal
