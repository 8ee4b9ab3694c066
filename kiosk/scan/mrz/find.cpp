#include "scan/mrz/find.hpp"

#include <algorithm>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr int least_blobs = 9;
constexpr double least_likeness = 0.42;
constexpr double least_regularity = 0.72;
constexpr std::size_t most_lines = 10;
constexpr double wanted_long_side = 1800;
constexpr double least_long_side = 1200;

struct Candidate {
    PrintLine line;
    double likeness{};
};

/// Candidates of one orientation, and how much they are upside down.
struct Candidates {
    std::vector<Candidate> lines;
    double upright{};
    double upside_down{};
    double best{}; ///< likeness of the likeliest
};

Candidates find_candidates(const PixPtr& grey) {
    Candidates found;
    for (const auto& line : find_print_lines(grey, least_blobs)) {
        if (line.length() < 11 * line.height || pitch_regularity(line) < least_regularity)
            continue;
        const auto likeness = ocrb_likeness(grey, line);
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

/// Whether `below` can be the line after `above` in one zone.
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

/// Parts of one line that were found apart become one.
void join(std::vector<Candidate>& candidates) {
    const auto same = [](const PrintLine& a, const PrintLine& b) {
        const double x = (a.x1 + b.x0) / 2;
        return b.x0 > a.x1 && b.x0 - a.x1 < 25 * a.height &&
               std::abs(a.y_at(x) - b.y_at(x)) < 0.6 * a.height && a.height / b.height > 0.65 &&
               a.height / b.height < 1.5;
    };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            auto& a = candidates[i].line;
            const auto& b = candidates[k].line;
            if (i == k || !same(a, b))
                continue;
            a.x1 = b.x1;
            a.y1 = b.y1;
            a.height = std::max(a.height, b.height);
            a.blobs += b.blobs;
            a.centres.insert(a.centres.end(), b.centres.begin(), b.centres.end());
            candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(k));
            i = static_cast<std::size_t>(-1); // begin again: indices moved
            break;
        }
}

class Search {
public:
    explicit Search(const PixPtr& grey) : m_grey(grey) {}

    std::optional<MrzFound> run(std::vector<Candidate> candidates) {
        join(candidates);
        std::ranges::sort(candidates, {}, [](const Candidate& c) {
            return (c.line.y0 + c.line.y1) / 2;
        });
        for (auto& candidate : candidates)
            m_lines.push_back(candidate.line);
        m_readings.resize(m_lines.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            for (std::size_t k = i + 1; k < m_lines.size(); ++k)
                if (follows(m_lines[i], m_lines[k]))
                    try_from(i, k);
        return std::move(m_best);
    }

private:
    void try_from(std::size_t first, std::size_t second) {
        try_group({first, second});
        for (std::size_t third = second + 1; third < m_lines.size(); ++third)
            if (follows(m_lines[second], m_lines[third]))
                try_group({first, second, third});
    }

    const LineReadings& reading(std::size_t index, double left, double right) {
        auto& known = m_readings[index];
        if (known.by_length.empty() || left < known.place.x0 - 1 || right > known.place.x1 + 1) {
            known = read_line(m_grey, m_lines[index], left, right);
            known.place.x0 = left;
            known.place.x1 = right;
        }
        return known;
    }

    void try_group(const std::vector<std::size_t>& group) {
        double left = 1e9;
        double right = 0;
        double height = 0;
        for (const auto index : group) {
            left = std::min(left, m_lines[index].x0);
            right = std::max(right, m_lines[index].x1);
            height = std::max(height, m_lines[index].height);
        }
        left = std::max(left - 4 * height, 0.0);
        right = std::min(right + 4 * height, static_cast<double>(width_of(m_grey)));
        for (const auto& layout : layouts())
            if (layout.lines() == static_cast<int>(group.size()))
                try_layout(layout, group, left, right);
    }

    void try_layout(
        const Layout& layout, const std::vector<std::size_t>& group, double left, double right
    ) {
        const auto at = static_cast<std::size_t>(
            std::ranges::find(line_lengths, layout.length()) - std::begin(line_lengths)
        );
        std::vector<ReadLine> lines;
        std::vector<std::vector<GlyphScores>> scores;
        double gain = 0;
        for (const auto index : group) {
            const auto& readings = reading(index, left, right).by_length;
            if (at >= readings.size() || readings[at].characters.empty())
                return;
            lines.push_back(readings[at]);
            scores.push_back(readings[at].characters);
            gain += readings[at].gain;
        }
        const double mean_gain = gain / (layout.length() * layout.lines());
        if (mean_gain < 1.5)
            return;
        auto solved = solve(layout, scores);
        const int failed = static_cast<int>(solved.agreed.size()) - solved.passed();
        const double rank =
            solved.score + 0.3 * solved.passed() - 0.3 * failed + 0.002 * gain + 0.3 * mean_gain;
        if (!credible(solved) || (m_best && rank <= m_rank))
            return;
        m_rank = rank;
        m_best = MrzFound{
            .solved = std::move(solved), .lines = std::move(lines), .scale = 1, .quarters = 0};
    }

    /// Clear print, or agreement of check digits that is no accident.
    static bool credible(const Solved& solved) {
        if (solved.passed() >= 3 || (solved.all_agreed() && solved.repaired == 0))
            return solved.score > -0.45;
        if (solved.passed() >= 2)
            return solved.score > -0.4;
        return solved.score > -0.25;
    }

    const PixPtr& m_grey;
    std::vector<PrintLine> m_lines;
    std::vector<LineReadings> m_readings;
    std::optional<MrzFound> m_best;
    double m_rank{};
};

bool better(const std::optional<MrzFound>& a, const std::optional<MrzFound>& b) {
    if (!a || !b)
        return a.has_value();
    const auto rank = [](const Solved& s) { return s.passed() + s.score - 0.2 * s.repaired; };
    return rank(a->solved) > rank(b->solved);
}

/// A line this like the print we look for makes the search worth while.
constexpr double promising = 0.6;

/// Whether two lines could be of one zone: else other scales are not worth trying.
bool is_hopeful(const std::vector<Candidate>& lines, double best) {
    if (best < promising)
        return false;
    for (const auto& above : lines)
        for (const auto& below : lines)
            if (follows(above.line, below.line) && above.line.length() > 20 * above.line.height)
                return true;
    return false;
}

/// Both ways up of a picture in which print would be level.
std::optional<MrzFound> search_level(const PixPtr& grey, int quarters, bool& hope) {
    auto candidates = find_candidates(grey);
    hope = hope || is_hopeful(candidates.lines, candidates.best);
    if (candidates.lines.size() < 2 || candidates.best < promising)
        return std::nullopt;
    // Much of OCR-B reads as something upside down too: the likelier way up is only tried first.
    const int first = candidates.upside_down > candidates.upright ? 2 : 0;
    std::optional<MrzFound> best;
    for (const int half : {first, 2 - first}) {
        const PixPtr upright = turned(grey, half);
        auto found =
            Search(upright).run(half == 0 ? candidates.lines : find_candidates(upright).lines);
        if (!better(found, best))
            continue;
        best = std::move(found);
        best->quarters = quarters + half;
        if (best->solved.passed() >= 2)
            break;
    }
    return best;
}

std::optional<MrzFound> search_at(const PixPtr& grey, double scale, bool& hope) {
    PixPtr scaled = share(grey);
    if (std::abs(scale - 1) > 0.02) {
        const auto factor = static_cast<l_float32>(scale);
        scaled.reset(
            scale < 1 ? pixScaleAreaMap(grey.get(), factor, factor)
                      : pixScaleLI(grey.get(), factor, factor)
        );
    }
    if (!scaled)
        return std::nullopt;
    auto found = search_level(scaled, 0, hope);
    if (!found || found->solved.passed() < 2) {
        auto other = search_level(turned(scaled, 1), 1, hope);
        if (other && (!found || other->solved.passed() > found->solved.passed()))
            found = std::move(other);
    }
    if (found)
        found->scale = scale;
    return found;
}

} // namespace

Box MrzFound::box(const Span& span) const {
    const auto& line = lines[static_cast<std::size_t>(span.line)];
    const auto first = static_cast<std::size_t>(span.begin);
    const auto last = static_cast<std::size_t>(span.end - 1);
    const double left = line.centres[first] - line.pitch * 0.6;
    const double right = line.centres[last] + line.pitch * 0.6;
    const double top = std::min(line.y_of(first), line.y_of(last)) - line.height * 0.7;
    const double bottom = std::max(line.y_of(first), line.y_of(last)) + line.height * 0.7;
    return {
        .x = static_cast<int>(left / scale),
        .y = static_cast<int>(top / scale),
        .width = static_cast<int>((right - left) / scale),
        .height = static_cast<int>((bottom - top) / scale)};
}

std::optional<MrzFound> find_mrz(const PixPtr& grey) {
    if (!grey || width_of(grey) < 60 || height_of(grey) < 30)
        return std::nullopt;
    const double longest = std::max(width_of(grey), height_of(grey));
    double scale = 1;
    if (longest > wanted_long_side)
        scale = wanted_long_side / longest;
    else if (longest < least_long_side)
        scale = std::min(4.0, least_long_side / longest);
    std::optional<MrzFound> best;
    for (const double factor : {1.0, 1.6, 0.6}) {
        bool hope = false;
        auto found = search_at(grey, scale * factor, hope);
        if (better(found, best))
            best = std::move(found);
        if ((best && best->solved.all_agreed()) || (!hope && longest > least_long_side))
            break;
    }
    return best;
}

} // namespace guichet::scan
