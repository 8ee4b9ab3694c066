// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/names.hpp"
#include "scenarios/perform_lines.hpp"

#include <map>
#include <optional>

namespace guichet::scenarios {
namespace {

namespace happened = visit::happened;

/// "console code_right 4829": what the hub says of a code given at the kiosk.
bool report_code(Stage& stage, const std::string& what, Words& words) {
    if (what != "code_right" && what != "code_wrong")
        return false;
    const call::Errand errand{stage.visit().call.request.id, call::Errand::Here{words.next()}};
    if (what == "code_right")
        stage.happen(happened::CallKept{errand});
    else
        stage.happen(happened::CallRefused{errand});
    return true;
}

/// "console asks_to_point Nadia", "console points_at continue", "console stops_pointing".
bool report_pointing(Stage& stage, const std::string& what, Words& words) {
    const std::string id = "point-1";
    if (what == "asks_to_point")
        stage.happen(happened::PointTold{{id, call::PointNews::Asked{words.rest()}}});
    else if (what == "points_at")
        stage.happen(happened::PointTold{{id, call::PointNews::At{words.rest()}}});
    else if (what == "stops_pointing")
        stage.happen(happened::PointTold{{id, call::PointNews::Over{}}});
    else
        return false;
    return true;
}

/// "console staff present", or `unknown` when the hub is out of reach.
void report_staff(Stage& stage, Words& words) {
    const std::map<std::string, std::optional<call::Staff>> all{
        {"present", call::Staff::Present},
        {"busy", call::Staff::Busy},
        {"nobody", call::Staff::Nobody},
        {"unknown", std::nullopt}};
    const auto found = all.find(words.next());
    if (found == all.end())
        throw Mismatch("staff is present, busy, nobody or unknown");
    stage.happen(happened::StaffSeen{found->second});
}

} // namespace

void report_call(Stage& stage, Words& words) {
    const auto what = words.next();
    if (report_code(stage, what, words) || report_pointing(stage, what, words))
        return;
    if (what == "staff")
        return report_staff(stage, words);
    call::Report report;
    if (what == "acknowledged")
        report = call::Acknowledged{};
    else if (what == "claimed")
        report = call::Claimed{words.next()};
    else if (what == "released")
        report = call::Released{};
    else if (what == "unreachable")
        report = call::Unreachable{};
    else if (what == "replied")
        report = call::Replied{known(call::to_reply(words.next()), "reply")};
    else
        throw Mismatch("a call is acknowledged, claimed, released, replied or unreachable");
    stage.happen(happened::CallReported{.report = report});
}

} // namespace guichet::scenarios
