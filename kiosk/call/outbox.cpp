// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/outbox.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
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

bool is_test(const Errand& errand) {
    const auto* open = std::get_if<Errand::Open>(&errand.what);
    return open != nullptr && open->request.test;
}

} // namespace

void Outbox::add(Errand errand) {
    const bool ends = std::holds_alternative<Errand::End>(errand.what);
    if (!ends) {
        put(std::move(errand));
        return;
    }
    const auto opening = std::ranges::find_if(m_waiting, [&](const Errand& each) {
        return each.id == errand.id && std::holds_alternative<Errand::Open>(each.what);
    });
    const bool tried = opening == m_waiting.begin() && m_first_may_have_arrived;
    if (opening != m_waiting.end() && !tried)
        drop(errand.id);
    put(std::move(errand)); // a line before this one may have sent the call
}

void Outbox::put(Errand errand) {
    const auto test = std::ranges::find_if(m_waiting, is_test);
    if (test == m_waiting.end() || is_test(errand)) {
        if (test == m_waiting.end())
            m_waiting.push_back(std::move(errand));
        return;
    }
    const bool only_tests = test == m_waiting.begin();
    const bool under_way = only_tests && m_first_may_have_arrived;
    m_waiting.insert(under_way ? m_waiting.end() : test, std::move(errand));
    if (only_tests)
        hurry(); // what the test waits for is no reason for a call to wait
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
    if (m_waiting.empty() || !is_test(m_waiting.front()))
        return;
    m_first_may_have_arrived = false; // of a test it does not matter
    if (m_waiting.size() == 1)
        return;
    std::rotate(m_waiting.begin(), std::next(m_waiting.begin()), m_waiting.end());
    hurry();
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
