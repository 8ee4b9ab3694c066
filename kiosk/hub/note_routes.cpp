// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/routes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::hub {
namespace {

using Answer = std::optional<HttpResponse>;

/// What can be said of the place by itself.
constexpr std::array<std::string_view, 3> things{"printer", "paper", "queue"};
constexpr std::size_t longest_note = 140; ///< letters
constexpr std::size_t bytes_of_a_letter = 4;

std::size_t letters(const std::string& text) {
    constexpr unsigned goes_on = 0x80U; // UTF-8
    constexpr unsigned mask = 0xC0U;
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned char>(byte) & mask) != goes_on;
    }));
}

Answer read_note(Context& context) {
    const auto note = context.services.store.place_note(context.who.account.site, context.now);
    if (!note)
        return unavailable();
    Json json{{"longest", longest_note}};
    if (*note)
        json["note"] = {
            {"by", (*note)->by},
            {"age_s", (context.now - (*note)->written) / std::chrono::seconds(1)},
            {"things", (*note)->things},
            {"text", (*note)->text}};
    return json_answer(200, json);
}

Answer write_note(Context& context) {
    const auto& account = context.who.account;
    PlaceNote note{.site = account.site, .by = account.shown, .written = context.now};
    note.things = context.body.words("things", things.size());
    note.text = context.body.text("text", longest_note * bytes_of_a_letter);
    const bool is_known = std::ranges::all_of(note.things, [](const std::string& thing) {
        return std::ranges::find(things, thing) != things.end();
    });
    if (!context.body.is_right() || !is_known || letters(note.text) > longest_note)
        return refuse(400, "invalid");
    return context.services.store.put(note) ? no_content() : unavailable();
}

constexpr std::array table{
    Route{"GET", "/api/v1/console/note", Who::Console, read_note},
    Route{"POST", "/api/v1/console/note", Who::Console, write_note},
};

} // namespace

std::span<const Route> note_routes() {
    return table;
}

} // namespace guichet::hub
