// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace guichet {

/// Why something outside our control did not work. `kind` decides what the person is told
/// (there is one message per kind in locales/); `detail` goes to the log and never on screen,
/// and never holds a person's data.
struct Error {
    enum class Kind {
        NotFound,
        Unreadable, ///< damaged, or not what it claims to be
        Invalid,
        Empty,      ///< a file, page or document with nothing in it
        Protected,  ///< locked by a password
        TooLarge,   ///< over a limit checked before decoding
        NoDevice,   ///< no scanner, camera or printer answers
        Jammed,     ///< paper jam or open cover
        OutOfPaper, ///< printer without paper, feeder without sheets
        Full,       ///< no room left on the disk
        Unreachable,
        Refused,
        TimedOut,
        Crashed, ///< the child process doing the work ended
        Cancelled,
    };

    Kind kind;
    std::string detail;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline auto fail(Error::Kind kind, std::string detail) {
    return tl::unexpected(Error{kind, std::move(detail)});
}

} // namespace guichet
