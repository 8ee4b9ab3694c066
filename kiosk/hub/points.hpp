// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/json.hpp"
#include "hub/point_world.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace guichet::hub {

/// `event: point`
SharedText make_point_event(const Json& json);

/// Mediators who would like to point at a thing on a kiosk's screen (facts/mediation.md section
/// 10, CON-06). A wish lives in memory only and ends by itself: unanswered for 30 s, when the
/// call is over or no longer theirs, when either end is lost. Nothing of the screen passes before
/// the person agreed, and nothing that types or presses passes ever. May be used from several
/// threads; the hubs on one database keep the same wishes.
class Points {
public:
    enum class Verdict {
        Done,
        Unknown,    ///< no such call, wish or thing on the screen
        NotYours,   ///< only who claimed the call may
        Busy,       ///< one wish at a time at a kiosk
        OutOfReach, ///< the kiosk does not answer
        NotAgreed,  ///< the person did not agree, or not yet
        TooSoon,    ///< the person just refused
    };
    /// One page of one mediator.
    struct Page {
        std::string id;
        std::string account;
        std::string site;
    };
    struct Asked {
        Verdict verdict;
        std::string id{};
    };

    static constexpr std::chrono::seconds patience{30};
    static constexpr std::chrono::seconds after_refusal{60};

    explicit Points(PointWorld world) : m_world(std::move(world)) {}

    // From the console.
    Asked ask(const Page& page, const std::string& call, Instant now);
    Verdict at(const Page& page, const std::string& id, const std::string& mark);
    Verdict stop(const Page& page, const std::string& id);

    // From the kiosk.
    Verdict answer(const std::string& kiosk, const std::string& id, bool accepted, Instant now);
    /// `marks`: what is called how and lies where, each with an "id".
    Verdict show(const std::string& kiosk, const std::string& id, const Json& marks);
    Verdict stop_by_kiosk(const std::string& kiosk, const std::string& id);

    /// A kiosk or page listens anew: what it knew of its wish is gone, so the wish is.
    void came_anew(const std::string& listener);
    /// Each half second.
    void tick(Instant now);
    void hear_peer(const std::string& json, Instant now);

private:
    struct Wish {
        std::string call;
        std::string kiosk;
        Page page;
        std::string mediator;
        Instant asked{};
        bool agreed{};
        std::set<std::string> marks{};
        bool page_here{}; ///< listens at this hub
        bool kiosk_here{};
        std::string pieces_of{}; ///< the layout whose pieces a peer is sending
        Json pieces = Json::array();
    };
    using Wishes = std::map<std::string, Wish>;

    PointWorld m_world;
    std::mutex m_guard{};
    Wishes m_wishes{};
    std::map<std::string, Instant> m_refused{}; ///< calls

    bool is_alive(const Wish& wish, Instant now) const;
    Wishes::iterator of_kiosk(const std::string& kiosk);
    void begin(const std::string& id, Wish wish);
    void apply_answer(Wishes::iterator wish, bool accepted, Instant now);
    void apply_layout(Wishes::iterator wish, const Json& marks) const;
    void apply_end(Wishes::iterator wish);
    void finish(Wishes::iterator wish);
    void tell_page(Wishes::iterator wish, const char* state) const;
    void send_pieces(const std::string& id, const Json& marks) const;
    void hear(const Json& message, Instant now);
    void hear_wish(const Json& point, Instant now);
    void hear_pieces(Wishes::iterator wish, const Json& point);
};

} // namespace guichet::hub
