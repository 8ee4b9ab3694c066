// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/candidates.hpp"

#include "scan/mrz/strip.hpp"

#include <algorithm>
#include <cmath>

namespace guichet::scan {

namespace {

constexpr int least_blobs = 9;
constexpr double least_likeness = 0.42;
constexpr double least_regularity = 0.72;
constexpr std::size_t most_lines = 10;
/// A line this like the print we look for makes the search worth while.
constexpr double promising = 0.6;

bool same_line(const PrintLine& a, const PrintLine& b) {
    const double x = (a.x1 + b.x0) / 2;
    const double ratio = a.height / b.height;
    return b.x0 > a.x1 && b.x0 - a.x1 < 25 * a.height &&
           std::abs(a.y_at(x) - b.y_at(x)) < 0.6 * a.height && ratio > 0.65 && ratio < 1.5;
}

void append(PrintLine& a, const PrintLine& b) {
    a.x1 = b.x1;
    a.y1 = b.y1;
    a.height = std::max(a.height, b.height);
    a.blobs += b.blobs;
    a.centres.insert(a.centres.end(), b.centres.begin(), b.centres.end());
}

/// One pair that belongs together becomes one; false when there is none.
bool join_two(std::vector<PrintLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (i == k || !same_line(lines[i], lines[k]))
                continue;
            append(lines[i], lines[k]);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k));
            return true;
        }
    return false;
}

/// Whether nearly all of its letters lie in boxes.
bool lies_in(const PrintLine& line, std::span<const Box> boxes) {
    const auto inside = [&](double x) {
        const double y = line.y_at(x);
        return std::ranges::any_of(boxes, [x, y](const Box& box) {
            return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
        });
    };
    const auto count = std::ranges::count_if(line.centres, inside);
    return count * 10 >= std::ssize(line.centres) * 9;
}

} // namespace

Candidates find_candidates(const PixPtr& located, const Look& look, std::span<const Box> told) {
    Candidates found;
    for (const auto& line : find_print_lines(located, least_blobs)) {
        if (line.length() < 11 * line.height)
            continue;
        ++found.print;
        if (pitch_regularity(line) < least_regularity || lies_in(line, told))
            continue;
        const auto likeness = ocrb_likeness(look, line);
        const double weight = line.length() / line.height;
        if (std::max(likeness.upright, likeness.upside_down) < least_likeness)
            continue;
        found.best = std::max({found.best, likeness.upright, likeness.upside_down});
        found.upright += likeness.upright * weight;
        found.upside_down += likeness.upside_down * weight;
        found.lines.push_back({line, likeness.upright});
    }
    std::ranges::sort(found.lines, [](const Candidate& a, const Candidate& b) {
        return a.likeness * a.line.length() > b.likeness * b.line.length();
    });
    if (found.lines.size() > most_lines)
        found.lines.resize(most_lines);
    return found;
}

bool follows(const PrintLine& above, const PrintLine& below) {
    const double height = (above.height + below.height) / 2;
    const double x = (std::max(above.x0, below.x0) + std::min(above.x1, below.x1)) / 2;
    const double drop = below.y_at(x) - above.y_at(x);
    const double shared = std::min(above.x1, below.x1) - std::max(above.x0, below.x0);
    const double ratio = above.height / below.height;
    return drop > 1.1 * height && drop < 3.8 * height && ratio > 0.6 && ratio < 1.67 &&
           shared > 0.4 * std::min(above.length(), below.length()) &&
           std::abs(above.slope() - below.slope()) < 0.08;
}

std::vector<PrintLine> joined(std::vector<Candidate> candidates) {
    std::vector<PrintLine> lines;
    lines.reserve(candidates.size());
    for (auto& candidate : candidates)
        lines.push_back(std::move(candidate.line));
    while (join_two(lines)) {
    }
    std::ranges::sort(lines, {}, [](const PrintLine& line) { return line.y0 + line.y1; });
    return lines;
}

bool is_hopeful(const Candidates& candidates) {
    if (candidates.best < promising)
        return false;
    for (const auto& above : candidates.lines)
        for (const auto& below : candidates.lines)
            if (follows(above.line, below.line) && above.line.length() > 20 * above.line.height)
                return true;
    return false;
}

} // namespace guichet::scan
