// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace guichet {

/// What one process tells another: a JSON text, and bytes that would be wasteful in it (a picture,
/// a PDF).
struct Packet {
    std::string json;
    std::string blob;
};

/// One end of a socket pair between two of our processes. Each packet travels as two 32-bit
/// little-endian lengths followed by the JSON text and the blob; over 256 MiB is refused as
/// Invalid.
class Channel {
public:
    /// Takes the descriptor over.
    explicit Channel(int fd);
    ~Channel();
    Channel(Channel&& other) noexcept;
    Channel& operator=(Channel&& other) noexcept;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// Both ends, close-on-exec.
    static Result<std::pair<Channel, Channel>> create();

    /// Blocks until all is written. Unreachable when the other end is gone; never raises SIGPIPE.
    Result<void> send(const Packet& packet) const;

    /// Waits at most `patience` (nullopt: for ever). TimedOut, Unreachable (other end gone) or
    /// Invalid.
    Result<Packet> receive(std::optional<std::chrono::milliseconds> patience);

    /// For poll(); owned by this object.
    int descriptor() const { return m_fd; }

private:
    int m_fd;
    std::string m_received; ///< the beginning of a packet not yet whole
};

} // namespace guichet
