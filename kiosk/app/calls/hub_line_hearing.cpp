// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line_inside.hpp"

#include <algorithm>
#include <utility>

namespace guichet::app {

void HubLine::Inside::end_strangers() {
    for (const auto& id : std::exchange(strangers, {}))
        if (!open.contains(id))
            outbox.add({id, call::Errand::End{call::Outcome::Interrupted}});
}

/// `heard`: only when the hub has not spoken of it more often meanwhile.
void HubLine::Inside::pass_on(const HubCall& call, std::optional<int> heard) {
    const std::lock_guard ordered(in_order);
    {
        const std::lock_guard lock(guard);
        const auto found = open.find(call.id);
        if (found == open.end() || (heard && *heard != found->second.heard))
            return;
        found->second.said_lost = false;
        ++found->second.heard;
    }
    for (const auto& report : to_reports(call))
        tell.report(call.id, report);
}

/// The first word of each connection: all that is true now.
void HubLine::Inside::welcome(const HubNews& news) {
    lost_since.reset();
    said_lost = false;
    coming_anew = false;
    for (const auto& call : news.calls)
        if (!open.contains(call.id))
            strangers.push_back(call.id);
    for (const auto& [id, call] : open) {
        const bool known = std::ranges::count(news.calls, id, &HubCall::id) != 0;
        if (!known && !call.here && !outbox.opens(id))
            outbox.add({id, call.opening}); // the hub forgot it, or has not heard of it yet
    }
}

void HubLine::Inside::on_event(const net::ServerEvent& event) {
    const auto news = to_hub_news(event);
    if (!news)
        return;
    {
        const std::lock_guard lock(guard);
        if (event.name == "hello")
            welcome(*news);
        else
            note_alive();
        if (settles)
            end_strangers();
    }
    bell.notify_all();
    if (news->staff)
        tell.staff(*news->staff);
    if (news->point)
        tell.point(*news->point);
    for (const auto& call : news->calls)
        pass_on(call);
}

void HubLine::Inside::on_line(net::Line line) {
    const std::lock_guard lock(guard);
    line_open = line == net::Line::Open;
    coming_anew = false;
    if (line_open)
        outbox.hurry();
    else if (!lost_since)
        lost_since = now();
    bell.notify_all();
}

} // namespace guichet::app
