// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/proof.hpp"

#include <algorithm>

namespace guichet::call {
namespace {

using namespace std::chrono_literals;

constexpr auto proven_for = 24h;
constexpr auto again_after = 60s;
constexpr int too_many_failures = 2;

} // namespace

void test_began(Proof& proof, Instant now) {
    proof.tried = now;
}

void test_arrived(Proof& proof, Instant now) {
    proof.proven = now;
    proof.failures = 0;
}

void test_failed(Proof& proof, bool somebody_present) {
    if (somebody_present)
        proof.failures++;
}

bool is_test_due(const Proof& proof, bool somebody_present, Instant now) {
    if (proof.tried && now - *proof.tried < again_after)
        return false;
    const bool is_fresh = proof.proven && now - *proof.proven < proven_for;
    const bool last_arrived = proof.proven && proof.tried && *proof.proven >= *proof.tried;
    return somebody_present && (!is_fresh || !last_arrived);
}

bool calls_arrive(const std::vector<Proof>& kiosks) {
    std::optional<Instant> proven;
    for (const auto& proof : kiosks)
        proven = std::max(proven, proof.proven);
    int failures = 0;
    for (const auto& proof : kiosks)
        if (proof.tried && (!proven || *proof.tried > *proven))
            failures += proof.failures;
    return failures < too_many_failures;
}

} // namespace guichet::call
