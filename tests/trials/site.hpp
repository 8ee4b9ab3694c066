// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk.hpp"
#include "page.hpp"

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace guichet::trials {

/// The kiosks of a site and the pages of its mediators, pressed and watched together. Each check
/// waits a minute: a slow machine is no lost call.
class Site {
public:
    /// Where kiosks and pages ask, each with the key or the session it has of the staff.
    Site(const Staff& staff, const net::Endpoint& for_kiosks, const net::Endpoint& for_pages);

    std::size_t kiosk_count() const { return m_kiosks.size(); }
    Kiosk& kiosk(std::size_t which) { return *m_kiosks.at(which); }
    const std::vector<std::unique_ptr<Page>>& pages() const { return m_pages; }
    /// The last call of each kiosk.
    const std::vector<std::string>& calls() const { return m_calls; }
    /// Every call of every kiosk.
    const std::set<std::string>& made() const { return m_made; }

    /// A call of its own for each kiosk and round.
    void press(std::size_t kiosk, int round);
    /// Each kiosk ends its call, and no page shows a call any longer.
    void end_calls();

    /// Every page shows the call of every kiosk.
    void check_shown();
    /// Every kiosk was told that its call is received.
    void check_received();
    /// No page showed a call twice, again after its end, or one that nobody made.
    void check_nothing_odd();

private:
    std::vector<std::unique_ptr<Kiosk>> m_kiosks{};
    std::vector<std::unique_ptr<Page>> m_pages{};
    std::vector<std::string> m_calls{};
    std::set<std::string> m_made{};
};

} // namespace guichet::trials
