// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/points.hpp"

#include "hub/log.hpp"
#include "hub/secrets.hpp"
#include "hub/streams.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace guichet::hub {

SharedText make_point_event(const Json& json) {
    return make_event("point", to_text(json));
}

Points::Wishes::iterator Points::of_kiosk(const std::string& kiosk) {
    return std::ranges::find_if(m_wishes, [&](const auto& each) {
        return each.second.kiosk == kiosk;
    });
}

Points::Asked Points::ask(const Page& page, const std::string& call, Instant now) {
    const std::lock_guard lock(m_guard);
    const auto sight = m_world.look(call, page.id);
    if (!sight || sight->site != page.site)
        return {Verdict::Unknown};
    if (sight->account != page.account)
        return {Verdict::NotYours};
    if (!sight->kiosk_reachable)
        return {Verdict::OutOfReach};
    if (of_kiosk(sight->kiosk) != m_wishes.end())
        return {Verdict::Busy};
    const auto refused = m_refused.find(call);
    if (refused != m_refused.end() && now - refused->second < after_refusal)
        return {Verdict::TooSoon};
    auto id = make_token();
    m_world.tell_peers(
        {{"point",
          {{"what", "asked"},
           {"id", id},
           {"call", call},
           {"kiosk", sight->kiosk},
           {"page", page.id},
           {"account", page.account},
           {"mediator", sight->mediator}}}}
    );
    begin(id, {call, sight->kiosk, page, sight->mediator, now});
    log_event("point-asked", {{"call", call}, {"account", page.account}});
    return {Verdict::Done, std::move(id)};
}

void Points::begin(const std::string& id, Wish wish) {
    wish.page_here = m_world.tell(
        wish.page.id, make_point_event({{"id", id}, {"call", wish.call}, {"state", "asked"}})
    );
    wish.kiosk_here = m_world.tell(
        wish.kiosk, make_point_event({{"id", id}, {"what", "asked"}, {"mediator", wish.mediator}})
    );
    m_wishes.insert_or_assign(id, std::move(wish));
}

Points::Verdict Points::at(const Page& page, const std::string& id, const std::string& mark) {
    const std::lock_guard lock(m_guard);
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || wish->second.page.id != page.id)
        return Verdict::Unknown;
    if (!wish->second.agreed)
        return Verdict::NotAgreed;
    if (!wish->second.marks.contains(mark)) // only what the kiosk itself named
        return Verdict::Unknown;
    m_world.tell(
        wish->second.kiosk, make_point_event({{"id", id}, {"what", "at"}, {"mark", mark}})
    );
    m_world.tell_peers({{"point", {{"what", "at"}, {"id", id}, {"mark", mark}}}});
    return Verdict::Done;
}

Points::Verdict Points::stop(const Page& page, const std::string& id) {
    const std::lock_guard lock(m_guard);
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || wish->second.page.id != page.id)
        return Verdict::Unknown;
    finish(wish);
    return Verdict::Done;
}

Points::Verdict
Points::answer(const std::string& kiosk, const std::string& id, bool accepted, Instant now) {
    const std::lock_guard lock(m_guard);
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || wish->second.kiosk != kiosk)
        return Verdict::Unknown;
    if (wish->second.agreed && accepted)
        return Verdict::Done;
    const char* what = accepted ? "agreed" : "refused";
    m_world.tell_peers({{"point", {{"what", what}, {"id", id}}}});
    apply_answer(wish, accepted, now);
    return Verdict::Done;
}

void Points::apply_answer(Wishes::iterator wish, bool accepted, Instant now) {
    tell_page(wish, accepted ? "allowed" : "refused");
    if (accepted) {
        wish->second.agreed = true;
        return;
    }
    m_refused[wish->second.call] = now;
    m_wishes.erase(wish);
}

Points::Verdict Points::show(const std::string& kiosk, const std::string& id, const Json& marks) {
    const std::lock_guard lock(m_guard);
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || wish->second.kiosk != kiosk)
        return Verdict::Unknown;
    if (!wish->second.agreed)
        return Verdict::NotAgreed;
    apply_layout(wish, marks);
    send_pieces(id, marks);
    return Verdict::Done;
}

void Points::apply_layout(Wishes::iterator wish, const Json& marks) const {
    wish->second.marks.clear();
    for (const auto& mark : marks)
        wish->second.marks.insert(mark.at("id").get<std::string>());
    m_world.tell(
        wish->second.page.id,
        make_point_event(
            {{"id", wish->first},
             {"call", wish->second.call},
             {"state", "allowed"},
             {"layout", {{"marks", marks}}}}
        )
    );
}

Points::Verdict Points::stop_by_kiosk(const std::string& kiosk, const std::string& id) {
    const std::lock_guard lock(m_guard);
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || wish->second.kiosk != kiosk)
        return Verdict::Unknown;
    finish(wish);
    return Verdict::Done;
}

void Points::finish(Wishes::iterator wish) {
    m_world.tell_peers({{"point", {{"what", "over"}, {"id", wish->first}}}});
    apply_end(wish);
}

void Points::apply_end(Wishes::iterator wish) {
    tell_page(wish, "over");
    m_world.tell(wish->second.kiosk, make_point_event({{"id", wish->first}, {"what", "over"}}));
    m_wishes.erase(wish);
}

void Points::tell_page(Wishes::iterator wish, const char* state) const {
    m_world.tell(
        wish->second.page.id,
        make_point_event({{"id", wish->first}, {"call", wish->second.call}, {"state", state}})
    );
}

void Points::came_anew(const std::string& listener) {
    const std::lock_guard lock(m_guard);
    for (auto wish = m_wishes.begin(); wish != m_wishes.end();) {
        const auto next = std::next(wish);
        if (wish->second.page.id == listener || wish->second.kiosk == listener)
            finish(wish);
        wish = next;
    }
}

/// A line that ends is found by writing to it.
bool Points::is_alive(const Wish& wish, Instant now) const {
    const auto sight = m_world.look(wish.call, wish.page.id);
    if (!sight || sight->account != wish.page.account || !sight->kiosk_reachable ||
        !sight->page_present)
        return false;
    if (!wish.agreed && now - wish.asked >= patience)
        return false;
    const auto breath = std::make_shared<std::string>(":\n\n");
    const bool page_left = wish.page_here && !m_world.tell(wish.page.id, breath);
    return !page_left && (!wish.kiosk_here || m_world.tell(wish.kiosk, breath));
}

void Points::tick(Instant now) {
    const std::lock_guard lock(m_guard);
    std::erase_if(m_refused, [&](const auto& each) { return now - each.second >= after_refusal; });
    for (auto wish = m_wishes.begin(); wish != m_wishes.end();) {
        const auto next = std::next(wish);
        if (!is_alive(wish->second, now))
            finish(wish);
        wish = next;
    }
}

} // namespace guichet::hub
