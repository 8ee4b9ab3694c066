// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/find.hpp"

#include "scan/clean/contrast.hpp"
#include "scan/mrz/candidates.hpp"
#include "scan/mrz/search.hpp"

#include <algorithm>
#include <cmath>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double wanted_long_side = 1800;
constexpr double least_long_side = 1200;
constexpr std::size_t full_page = 8; ///< lines that look a little like a zone
constexpr int page_of_print = 24;    ///< lines of any print; no card has so many
constexpr int stroke = 15;           ///< pixels, wider than a letter's

/// A picture to read in, and the one its lines are looked for in.
struct View {
    PixPtr grey;
    PixPtr located;
    std::vector<Box> told{};
};

/// The first search takes a picture as it is, the last one raises its contrast.
enum class Effort { Plain, Raised };

class Finder {
public:
    Finder(const PixPtr& grey, const GlyphModel& model, std::span<const Box> told)
        : m_grey(grey), m_model(model), m_told(told) {}

    std::optional<MrzFound> run() {
        const double longest = std::max(width_of(m_grey), height_of(m_grey));
        double scale = 1;
        if (longest > wanted_long_side)
            scale = wanted_long_side / longest;
        else if (longest < least_long_side)
            scale = std::min(4.0, least_long_side / longest);
        for (const double factor : {1.0, 1.6, 0.6}) {
            m_hope = false;
            search_at(scale * factor, Effort::Plain);
            const bool page_of_text = !m_best && (m_full || (m_level && !m_hope));
            if (settled() || page_of_text || (!m_hope && longest > least_long_side))
                break;
        }
        if (!m_best && !m_full && !m_level) // a page of text is not pale
            search_at(scale, Effort::Raised);
        return std::move(m_best);
    }

private:
    bool settled() const { return m_best && m_best->solved.all_agreed(); }

    std::vector<Box> told_at(double scale) const {
        std::vector<Box> boxes;
        for (const auto& box : m_told)
            boxes.push_back(scaled(box, scale));
        return boxes;
    }

    void search_at(double scale, Effort effort) {
        View view{share(m_grey), nullptr, told_at(scale)};
        if (std::abs(scale - 1) > 0.02) {
            const auto factor = static_cast<l_float32>(scale);
            view.grey.reset(
                scale < 1 ? pixScaleAreaMap(m_grey.get(), factor, factor)
                          : pixScaleLI(m_grey.get(), factor, factor)
            );
        }
        if (!view.grey)
            return;
        view.located =
            effort == Effort::Raised ? raised_contrast(view.grey, stroke) : share(view.grey);
        if (!view.located)
            return;
        auto found = search_level(view, 0);
        // A page whose print is level has its zone level too.
        if (!m_level && (!found || found->solved.passed() < 2)) {
            auto other = search_level({turned(view.grey, 1), turned(view.located, 1)}, 1);
            if (other && (!found || other->solved.passed() > found->solved.passed()))
                found = std::move(other);
        }
        if (found)
            found->scale = scale;
        if (is_better(found, m_best))
            m_best = std::move(found);
    }

    /// Both ways up of a picture in which print would be level.
    std::optional<MrzFound> search_level(const View& view, int quarters) {
        const auto candidates = find_candidates(view.located, Look(view.grey, m_model), view.told);
        m_hope = m_hope || is_hopeful(candidates);
        const bool full = candidates.lines.size() >= full_page;
        m_full = m_full || full;
        m_level = m_level || (quarters == 0 && candidates.print >= page_of_print);
        if (candidates.lines.empty() || candidates.best < (full ? least_best_of_page : least_best))
            return std::nullopt;
        auto best = search_ways_up(view, candidates);
        if (best)
            best->quarters += quarters;
        return best;
    }

    /// Much of OCR-B reads as something upside down too: the likelier way up is tried first, and
    /// the other only where they are as likely. It found none of the 188 zones of our specimens.
    std::optional<MrzFound> search_ways_up(const View& view, const Candidates& candidates) const {
        const auto [less, more] = std::minmax(candidates.upside_down, candidates.upright);
        const bool is_plain = more > plainly * less;
        const int likelier = candidates.upside_down > candidates.upright ? 2 : 0;
        auto best = search_way_up(view, likelier, candidates.lines);
        if (is_plain || (best && best->solved.passed() >= 2))
            return best;
        auto other = search_way_up(view, 2 - likelier, candidates.lines);
        return is_better(other, best) ? std::move(other) : std::move(best);
    }

    /// A picture turned by so many quarters; `lines` are those of the picture as it is.
    std::optional<MrzFound>
    search_way_up(const View& view, int quarters, const std::vector<Candidate>& lines) const {
        const PixPtr upright = turned(view.grey, quarters);
        const Look look(upright, m_model);
        auto found = read_zone(
            look,
            joined(
                quarters == 0 ? lines : find_candidates(turned(view.located, quarters), look).lines
            )
        );
        if (found)
            found->quarters = quarters;
        return found;
    }

    static constexpr double least_best = 0.6;
    /// Typewritten pages are like OCR-B up to 0.88; a line of every zone of our specimens 0.98.
    static constexpr double least_best_of_page = 0.93;
    static constexpr double plainly = 1.03;

    const PixPtr& m_grey;
    const GlyphModel& m_model;
    std::span<const Box> m_told;
    std::optional<MrzFound> m_best;
    bool m_hope{false};
    bool m_full{false};
    bool m_level{false};
};

} // namespace

Box MrzFound::box(const Span& span) const {
    const auto& line = lines[static_cast<std::size_t>(span.line)];
    const auto first = static_cast<std::size_t>(span.begin);
    const auto last = static_cast<std::size_t>(span.end - 1);
    const double left = line.centres[first] - line.frame.pitch * 0.6;
    const double right = line.centres[last] + line.frame.pitch * 0.6;
    const double top = std::min(line.y_of(first), line.y_of(last)) - line.frame.height * 0.7;
    const double bottom = std::max(line.y_of(first), line.y_of(last)) + line.frame.height * 0.7;
    return {
        .x = static_cast<int>(left / scale),
        .y = static_cast<int>(top / scale),
        .width = static_cast<int>((right - left) / scale),
        .height = static_cast<int>((bottom - top) / scale)};
}

std::optional<MrzFound>
find_mrz(const PixPtr& grey, const GlyphModel& model, std::span<const Box> told) {
    if (!grey || width_of(grey) < 60 || height_of(grey) < 30)
        return std::nullopt;
    return Finder(grey, model, told).run();
}

} // namespace guichet::scan
