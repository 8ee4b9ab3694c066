// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/streams.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace guichet::hub {
namespace {

constexpr std::ptrdiff_t most_of_one = 8;

bool same_owner(const Listener& one, const Listener& other) {
    return one.account == other.account && (!one.is_kiosk() || one.id == other.id);
}

} // namespace

void Streams::add(Listener listener) {
    const auto mine = [&](const Listener& each) { return same_owner(each, listener); };
    if (std::ranges::count_if(m_listeners, mine) >= most_of_one) {
        const auto oldest = std::ranges::find_if(m_listeners, mine);
        oldest->stream->close();
        m_listeners.erase(oldest);
    }
    m_listeners.push_back(std::move(listener));
}

void Streams::tell(
    const std::function<bool(const Listener&)>& whom,
    const std::function<SharedText(const Listener&)>& text
) {
    std::erase_if(m_listeners, [&](const Listener& each) {
        return whom(each) && !each.stream->send(text(each));
    });
}

bool Streams::tell_one(const std::string& id, const SharedText& text) {
    bool told = false;
    std::erase_if(m_listeners, [&](const Listener& each) {
        const bool sent = each.id == id && each.stream->send(text);
        told = told || sent;
        return each.id == id && !sent;
    });
    return told;
}

void Streams::drop(const std::function<bool(const Listener&)>& whom) {
    std::erase_if(m_listeners, [&](const Listener& each) {
        if (!whom(each))
            return false;
        each.stream->close();
        return true;
    });
}

void Streams::ping() {
    auto text = std::make_shared<std::string>(":\n\n");
    tell([](const Listener&) { return true; }, [&](const Listener&) { return text; });
}

std::size_t Streams::kiosks() const {
    return static_cast<std::size_t>(std::ranges::count_if(m_listeners, &Listener::is_kiosk));
}

std::size_t Streams::consoles() const {
    return m_listeners.size() - kiosks();
}

SharedText make_event(std::string_view name, std::string_view json) {
    auto text = std::make_shared<std::string>("event: ");
    *text += name;
    *text += "\ndata: ";
    *text += json;
    *text += "\n\n";
    return text;
}

} // namespace guichet::hub
