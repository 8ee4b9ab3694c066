// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/escalation.hpp"
#include "call/presence.hpp"
#include "call/proof.hpp"
#include "call/ticket.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guichet::call {

/// How far a call rings.
enum class Ring { Room, Site, Everybody };

/// What time brings. Nothing of it ends a call.
struct Due {
    std::vector<std::string> remind{};    ///< claimed for two minutes, nobody is there
    std::vector<std::string> take_back{}; ///< leases that are over: take_back() each
    std::vector<std::string> louder{};    ///< they ring further than before
    std::vector<std::string> tests{};     ///< test calls that are over
    std::vector<std::string> kiosks{};    ///< lost
    std::set<std::string> sites{};        ///< where who is present changed
};

/// What a hub knows now: the open calls, the kiosks and the consoles. Calls change only through
/// put(), with what the functions of ticket.hpp made of a copy and the store accepted.
class Board {
public:
    /// No lease ends right after `started`: a hub that starts again first gives consoles the time
    /// to come back.
    explicit Board(Instant started, const Escalation& escalation = {})
        : m_escalation(escalation), m_hears_since(started) {}
    /// Nor right after a moment when no sign of life could arrive.
    void could_not_hear(Instant now) { m_hears_since = now; }

    /// An ended ticket leaves the board; an older version than the one here is ignored.
    void put(Ticket ticket);
    const Ticket* find(const std::string& id) const;
    /// Urgent first, then the order of arrival; without test calls.
    std::vector<const Ticket*> queue(const std::string& site) const;
    std::vector<const Ticket*> of_kiosk(const std::string& kiosk) const;
    std::vector<const Ticket*> all() const;

    /// A kiosk that exists; it counts as lost until it is heard.
    void add(Kiosk kiosk) { m_kiosks.try_emplace(kiosk.id, kiosk); }
    /// A kiosk gave a sign of life. True: something to show changed.
    bool heard(Kiosk kiosk, Instant now);
    /// It is there no more.
    void remove_kiosk(const std::string& id);
    const Kiosk* kiosk(const std::string& id) const;
    std::vector<const Kiosk*> kiosks() const;
    std::vector<const Kiosk*> kiosks(const std::string& site) const;

    /// A console gave a sign of life. True: who is present changed.
    bool heard(Console console, Instant now);
    /// It signed out.
    bool gone(const std::string& console);
    const Console* console(const std::string& id) const;
    std::vector<const Console*> consoles(const std::string& site) const;
    std::vector<std::string> consoles_of(const std::string& session) const;
    std::set<std::string> sessions() const;
    Staff staff(const std::string& site) const;
    /// What a person before a kiosk is told: Nobody, too, when calls do not arrive.
    Staff staff_in_reach(const std::string& site) const;

    /// What the test calls of a kiosk showed.
    void put(const std::string& kiosk, const Proof& proof) { m_proofs[kiosk] = proof; }
    Proof proof(const std::string& kiosk) const;
    bool calls_arrive(const std::string& site) const;

    /// Silences one call at one console; it stays on the list. What becomes urgent rings again.
    void mute(const std::string& console, const std::string& call);
    bool is_muted(const std::string& console, const std::string& call) const;

    /// How far it rings: after the times of its escalation the whole site and the backup list, at
    /// once when nobody of the smaller circle is present; an urgent call everybody from the start.
    Ring ring(const Ticket& ticket, Instant now) const;
    /// Whether this console sounds for it now. A claimed one is silent, but when it became urgent
    /// after the claim: then it rings everywhere until who claimed it answers.
    bool rings(const Ticket& ticket, const Console& console, Instant now) const;

    /// To be called each second.
    Due tick(Instant now);

private:
    struct Kept {
        Ticket ticket;
        Ring ring{Ring::Room};
        bool reminded{};
    };

    Escalation m_escalation;
    Instant m_hears_since;
    std::map<std::string, Kept> m_calls{};
    std::map<std::string, Kiosk> m_kiosks{};
    std::map<std::string, Console> m_consoles{};
    std::set<std::pair<std::string, std::string>> m_muted{}; ///< console, call
    std::map<std::string, Proof> m_proofs{};                 ///< by kiosk

    bool lease_is_over(const Ticket& ticket, Instant now) const;
    Instant last_seen(const std::string& account) const;
    bool someone_present(const Ticket& ticket, Ring ring) const;
    void tick_calls(Due& due, Instant now);
    void tick_presence(Due& due, Instant now);
};

} // namespace guichet::call
