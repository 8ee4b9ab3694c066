// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/store_inside.hpp"

namespace guichet::hub {
namespace {

using soci::into;
using soci::use;

std::optional<Instant> to_instant(long long wall, const WallClock& clock) {
    return wall == 0 ? std::nullopt : std::optional(clock.to_instant(wall));
}

} // namespace

Result<void> Store::put(const std::string& kiosk, const call::Proof& proof) {
    return m_inside->run([&] {
        const auto& clock = m_inside->clock;
        const long long tried = proof.tried ? clock.to_wall(*proof.tried) : 0;
        const long long proven = proof.proven ? clock.to_wall(*proof.proven) : 0;
        m_inside->sql << "INSERT INTO proofs (kiosk, tried, proven, failures) "
                         "VALUES (:kiosk, :tried, :proven, :failures) "
                         "ON CONFLICT (kiosk) DO UPDATE SET tried = excluded.tried, "
                         "proven = excluded.proven, failures = excluded.failures",
            use(kiosk), use(tried), use(proven), use(proof.failures);
    });
}

Result<std::map<std::string, call::Proof>> Store::proofs() {
    return m_inside->run([&] {
        std::string kiosk;
        long long tried = 0;
        long long proven = 0;
        long long failures = 0;
        soci::statement statement =
            (m_inside->sql.prepare << "SELECT kiosk, tried, proven, failures FROM proofs",
             into(kiosk),
             into(tried),
             into(proven),
             into(failures));
        statement.execute();
        std::map<std::string, call::Proof> proofs;
        const auto& clock = m_inside->clock;
        while (statement.fetch())
            proofs[kiosk] = {
                to_instant(tried, clock), to_instant(proven, clock), static_cast<int>(failures)};
        return proofs;
    });
}

} // namespace guichet::hub
