// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/random_word.hpp"

#include <array>
#include <cstdint>

#include <sys/random.h>

namespace guichet::app {

std::string random_word() {
    std::array<std::uint8_t, 16> bytes{};
    [[maybe_unused]] const auto got = ::getrandom(bytes.data(), bytes.size(), 0);
    std::string word;
    for (const auto byte : bytes) {
        word += "0123456789abcdef"[byte >> 4];
        word += "0123456789abcdef"[byte & 15];
    }
    return word;
}

} // namespace guichet::app
