// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.hpp"

#include <chrono>

namespace guichet::trials {
namespace {

constexpr std::chrono::seconds patience{60};

net::Endpoint with_key(net::Endpoint hub, const std::string& key) {
    hub.key = key;
    return hub;
}

} // namespace

Site::Site(const Staff& staff, const net::Endpoint& for_kiosks, const net::Endpoint& for_pages)
    : m_calls(staff.keys().size()) {
    m_kiosks.reserve(staff.keys().size());
    for (const auto& key : staff.keys())
        m_kiosks.push_back(std::make_unique<Kiosk>(with_key(for_kiosks, key)));
    m_pages.reserve(staff.mediators().size());
    for (const auto& mediator : staff.mediators())
        m_pages.push_back(std::make_unique<Page>(for_pages, mediator));
}

void Site::press(std::size_t kiosk, int round) {
    auto& call = m_calls.at(kiosk);
    call = "v-" + std::to_string(round) + "-" + std::to_string(kiosk);
    m_made.insert(call);
    m_kiosks.at(kiosk)->press(call);
}

void Site::end_calls() {
    for (const auto& kiosk : m_kiosks)
        kiosk->end();
    for (const auto& page : m_pages)
        CHECK(page->shows({}, patience));
}

void Site::check_shown() {
    const std::set<std::string> calls(m_calls.begin(), m_calls.end());
    for (const auto& page : m_pages)
        CHECK(page->shows_all(calls, patience));
}

void Site::check_received() {
    for (std::size_t each = 0; each < m_kiosks.size(); each++) {
        CAPTURE(m_calls[each]);
        CHECK(m_kiosks[each]->has_received(m_calls[each], patience));
    }
}

void Site::check_nothing_odd() {
    for (const auto& page : m_pages)
        CHECK(page->oddities(m_made) == 0);
}

} // namespace guichet::trials
