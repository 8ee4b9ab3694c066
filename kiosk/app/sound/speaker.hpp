// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sound/chimes.hpp"

#include <memory>

namespace guichet::app {

/// The kiosk's loudspeaker: ALSA's default device, on a thread of its own. Nothing here waits for
/// it, not even the end of the visit; without a device it is silent and says so once.
class Speaker {
public:
    Speaker();
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// After what is playing. Of what waits only the last is kept: old news is not worth hearing.
    void play(Samples samples);

private:
    struct Desk;
    std::shared_ptr<Desk> m_desk; ///< shared with the thread that plays
};

} // namespace guichet::app
