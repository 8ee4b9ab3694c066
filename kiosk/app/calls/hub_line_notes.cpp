// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/hub_line_notes.hpp"

#include "app/calls/hub_line_words.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace guichet::app {

namespace {

constexpr std::chrono::seconds again_after{1};
/// A screen that moves is told four times a second: enough to follow it.
constexpr std::chrono::milliseconds layout_every{250};

/// Somebody may see it otherwise another time.
bool try_again(const Result<net::Reply>& reply) {
    return reply && (reply->status / 100 == 5 || reply->status == 401 || reply->status == 429);
}

bool kept(const Result<net::Reply>& reply) {
    return reply && reply->status / 100 == 2;
}

} // namespace

void Notes::add(const call::PointErrand& errand) {
    Note note{.request = to_request(errand), .point = errand.id};
    note.stops = std::holds_alternative<call::PointErrand::Stop>(errand.what);
    note.shows = std::holds_alternative<call::PointErrand::Shown>(errand.what);
    if (note.stops) {
        forget(errand.id);
        m_next = {};
    }
    // Of two screens that wait, only the later one is true.
    std::erase_if(m_waiting, [&](const Note& each) {
        return each.request.path == note.request.path && each.point == note.point;
    });
    m_waiting.push_back(std::move(note));
}

void Notes::add(const call::Activity& activity) {
    m_waiting.push_back({.request = to_request(activity)});
}

std::optional<Notes::Note> Notes::take(Instant now) {
    const auto due = next_wake();
    if (!due || now < *due)
        return std::nullopt;
    auto note = std::move(m_waiting.front());
    m_waiting.pop_front();
    return note;
}

std::optional<std::string> Notes::sent(Note note, const Result<net::Reply>& reply, Instant now) {
    m_next = {};
    if (note.shows)
        m_next_layout = now + layout_every;
    if (kept(reply))
        return std::nullopt;
    const bool counts = note.point.empty();
    const bool never_left = !reply && reply.error().kind == Error::Kind::Unreachable;
    const bool again = counts ? never_left || try_again(reply) : note.stops && !reply;
    if (again || (note.stops && try_again(reply))) {
        m_next = now + again_after;
        m_waiting.push_front(std::move(note));
        return std::nullopt;
    }
    if (counts || note.stops)
        return std::nullopt;
    forget(note.point);
    add(call::PointErrand{note.point, call::PointErrand::Stop{}});
    return note.point;
}

std::optional<Instant> Notes::next_wake() const {
    if (m_waiting.empty())
        return std::nullopt;
    return m_waiting.front().shows ? std::max(m_next, m_next_layout) : m_next;
}

void Notes::forget(const std::string& point) {
    std::erase_if(m_waiting, [&](const Note& each) { return each.point == point; });
}

} // namespace guichet::app
