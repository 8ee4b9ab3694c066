// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/number_places.hpp"

#include "scan/text/format/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstdlib>

namespace guichet::scan {

namespace {

constexpr int far_behind = 6;  ///< heights of a label
constexpr int beyond_cell = 3; ///< where a number stands under the label

bool is_behind(const Place& place, const Box& label, int heights) {
    return gap_between(label, place.words.front()->box) > heights * label.height;
}

/// Whether a number begins right under the beginning of its label.
bool stands_under(const Place& place, const Box& label, std::string_view format) {
    const auto& first = place.words.front()->box;
    const bool under = format != "money" && !place.beside && first.y > label.y &&
                       first.y - label.y < 5 * label.height / 2 &&
                       std::abs(first.x - label.x) < label.height;
    if (!under)
        return false;
    const auto value = extract(format, place.words);
    return value && value->box.x <= first.x;
}

bool is_of_other_words(const Place& place, const Box& label) {
    const auto& first = *place.words.front();
    return is_behind(place, label, far_behind) && begins_small(first.text);
}

} // namespace

void order_for_number(std::vector<Place>& places, const Box& label, std::string_view format) {
    const bool below = std::ranges::any_of(places, [&](const Place& place) {
        return stands_under(place, label, format);
    });
    const auto is_elsewhere = [&](const Place& place) {
        return is_of_other_words(place, label) || (below && is_behind(place, label, beyond_cell));
    };
    std::ranges::stable_sort(places, {}, [&](const Place& place) {
        return !place.beside ? 1 : is_elsewhere(place) ? 2 : 0;
    });
}

} // namespace guichet::scan
