// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/log.hpp"
#include "hub/points.hpp"
#include "hub/secrets.hpp"

#include <cstddef>
#include <utility>

namespace guichet::hub {
namespace {

/// Peers carry 7,000 bytes at most: a layout goes in pieces.
constexpr std::size_t longest_piece = 5000;

} // namespace

void Points::send_pieces(const std::string& id, const Json& marks) const {
    const auto layout = make_token();
    auto piece = Json::array();
    std::size_t size = 0;
    const auto send = [&](bool last) {
        m_world.tell_peers(
            {{"point",
              {{"what", "layout"}, {"id", id}, {"of", layout}, {"marks", piece}, {"last", last}}}}
        );
        piece = Json::array();
        size = 0;
    };
    for (const auto& mark : marks) {
        const auto length = to_text(mark).size();
        if (size + length > longest_piece)
            send(false);
        piece.push_back(mark);
        size += length;
    }
    send(true);
}

void Points::hear_peer(const std::string& json, Instant now) {
    if (json.find("\"point\"") == std::string::npos) // most of what peers tell is not for us
        return;
    const std::lock_guard lock(m_guard);
    try {
        for (const auto& message : Json::parse(json))
            hear(message, now);
    } catch (const Json::exception&) {
        log_event("peer-not-understood"); // a hub of another version
    }
}

void Points::hear(const Json& message, Instant now) {
    if (!message.contains("point"))
        return;
    const auto& point = message.at("point");
    const auto what = point.at("what").get<std::string>();
    if (what == "asked")
        return hear_wish(point, now);
    const auto id = point.at("id").get<std::string>();
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end()) {
        // Ended here while the hubs did not hear each other: the other end must not go on alone.
        if (what != "over")
            m_world.tell_peers({{"point", {{"what", "over"}, {"id", id}}}});
        return;
    }
    if (what == "agreed" || what == "refused")
        apply_answer(wish, what == "agreed", now);
    else if (what == "over")
        apply_end(wish);
    else if (what == "layout")
        hear_pieces(wish, point);
    else if (what == "at")
        m_world.tell(
            wish->second.kiosk,
            make_point_event({{"id", wish->first}, {"what", "at"}, {"mark", point.at("mark")}})
        );
}

/// Two hubs may each let one in at the same moment: everywhere the one with the smaller id stays.
void Points::hear_wish(const Json& point, Instant now) {
    const auto id = point.at("id").get<std::string>();
    Wish wish{
        .call = point.at("call").get<std::string>(),
        .kiosk = point.at("kiosk").get<std::string>(),
        .page = {point.at("page").get<std::string>(), point.at("account").get<std::string>(), {}},
        .mediator = point.at("mediator").get<std::string>(),
        .asked = now};
    if (const auto other = of_kiosk(wish.kiosk); other != m_wishes.end()) {
        if (other->first < id) {
            m_world.tell(
                wish.page.id, make_point_event({{"id", id}, {"call", wish.call}, {"state", "over"}})
            );
            return;
        }
        apply_end(other);
    }
    begin(id, std::move(wish));
}

void Points::hear_pieces(Wishes::iterator wish, const Json& point) {
    auto& pieces = wish->second.pieces;
    const auto of = point.at("of").get<std::string>();
    if (wish->second.pieces_of != of) {
        wish->second.pieces_of = of;
        pieces = Json::array();
    }
    for (const auto& mark : point.at("marks"))
        pieces.push_back(mark);
    if (point.at("last").get<bool>())
        apply_layout(wish, pieces);
}

} // namespace guichet::hub
