// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/watch.hpp"

#include <algorithm>

namespace guichet::scan {

using procedure::CameraSight;

Watch::Seen Watch::disturbed(CameraSight sight, Instant now) {
    m_shot = false;
    m_sharp_frames = 0;
    m_best = 0;
    m_since = now;
    return {.sight = sight};
}

Watch::Seen Watch::see(const FrameMeasure& frame, Instant now) {
    if (!m_begun)
        m_since = now;
    m_begun = true;
    if (frame.motion > m_rules.most_motion)
        return disturbed(CameraSight::Moving, now);
    if (frame.detail < m_rules.least_detail)
        return disturbed(CameraSight::Empty, now);
    m_best = std::max(m_best, frame.sharpness);
    const bool sharp =
        frame.sharpness >= m_rules.least_sharpness && frame.sharpness >= m_rules.near_best * m_best;
    if (!sharp) {
        m_sharp_frames = 0;
        return {.sight = CameraSight::Blurred};
    }
    ++m_sharp_frames;
    const bool long_enough = m_sharp_frames >= m_rules.frames && now - m_since >= m_rules.rest;
    const bool shoot = long_enough && !m_shot;
    m_shot = m_shot || shoot;
    return {.sight = CameraSight::Still, .shoot = shoot};
}

} // namespace guichet::scan
