// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guichet::bench {

using Moment = std::chrono::steady_clock::time_point;

/// What a protocol says and understands, so that the same crowd can use a hub or a broker.
class Speech {
public:
    Speech() = default;
    Speech(const Speech&) = delete;
    Speech& operator=(const Speech&) = delete;
    virtual ~Speech() = default;

    /// How many connections one kiosk or one page keeps: the first listens, the last speaks.
    virtual int lines_each() const = 0;
    /// Said when a line opens; empty: nothing.
    virtual std::string hello(bool is_kiosk, int who, bool listens) const = 0;
    virtual std::string beat(bool is_kiosk, int who) const = 0;
    virtual std::string call(int kiosk, const std::string& id) const = 0;
    virtual std::string acknowledge(int console, const std::string& id) const = 0;
    virtual std::string end(int kiosk, const std::string& id) const = 0;
    /// Takes whole messages out of `bytes`: `heard` for each new call among them. What must be
    /// answered at once comes back.
    virtual std::string
    read(std::string& bytes, const std::function<void(const std::string&)>& heard) const = 0;
};

/// How many, on how many sites.
struct Size {
    int kiosks{};
    int consoles{};
    int sites{};
};

/// What a load was like.
struct Figures {
    std::vector<double> delays_ms{}; ///< from the press to each console of the site, sorted
    long expected{};                 ///< deliveries there should have been
    long broken{};                   ///< connections that were lost
    double cpu{};                    ///< cores used
    double memory_mb{};              ///< resident at the end
};

/// Connects everybody to `port`, lets them live for `seconds` while kiosks are pressed
/// `calls_a_second` times, and looks at the server's process. One thread, loopback.
Figures run_crowd(
    const Speech& speech,
    const Size& size,
    std::uint16_t port,
    int server,
    std::pair<double, double> seconds_and_rate
);

/// The p-th part of sorted values.
double part(const std::vector<double>& sorted, double p);

} // namespace guichet::bench
