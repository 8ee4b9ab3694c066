// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/lockout.hpp"

#include <algorithm>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr int free_failures = 5;
constexpr int many_from_one_address = 30;
constexpr auto longest = 60s;
constexpr auto forgotten_after = 10min;
constexpr std::size_t most_remembered = 10000;

std::chrono::seconds pause(int failures, int free) {
    if (failures < free)
        return 0s;
    return std::min<std::chrono::seconds>(longest, 1s * (1L << std::min(failures - free, 10)));
}

} // namespace

std::chrono::seconds
Lockout::wait(const std::string& account, const std::string& address, Instant now) {
    forget(now);
    auto left = 0s;
    const auto consider = [&](const Attempts& attempts, int free) {
        const auto until = attempts.last + pause(attempts.failures, free);
        left = std::max(left, std::chrono::ceil<std::chrono::seconds>(until - now));
    };
    if (const auto found = m_pairs.find({account, address}); found != m_pairs.end())
        consider(found->second, free_failures);
    if (const auto found = m_addresses.find(address); found != m_addresses.end())
        consider(found->second, many_from_one_address);
    return left;
}

void Lockout::failed(const std::string& account, const std::string& address, Instant now) {
    forget(now);
    if (m_pairs.size() < most_remembered) {
        auto& pair = m_pairs[{account, address}];
        pair.failures++;
        pair.last = now;
    }
    if (m_addresses.size() >= most_remembered)
        return;
    auto& from = m_addresses[address];
    from.failures++;
    from.last = now;
}

void Lockout::succeeded(const std::string& account, const std::string& address) {
    m_pairs.erase({account, address});
    m_addresses.erase(address);
}

void Lockout::forget(Instant now) {
    const auto old = [&](const auto& each) { return now - each.second.last >= forgotten_after; };
    std::erase_if(m_pairs, old);
    std::erase_if(m_addresses, old);
}

} // namespace guichet::hub
