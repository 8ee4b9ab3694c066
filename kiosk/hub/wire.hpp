// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.hpp"
#include "call/presence.hpp"
#include "call/ticket.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace guichet::hub {

std::string_view to_name(call::Staff staff);

/// A call as its kiosk sees it.
Json kiosk_call_json(const call::Ticket& ticket);

/// 1 to 64 of A-Z a-z 0-9 _ -: ids and words between processes. Nothing a person typed is one.
bool is_id(std::string_view text);

/// Takes known fields out of a request's body and remembers whether one was wrong. Fields nobody
/// asks for are never read.
class Body {
public:
    /// An empty text is an empty object; anything but an object is wrong.
    explicit Body(const std::string& text);

    bool is_right() const { return m_right; }
    /// Absent: empty. Longer than `longest` is wrong.
    std::string text(const char* key, std::size_t longest);
    /// An is_id(), or absent.
    std::string word(const char* key);
    std::vector<std::string> words(const char* key, std::size_t most);
    /// Any short texts.
    std::vector<std::string> texts(const char* key, std::size_t most);
    /// Null, and wrong: absent or longer.
    const Json* list(const char* key, std::size_t most);
    bool truth(const char* key);
    std::int64_t number(const char* key, std::int64_t most);
    bool has(const char* key) const { return m_json.contains(key); }

    /// A field that must be there and one of the names `convert` knows.
    template <typename Word>
    Word one_of(const char* key, std::optional<Word> (*convert)(std::string_view)) {
        const auto found = convert(text(key, 64));
        m_right = m_right && found.has_value();
        return found.value_or(Word{});
    }

private:
    Json m_json{};
    bool m_right{true};

    /// Null when it is absent; wrong when it is of another type.
    const Json* find(const char* key, bool (*fits)(const Json&));
};

} // namespace guichet::hub
