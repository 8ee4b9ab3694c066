// SPDX-License-Identifier: GPL-3.0-or-later
#include "call/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::call {
namespace {

constexpr std::array<std::string_view, 7> reasons{
    "none", "not-understood", "read-with-me", "screen", "document", "rights", "unwell"};
constexpr std::array<std::string_view, 3> replies{"coming", "two-minutes", "sit-down"};
constexpr std::array<std::string_view, 5> outcomes{
    "helped", "cancelled", "left", "abandoned", "interrupted"};
constexpr std::array<std::string_view, 3> declarations{"present", "busy", "absent"};
constexpr std::array<std::string_view, 3> moods{"good", "middling", "bad"};
constexpr std::array<std::string_view, 3> doers{"alone", "helped", "in-my-place"};

template <typename Word, std::size_t count>
std::optional<Word> find(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Word>(found - names.begin());
}

} // namespace

std::string_view to_name(Reason reason) {
    return reasons.at(static_cast<std::size_t>(reason));
}
std::string_view to_name(Reply reply) {
    return replies.at(static_cast<std::size_t>(reply));
}
std::string_view to_name(Outcome outcome) {
    return outcomes.at(static_cast<std::size_t>(outcome));
}
std::string_view to_name(Declared declared) {
    return declarations.at(static_cast<std::size_t>(declared));
}
std::string_view to_name(Mood mood) {
    return moods.at(static_cast<std::size_t>(mood));
}
std::string_view to_name(Doer doer) {
    return doers.at(static_cast<std::size_t>(doer));
}

std::optional<Reason> to_reason(std::string_view name) {
    return find<Reason>(reasons, name);
}
std::optional<Reply> to_reply(std::string_view name) {
    return find<Reply>(replies, name);
}
std::optional<Outcome> to_outcome(std::string_view name) {
    return find<Outcome>(outcomes, name);
}
std::optional<Declared> to_declared(std::string_view name) {
    return find<Declared>(declarations, name);
}
std::optional<Mood> to_mood(std::string_view name) {
    return find<Mood>(moods, name);
}
std::optional<Doer> to_doer(std::string_view name) {
    return find<Doer>(doers, name);
}

} // namespace guichet::call
