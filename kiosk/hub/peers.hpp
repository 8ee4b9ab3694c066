// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <functional>
#include <memory>
#include <string>

namespace guichet::hub {

/// The other hub processes on one PostgreSQL: what each tells, the others hear (LISTEN/NOTIFY),
/// as JSON texts of at most 7,000 bytes. What is told while the database is away is lost, and a
/// killed peer may not have told what it kept: `again`, every 2 s, says to read everything anew.
/// Both functions are called in a thread of its own.
class Peers {
public:
    struct Hear {
        std::function<void(const std::string& json)> one;
        std::function<void()> again;
    };

    static Result<std::unique_ptr<Peers>> connect(const std::string& url, Hear hear);
    ~Peers();
    Peers(const Peers&) = delete;
    Peers& operator=(const Peers&) = delete;

    /// Never waits.
    void tell(std::string json);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;

    explicit Peers(std::unique_ptr<Inside> inside);
};

} // namespace guichet::hub
