// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/number_places.hpp"

#include "scan/text/format.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <cstdlib>

namespace guichet::scan {

namespace {

constexpr int far_behind = 6; ///< heights of a label

bool is_far_behind(const Place& place, const Box& label) {
    return gap_between(label, place.words.front()->box) > far_behind * label.height;
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
    return is_far_behind(place, label) && begins_small(first.text);
}

} // namespace

void order_for_number(std::vector<Place>& places, const Box& label, std::string_view format) {
    const bool below = std::ranges::any_of(places, [&](const Place& place) {
        return stands_under(place, label, format);
    });
    std::stable_partition(places.begin(), places.end(), [&](const Place& place) {
        return place.beside && !is_of_other_words(place, label) &&
               !(below && is_far_behind(place, label));
    });
}

} // namespace guichet::scan
