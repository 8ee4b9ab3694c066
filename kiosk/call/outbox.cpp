// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/outbox.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

/// 1 s, 2 s, then 3 s, of which at least half is waited: delivered ≤ 5 s after the hub is back.
std::chrono::milliseconds pause(int failures, double chance) {
    const auto longest = std::min<std::chrono::milliseconds>(1s * failures, 3s);
    return std::chrono::milliseconds(static_cast<long>(
        static_cast<double>(longest.count()) * (1.0 - std::clamp(chance, 0.0, 1.0) / 2)
    ));
}

} // namespace

void Outbox::add(Errand errand) {
    const bool ends = std::holds_alternative<Errand::End>(errand.what);
    if (!ends) {
        m_waiting.push_back(std::move(errand));
        return;
    }
    const auto opening = std::ranges::find_if(m_waiting, [&](const Errand& each) {
        return each.id == errand.id && std::holds_alternative<Errand::Open>(each.what);
    });
    const bool tried = opening == m_waiting.begin() && m_first_may_have_arrived;
    if (opening != m_waiting.end() && !tried)
        drop(errand.id);
    m_waiting.push_back(std::move(errand)); // a line before this one may have sent the call
}

bool Outbox::opens(const std::string& id) const {
    return std::ranges::any_of(m_waiting, [&](const Errand& each) {
        return each.id == id && std::holds_alternative<Errand::Open>(each.what);
    });
}

void Outbox::drop(const std::string& id) {
    std::erase_if(m_waiting, [&](const Errand& each) { return each.id == id; });
}

const Errand* Outbox::due(Instant now) {
    if (m_waiting.empty() || now < m_next)
        return nullptr;
    m_first_may_have_arrived = true; // an answer can be lost as well as a request
    return &m_waiting.front();
}

void Outbox::delivered() {
    if (m_waiting.empty())
        return;
    m_waiting.pop_front();
    m_failures = 0;
    m_first_may_have_arrived = false;
    m_next = {};
}

void Outbox::failed(Instant now, double chance) {
    m_failures++;
    m_next = now + pause(m_failures, chance);
}

void Outbox::hurry() {
    m_next = {};
    m_failures = 0;
}

std::optional<Instant> Outbox::next_wake() const {
    if (m_waiting.empty())
        return std::nullopt;
    return m_next;
}

} // namespace guichet::call
