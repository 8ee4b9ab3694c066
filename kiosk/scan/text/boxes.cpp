// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/boxes.hpp"

#include <algorithm>
#include <cstdlib>

namespace guichet::scan {

namespace {

int shared_width(const Box& a, const Box& b) {
    return std::min(right_edge(a), right_edge(b)) - std::max(a.x, b.x);
}

} // namespace

Box around(const Box& a, const Box& b) {
    const int left = std::min(a.x, b.x);
    const int top = std::min(a.y, b.y);
    return {
        .x = left,
        .y = top,
        .width = std::max(right_edge(a), right_edge(b)) - left,
        .height = std::max(a.y + a.height, b.y + b.height) - top};
}

int middle_of(const Box& box) {
    return box.y + box.height / 2;
}

int right_edge(const Box& box) {
    return box.x + box.width;
}

int gap_between(const Box& box, const Box& next) {
    return next.x - right_edge(box);
}

bool is_next_to(const Box& box, const Box& next) {
    const int gap = gap_between(box, next);
    return gap >= -box.height / 2 && gap < box.height;
}

bool is_lower(const Box& box, const Box& next) {
    return next.y > box.y + box.height;
}

bool overlap_across(const Box& a, const Box& b) {
    return a.x < right_edge(b) && b.x < right_edge(a);
}

bool is_same_place(const Box& a, const Box& b) {
    return 2 * shared_width(a, b) > std::max(a.width, b.width);
}

bool share_place(const Box& a, const Box& b) {
    return 2 * shared_width(a, b) > std::min(a.width, b.width);
}

bool same_level(const Box& a, const Box& b) {
    return std::abs(middle_of(a) - middle_of(b)) * 10 < std::max(a.height, b.height) * 6;
}

bool holds_middle(const Box& place, const Box& box) {
    const int x = box.x + box.width / 2;
    const int y = middle_of(box);
    return x >= place.x && x < right_edge(place) && y >= place.y && y < place.y + place.height;
}

} // namespace guichet::scan
