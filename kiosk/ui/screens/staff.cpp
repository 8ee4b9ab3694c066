// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/staff.hpp"

#include "procedure/hours.hpp"
#include "ui/screens/call_words.hpp"

#include <algorithm>

namespace guichet::ui {

using call::Staff;
using i18n::tr;

void draw_staff(Frame& frame, Flow& flow, const visit::Visit& visit) {
    if (!visit.staff || visit.call.state != call::State::Quiet)
        return;
    const auto& c = frame.colours();
    const auto colour = *visit.staff == Staff::Present ? c.ok : c.ink;
    flow.space(3);
    flow.icon_words(
        "staff", {staff_words(*visit.staff), staff_icon(*visit.staff), TextRole::Body, colour}
    );
    if (*visit.staff != Staff::Nobody)
        return;
    const auto& contacts = visit.offer->contacts;
    const auto open =
        std::ranges::find_if(contacts, [](const auto& one) { return !one.hours.empty(); });
    if (open == contacts.end())
        return;
    const auto hours = procedure::show_hours(open->hours, frame.words());
    flow.icon_words(
        "staff:hours",
        {tr("D’habitude, quelqu’un est là : {hours}.").with("hours", hours),
         Icon::Clock,
         TextRole::Body,
         c.soft}
    );
}

} // namespace guichet::ui
