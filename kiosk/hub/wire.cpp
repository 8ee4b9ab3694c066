// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/wire.hpp"

#include <algorithm>
#include <array>

namespace guichet::hub {
namespace {

std::string_view state_of(const call::Ticket& ticket) {
    if (ticket.ended)
        return "ended";
    if (ticket.here)
        return "here";
    if (ticket.claim)
        return "claimed";
    return ticket.acknowledged ? "received" : "stored";
}

bool is_text(const Json& json) {
    return json.is_string();
}
bool is_list(const Json& json) {
    return json.is_array();
}
bool is_truth(const Json& json) {
    return json.is_boolean();
}
bool is_whole(const Json& json) {
    return json.is_number_integer();
}

} // namespace

std::string_view to_name(call::Staff staff) {
    constexpr std::array<std::string_view, 3> names{"nobody", "busy", "present"};
    return names.at(static_cast<std::size_t>(staff));
}

Json kiosk_call_json(const call::Ticket& ticket) {
    Json json{{"id", ticket.request.id}, {"state", state_of(ticket)}};
    if (ticket.claim && !ticket.ended)
        json["mediator"] = ticket.claim->who.name;
    if (ticket.reply && !ticket.ended)
        json["reply"] = call::to_name(*ticket.reply);
    return json;
}

bool is_id(std::string_view text) {
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, fits);
}

Body::Body(const std::string& text) {
    auto json = parse_json(text.empty() ? "{}" : text);
    m_right = json && json->is_object();
    m_json = m_right ? std::move(*json) : Json::object();
}

const Json* Body::find(const char* key, bool (*fits)(const Json&)) {
    const auto found = m_json.find(key);
    if (found == m_json.end())
        return nullptr;
    if (fits(*found))
        return &*found;
    m_right = false;
    return nullptr;
}

std::string Body::text(const char* key, std::size_t longest) {
    const auto* found = find(key, is_text);
    if (found == nullptr)
        return {};
    auto text = found->get<std::string>();
    if (text.size() <= longest)
        return text;
    m_right = false;
    return {};
}

std::string Body::word(const char* key) {
    auto text = this->text(key, 64);
    if (text.empty() || is_id(text))
        return text;
    m_right = false;
    return {};
}

std::vector<std::string> Body::texts(const char* key, std::size_t most) {
    std::vector<std::string> texts;
    const auto* found = find(key, is_list);
    if (found == nullptr)
        return texts;
    m_right = m_right && found->size() <= most;
    for (const auto& each : *found) {
        if (!m_right || !each.is_string() || each.get_ref<const std::string&>().size() > 64) {
            m_right = false;
            return {};
        }
        texts.push_back(each.get<std::string>());
    }
    return texts;
}

std::vector<std::string> Body::words(const char* key, std::size_t most) {
    auto words = texts(key, most);
    m_right = m_right && std::ranges::all_of(words, is_id);
    return m_right ? words : std::vector<std::string>{};
}

const Json* Body::list(const char* key, std::size_t most) {
    const auto* found = find(key, is_list);
    m_right = m_right && found != nullptr && found->size() <= most;
    return m_right ? found : nullptr;
}

bool Body::truth(const char* key) {
    const auto* found = find(key, is_truth);
    return found != nullptr && found->get<bool>();
}

std::int64_t Body::number(const char* key, std::int64_t most) {
    const auto* found = find(key, is_whole);
    if (found == nullptr)
        return 0;
    if (found->is_number_unsigned() &&
        found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most))
        return found->get<std::int64_t>();
    m_right = false;
    return 0;
}

} // namespace guichet::hub
