// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protocol/protocol.hpp"

#include "app/protocol/corners_json.hpp"
#include "app/protocol/protocol_json.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

using enum Error::Kind;
constexpr std::array<std::pair<Error::Kind, std::string_view>, 15> kinds{{
    {NotFound, "NotFound"},
    {Unreadable, "Unreadable"},
    {Invalid, "Invalid"},
    {Empty, "Empty"},
    {Protected, "Protected"},
    {TooLarge, "TooLarge"},
    {NoDevice, "NoDevice"},
    {Jammed, "Jammed"},
    {OutOfPaper, "OutOfPaper"},
    {Full, "Full"},
    {Unreachable, "Unreachable"},
    {Refused, "Refused"},
    {TimedOut, "TimedOut"},
    {Crashed, "Crashed"},
    {Cancelled, "Cancelled"},
}};

constexpr std::array<std::pair<VisitSays, std::string_view>, 3> visit_words{
    {{VisitSays::Ready, "ready"}, {VisitSays::Shown, "shown"}, {VisitSays::Alive, "alive"}}};
constexpr std::array<std::pair<KeeperSays, std::string_view>, 2> keeper_words{
    {{KeeperSays::Show, "show"}, {KeeperSays::Ping, "ping"}}};

/// `words` names every value there is.
template <typename Said, std::size_t count>
std::string_view
to_word(const std::array<std::pair<Said, std::string_view>, count>& words, Said said) {
    return std::ranges::find(words, said, &std::pair<Said, std::string_view>::first)->second;
}

template <typename Said, std::size_t count>
Result<Said> from_word(
    const std::array<std::pair<Said, std::string_view>, count>& words, std::string_view said
) {
    const auto* found = std::ranges::find(words, said, &std::pair<Said, std::string_view>::second);
    if (found == words.end())
        return fail(Invalid, "a keeper and its visit do not say that");
    return found->first;
}

Packet word(const char* key, std::string_view said) {
    return {to_text(Json{{key, said}}), {}};
}

Json from_outcome(const Result<void>& outcome) {
    if (outcome)
        return {{"says", "done"}};
    return {{"says", "failed"}, {"why", to_name(outcome.error().kind)}};
}

Json to_json(const PrintJob& work) {
    return {{"do", "print"}, {"name", work.printer.name}, {"server", work.printer.server}};
}

Json to_json(const SaveJob& work) {
    return {{"do", "save"}, {"file", work.file.string()}};
}

std::string blob_of(const PrintJob& work) {
    return work.pdf;
}
std::string blob_of(const SaveJob& work) {
    return work.pdf;
}

} // namespace

std::string_view to_name(Error::Kind kind) {
    const auto* found = std::ranges::find(kinds, kind, &decltype(kinds)::value_type::first);
    return found == kinds.end() ? "Crashed" : found->second;
}

Error::Kind to_kind(std::string_view name) {
    const auto* found = std::ranges::find(kinds, name, &decltype(kinds)::value_type::second);
    return found == kinds.end() ? Crashed : found->first;
}

Packet to_packet(VisitSays said) {
    return word("says", to_word(visit_words, said));
}

Packet to_packet(KeeperSays said) {
    return word("do", to_word(keeper_words, said));
}

Result<VisitSays> to_visit_says(const Packet& packet) {
    return reading<VisitSays>(packet, [](const Json& json) -> Result<VisitSays> {
        return from_word(visit_words, json.at("says").get_ref<const std::string&>());
    });
}

Result<KeeperSays> to_keeper_says(const Packet& packet) {
    return reading<KeeperSays>(packet, [](const Json& json) -> Result<KeeperSays> {
        return from_word(keeper_words, json.at("do").get_ref<const std::string&>());
    });
}

Packet to_packet(int job, const ReadJob& work) {
    Json json{
        {"job", job},
        {"kinds", work.kinds},
        {"source", static_cast<int>(work.scanner.kind)},
        {"path", work.scanner.path.string()},
        {"device", work.scanner.device},
        {"dpi", work.scanner.dpi},
        {"settings", work.scanner.settings},
        {"picture", work.picture},
        {"certificates", work.trust.folder.string()},
        {"test_certificates", work.trust.tests == scan::TestAuthorities::Allowed}};
    if (work.corners)
        json["corners"] = corners_to_json(*work.corners);
    return {to_text(json), {}};
}

Packet to_shot_packet(int job) {
    return {to_text(Json{{"job", job}, {"do", "shoot"}}), {}};
}

bool is_shot(const Packet& packet) {
    return reading<bool>(
               packet, [](const Json& json) -> Result<bool> { return json.at("do") == "shoot"; }
    ).value_or(false);
}

Result<ReadJob> to_read_job(const Packet& packet) {
    return reading<ReadJob>(packet, [](const Json& json) -> Result<ReadJob> {
        const int source = json.at("source").get<int>();
        if (source < 0 || source > static_cast<int>(scan::Scanner::Kind::Camera))
            return fail(Invalid, "no such scanner");
        ReadJob work;
        work.scanner.kind = static_cast<scan::Scanner::Kind>(source);
        work.scanner.path = json.at("path").get<std::string>();
        work.scanner.device = json.at("device").get<std::string>();
        work.scanner.dpi = json.at("dpi").get<int>();
        json.at("settings").get_to(work.scanner.settings);
        work.kinds = json.at("kinds").get<std::vector<std::string>>();
        work.trust.folder = json.at("certificates").get<std::string>();
        if (json.at("test_certificates").get<bool>())
            work.trust.tests = scan::TestAuthorities::Allowed;
        work.picture = json.at("picture").get<int>();
        work.corners = corners_in(json);
        if (json.contains("corners") && !work.corners)
            return fail(Invalid, "no corners of a sheet");
        return work;
    });
}

Packet to_packet(int job, const CourierJob& work) {
    auto json = std::visit([](const auto& each) { return to_json(each); }, work);
    json["job"] = job;
    return {to_text(json), std::visit([](const auto& each) { return blob_of(each); }, work)};
}

Result<CourierJob> to_courier_job(const Packet& packet) {
    return reading<CourierJob>(packet, [&](const Json& json) -> Result<CourierJob> {
        const auto text = [&](const char* key) { return json.at(key).get<std::string>(); };
        const auto what = text("do");
        if (what == "print")
            return PrintJob{{text("name"), text("server")}, packet.blob};
        if (what == "save")
            return SaveJob{text("file"), packet.blob};
        return fail(Invalid, "no such job");
    });
}

Packet to_packet(int job, const CourierSays& news) {
    auto json = from_outcome(news.outcome);
    json["job"] = job;
    return {to_text(json), {}};
}

Result<CourierSays> to_courier_says(const Packet& packet) {
    return reading<CourierSays>(packet, [](const Json& json) -> Result<CourierSays> {
        if (json.at("says") == "done")
            return CourierSays{{}};
        const auto why = to_kind(json.at("why").get<std::string>());
        return CourierSays{fail(why, "the courier could not")};
    });
}

int job_of(const Packet& packet) {
    const auto json = parse_json(packet.json);
    if (!json || !json->is_object())
        return 0;
    const auto job = json->find("job");
    return job != json->end() && job->is_number_integer() ? job->get<int>() : 0;
}

} // namespace guichet::app
