// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line_inside.hpp"

#include <utility>

namespace guichet::app {

void HubLine::Inside::end_strangers() {
    for (const auto& id : std::exchange(strangers, {}))
        if (!open.contains(id))
            outbox.add({id, call::Errand::End{call::Outcome::Interrupted}});
}

void HubLine::Inside::pass_on(const HubCall& call) {
    {
        const std::lock_guard lock(guard);
        if (!open.contains(call.id))
            return;
        open[call.id] = false;
    }
    for (const auto& report : to_reports(call))
        tell.report(call.id, report);
}

void HubLine::Inside::on_event(const net::ServerEvent& event) {
    const auto news = to_hub_news(event);
    if (!news)
        return;
    {
        const std::lock_guard lock(guard);
        lost_since.reset();
        said_lost = false;
        if (event.name == "hello")
            for (const auto& call : news->calls)
                if (!open.contains(call.id))
                    strangers.push_back(call.id);
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
    if (line == net::Line::Open)
        outbox.hurry();
    else if (!lost_since)
        lost_since = now();
    bell.notify_all();
}

} // namespace guichet::app
