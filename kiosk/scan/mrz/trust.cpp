// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/trust.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// From here on a letter counts as seen, not guessed.
constexpr float seen = 0.8F;
/// A letter below `seen` must at least be this likely: the check digit says the rest.
constexpr float guessed = 0.4F;
/// Where there is no second digit to agree.
constexpr float seen_alone = 0.92F;
/// How likely a letter that counts alike may be (6 and G, 8 and S, H and R).
constexpr float alike = 0.02F;

} // namespace

bool ZoneTrust::is_clear(const std::vector<Span>& spans, bool double_checked) const {
    int unclear = 0;
    for (const auto& span : spans)
        for (int at = span.begin; at < span.end; ++at) {
            const auto line = static_cast<std::size_t>(span.line);
            const auto i = static_cast<std::size_t>(at);
            const float sure = m_solved.sureness[line][i];
            unclear += sure < (double_checked ? seen : seen_alone) ? 1 : 0;
            if (sure < guessed || m_solved.twins[line][i] > alike ||
                m_solved.is_repaired(span.line, at))
                return false;
        }
    return unclear <= (double_checked ? 1 : 0);
}

bool ZoneTrust::is_proven(int index) const {
    const auto& checks = m_solved.layout->checks;
    const auto& check = checks[static_cast<std::size_t>(index)];
    const bool doubled = checks.back().composite && !check.composite;
    if (!m_solved.agreed[static_cast<std::size_t>(index)] || (doubled && !m_solved.agreed.back()))
        return false;
    auto spans = check.covers;
    spans.push_back(check.digit);
    return is_clear(spans, doubled);
}

bool ZoneTrust::is_whole() const {
    std::vector<Span> spans;
    spans.reserve(static_cast<std::size_t>(m_solved.layout->lines()));
    for (int line = 0; line < m_solved.layout->lines(); ++line)
        spans.push_back({line, 0, m_solved.layout->length()});
    return m_solved.all_agreed() && is_clear(spans, false);
}

} // namespace guichet::scan
