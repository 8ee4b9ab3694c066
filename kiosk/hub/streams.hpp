// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/http.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::hub {

/// One open page or kiosk that is told what happens.
struct Listener {
    std::string site{};
    std::string id{};      ///< the kiosk, or the console on the board
    std::string account{}; ///< empty: a kiosk
    std::string session{}; ///< what lets it in: a page's, or the print of a kiosk's key
    std::shared_ptr<EventStream> stream{};

    bool is_kiosk() const { return account.empty(); }
};

/// Everybody who is told what happens. Not safe from several threads: the desk guards it.
class Streams {
public:
    /// One kiosk or mediator keeps the newest few of its streams.
    void add(Listener listener);
    /// Tells those that `text` gives something for; who does not listen any more is dropped.
    void tell(
        const std::function<bool(const Listener&)>& whom,
        const std::function<SharedText(const Listener&)>& text
    );
    /// False: nobody of that id listens any more.
    bool tell_one(const std::string& id, const SharedText& text);
    void drop(const std::function<bool(const Listener&)>& whom);
    /// Keeps lines open and finds those that are cut.
    void ping();
    std::size_t kiosks() const;
    std::size_t consoles() const;

private:
    std::vector<Listener> m_listeners{};
};

/// `event: name`, `data: json`.
SharedText make_event(std::string_view name, std::string_view json);

} // namespace guichet::hub
