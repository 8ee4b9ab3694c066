// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "call/board.hpp"
#include "hub/codes.hpp"
#include "hub/desk_types.hpp"
#include "hub/point_world.hpp"
#include "hub/store.hpp"
#include "hub/streams.hpp"
#include "hub/twin_watch.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace guichet::hub {

/// Where kiosks and consoles meet: the rules of call/, what the store keeps and who listens, as
/// one thing that may be used from several threads. Nothing is shown before it is kept.
class Desk {
public:
    using Change = std::function<call::Verdict(call::Ticket&)>;
    using Changed = CallChanged;

    Desk(
        Store& store,
        const WallClock& clock,
        Instant started,
        const call::Escalation& escalation = {}
    );

    /// Takes up what the store has.
    Result<void> start(Instant now);

    /// Keeps a new call, or finds the one with that id. `waited`: since the press.
    Result<Changed>
    open(const KioskEntry& kiosk, const call::Request& request, std::chrono::milliseconds waited);
    /// Applies one rule to a call, keeps it, and tells everybody. Again, on what another process
    /// made of it, when that was first.
    Result<Changed> change(const std::string& id, const Change& rule);
    /// From a page of that site that shows it. NotThere: nobody would notice it there.
    Result<Changed>
    acknowledge(const Account& account, const std::string& page, const std::string& id);
    /// The kiosk's own way out, also for a call that never arrived.
    Result<Changed> end(const KioskEntry& kiosk, const std::string& id, call::Outcome outcome);
    /// Of a call of that site.
    void mute(const std::string& console, const std::string& site, const std::string& call);

    /// Signs of life. `instance` tells two kiosks with one key apart.
    HeartbeatAnswer
    heard(const KioskEntry& kiosk, call::Progress progress, const std::string& instance);
    void heard(const Account& account, const PageState& page);
    /// Its pages hear nothing any more; those of other sign-ins of the same account do.
    void signed_out(const std::string& session);
    /// That kiosk of that site is asked for a test call with its next sign of life. False: unknown.
    bool want_test(const std::string& site, const std::string& kiosk);

    void listen(const KioskEntry& kiosk, std::shared_ptr<EventStream> stream);
    /// What the page said of itself before stays, and counts instead of what `page` says.
    void listen(const Account& account, PageState page, std::shared_ptr<EventStream> stream);
    std::string board_json(const Account& account, const std::string& page);

    /// An empty code is right: the person says so themselves. So is any for a call that is over or
    /// unknown, which can be confirmed no more.
    Result<CodeCheck> check_code(const std::string& id, const std::string& given, Instant now);
    const WallClock& clock() const { return m_clock; }

    /// What pointing needs of it, as long as the desk lives.
    PointWorld point_world();

    /// The hubs on one database tell each other what each keeps in memory, and which calls changed.
    void set_peers(std::function<void(std::string)> tell);
    void hear_peer(const std::string& json);
    /// Reads every call again: what peers told was missed.
    void read_again();

    /// What a command beside the hub took out of the store, or gave another key, leaves the desk.
    void let_go();

    void tick(Instant now); ///< each second
    void close_streams();
    Figures figures() const;
    static std::string console_id(const Account& account, const std::string& page);

private:
    Store& m_store;
    WallClock m_clock;
    mutable std::mutex m_guard{};
    call::Board m_board;
    Streams m_streams{};
    Codes m_codes;
    TwinWatch m_twins{};
    std::set<std::string> m_wanted_tests{}; ///< by kiosk
    std::set<std::string> m_changed_kiosks{};
    std::map<std::string, call::Staff> m_told_staff{};
    std::set<std::string> m_changed_sites{};
    Instant m_pinged{};
    Instant m_cleaned{};
    Figures m_figures{};
    std::function<void(std::string)> m_tell_peers{};

    Result<Changed> change_locked(const std::string& id, const Change& rule);
    Result<call::Ticket> current(const std::string& id);
    /// Moments that a clock made future ones are now.
    static call::Ticket not_later(call::Ticket ticket, Instant now);
    void count(const call::Ticket& before, const call::Ticket& after);
    void begin_test(const call::Ticket& ticket);
    void end_test(const std::string& id);
    void count_test(const call::Ticket& before, const call::Ticket& after);
    void keep_proof(const call::Ticket& ticket, const call::Proof& proof);
    void put_proof(const std::string& kiosk, const call::Proof& proof);
    void tell_call(const call::Ticket& ticket);
    void tell_site(const std::string& site);
    void tell_kiosks();
    Json call_json(const call::Ticket& ticket, const Listener& listener) const;
    Json kiosk_json(const call::Kiosk& kiosk) const;
    Json board(const Listener& listener) const;
    void heard_locked(const Account& account, const PageState& page);
    void heard_locked(call::Console console);
    void heard_locked(call::Kiosk kiosk, const std::string& instance);
    void signed_out_locked(const std::string& session);
    void tell_peers(const Json& message) const;
    void hear_one(const Json& message);
    Result<void> read_call(const std::string& id);
    void take_up(const call::Ticket& kept);
    void remember(const KioskEntry& kiosk);
    void tick_codes(Instant now);
    void housekeeping(Instant now);
    void read_again_locked();
    void let_go_locked();
    void let_sessions_go();
    void let_kiosk_go(const std::string& id);
};

} // namespace guichet::hub
