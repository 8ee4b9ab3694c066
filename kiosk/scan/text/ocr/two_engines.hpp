// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/pix.hpp"
#include "scan/text/ocr/engine_slot.hpp"

#include <atomic>
#include <cstddef>
#include <future>

namespace guichet::scan {

/// Calls `read` with each number below `count` and the engine it has for itself: on two threads
/// when there are so `many`, of which opening a second engine is worth it.
template <typename Read>
void read_on_two_engines(std::size_t count, std::size_t many, Read read) {
    std::atomic<std::size_t> next = 0;
    const auto read_some = [&](EngineSlot slot) {
        for (auto i = next++; i < count; i = next++)
            read(i, slot);
    };
    const Quiet quiet; // for both: one alone would wake Leptonica while the other still reads
    std::future<void> second;
    if (count >= many)
        second = std::async(std::launch::async, read_some, EngineSlot::Second);
    read_some(EngineSlot::First);
    if (second.valid())
        second.get();
}

} // namespace guichet::scan
