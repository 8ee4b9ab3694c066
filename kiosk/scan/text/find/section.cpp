// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/section.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace guichet::scan {

namespace {

constexpr int section_rows = 12;  ///< heights of a heading, below it
constexpr int section_width = 20; ///< and beside it

/// Whether a label belongs to the second of two headings above it rather than to the first: to the
/// lower one, or of two beside each other ("Père", "Mère") to that of its column.
bool is_nearer(const Box& label, const Box& first, const Box& second) {
    if (same_level(first, second))
        return std::abs(label.x - second.x) < std::abs(label.x - first.x);
    return second.y >= first.y;
}

/// The field whose heading is the nearest above a label or before it; null where none is near.
const Field* owner_of(const PageText& page, const Kind& kind, const Box& label) {
    std::optional<Box> nearest;
    const Field* owner = nullptr;
    for (const auto& other : kind.fields)
        for (const auto& head : page.find_any(other.section)) {
            const bool behind = same_level(head, label) && right_edge(head) <= label.x;
            const int down = label.y - head.y;
            const bool below = down > head.height / 2 && down < section_rows * head.height;
            const bool near = std::abs(label.x - head.x) < section_width * head.height;
            if (!near || !(below || behind) || (nearest && !is_nearer(label, *nearest, head)))
                continue;
            nearest = head;
            owner = &other;
        }
    return owner;
}

} // namespace

Section section_of(const PageText& page, const Kind& kind, const Box& label, const Field& field) {
    if (field.section.empty())
        return Section::Open;
    const auto own = page.find_any(field.section);
    if (std::ranges::find(own, label) != own.end())
        return Section::Own; // "Père : Jean DURAND": the heading is the label
    const auto* owner = owner_of(page, kind, label);
    if (owner == nullptr)
        return Section::Open;
    return owner->section == field.section ? Section::Own : Section::Other;
}

bool is_in_section(const PageText& page, const Kind& kind, const Box& label) {
    return owner_of(page, kind, label) != nullptr;
}

} // namespace guichet::scan
