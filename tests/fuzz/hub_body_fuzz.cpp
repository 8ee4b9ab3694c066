// SPDX-License-Identifier: GPL-3.0-or-later
// What kiosks and consoles post: whatever it is, only short known words come out of it.
#include "hub/activity.hpp"
#include "hub/wire.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace guichet::hub;

void must(bool holds) {
    if (!holds)
        std::abort();
}

void read_call(const std::string& bytes) {
    Body body(bytes);
    const auto id = body.word("id");
    const auto needs = body.words("needs", 8);
    const auto waited = body.number("waited_ms", 86'400'000);
    const auto reason = body.one_of("reason", guichet::call::to_reason);
    const auto urgent = body.truth("urgent");
    must(id.empty() || is_id(id));
    must(needs.size() <= 8 && std::ranges::all_of(needs, is_id));
    must(waited >= 0 && waited <= 86'400'000);
    must(guichet::call::to_reason(guichet::call::to_name(reason)) == reason);
    if (!body.is_right())
        return;
    // What was taken is all there is: written again it is read as the same.
    const guichet::Json again{
        {"id", id}, {"needs", needs}, {"waited_ms", waited}, {"urgent", urgent}};
    Body second(guichet::to_text(again));
    must(second.word("id") == id && second.words("needs", 8) == needs);
    must(second.number("waited_ms", waited) == waited && second.truth("urgent") == urgent);
    must(second.is_right());
}

void read_page(const std::string& bytes) {
    Body body(bytes);
    const auto rooms = body.texts("rooms", 8);
    must(rooms.size() <= 8 && std::ranges::all_of(rooms, [](const auto& room) {
             return room.size() <= 64;
         }));
    must(body.text("password", 256).size() <= 256);
    for (const auto teller : {Teller::Kiosk, Teller::Mediator}) {
        Body told(bytes);
        const auto activity = read_activity(told, teller);
        must(!activity || (activity->minutes >= 0 && activity->minutes % 15 == 0));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read_call(bytes);
    read_page(bytes);
    return 0;
}
