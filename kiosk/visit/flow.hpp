// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/turn.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::visit {

// What the concerns of a visit ask of each other. Private to this folder.

/// Changes the screen and forgets what was said about the one before.
void show(Turn& turn, Screen screen);
/// Shows the question at `path`, which is on the route, with what was typed or answered before.
void ask(Turn& turn, const procedure::Path& path);
/// Goes on after the question at `after` (empty: from the start): an exit, a question, or the check
/// page.
void follow(Turn& turn, const procedure::Path& after);
/// Goes on from the question on screen, which is answered: inside an item of a list, or `follow`.
void proceed(Turn& turn);
/// Goes back from the question on screen.
void retreat(Turn& turn);
/// Makes the route anew after a change of the answers.
void refresh(Visit& visit);

/// Continue on a question: takes the draft as its answer, or says what to do.
void answer(Turn& turn);
/// Keeps `value` as the answer of the question on screen.
void keep(Turn& turn, const procedure::Value& value);
/// Keeps it and goes on, unless a rule speaks against it: then says so and leaves `draft` on
/// screen.
void settle(Turn& turn, const procedure::Value& value, const procedure::Draft& draft);
/// Continue on the list of items.
void leave_items(Turn& turn);
/// Removes an item and what was typed in it.
void remove_item(Visit& visit, std::string_view list, int item);
/// Fills `matches` for what is typed in the question on screen.
void find_matches(Visit& visit);

/// Opens the scanner for the question at `path`, which may be empty.
void open_scan(Turn& turn, const procedure::Path& path, std::vector<std::string> kinds);
/// Leaves the scanner for where it was opened.
void close_scan(Turn& turn);
/// Continue on the scanner's screen.
void go_on_from_scan(Turn& turn);
/// Back from the scanner's screen.
void go_back_from_scan(Turn& turn);
void enter(Turn& turn, Scanning::State state);
/// Back from the confirm screen, with nothing agreed to.
void leave_confirm(Turn& turn);
/// Has a picture taken, or the one on show read again with `corners`.
void start_scan(Turn& turn, const std::optional<Corners>& corners);
/// Back from saying where the corners are, to what the screen was before.
void leave_framing(Turn& turn);
/// Back from a scan that worked: what comes after.
void after_scan(Turn& turn);
/// What a reading can answer, as lines for the person to look at.
Confirming propose(const Visit& visit, const procedure::Reading& reading);
/// The same paper was read again: what the person corrected stays corrected.
void keep_corrections(Confirming& confirming, const Confirming& before);
/// What a reading says about questions that are not asked now.
void remember_hints(Visit& visit, const procedure::Reading& reading);
void accept_reading(Turn& turn);
void correct_line(Turn& turn);
void back_to_confirm(Turn& turn);

void open_check(Turn& turn);
void finish_checking(Turn& turn);
void open_done(Turn& turn);

/// Looks for `visit.search` in the catalogue.
void search(Visit& visit);

/// Leaves at once when nothing would be lost, else asks first.
void leave(Turn& turn);
void close_panel(Visit& visit);
/// Ends the visit and what it had running outside.
void finish(Turn& turn);

/// What was so before an event, for those who notice what it changed.
struct Before {
    bool in_use{};
    Screen screen{};
    Panel panel{};
    procedure::Path path{};
    std::optional<procedure::Answer> answer{}; ///< at `path`
    int items{};                               ///< of a list at `path`
    std::shared_ptr<const procedure::Procedure> procedure{};
    long version{}; ///< of the answers
    Scanning::State scanning{};
    call::State call{};
    std::string mediator{};
};
Before look_at(const Visit& visit);

/// Who agreed did so for the answers of then: when one has changed, what they agreed to is asked
/// again.
void withdraw_consents(Visit& visit, const Before& before);

/// Notices somebody who seems stuck, and offers help discreetly.
void watch_struggle(Turn& turn, const Before& before, const Event& event);
/// When the same screen has been on show for long enough to offer help.
std::optional<Instant> next_offer(const Visit& visit);
/// Tells the consoles of the room where this kiosk is now, when that has changed.
void tell_progress(Turn& turn, const Before& before);
/// Counts this person's visit for the hub, if it really began.
void count_visit(Turn& turn);
/// Somebody did something here, or a call is open.
bool is_in_use(const Visit& visit);

/// Every change of the call is heard, and a beacon again and again while it is on show.
void sound_call(Turn& turn, const Before& before);
std::optional<Instant> next_beacon_sound(const Visit& visit);
void pass_call_time(Turn& turn);
/// Tells the hub about the call of now.
void tell_hub(Turn& turn, decltype(call::Errand::what) what);
/// Ends the call, if there is one, and what came with it.
void end_call(Turn& turn, call::Outcome outcome);
/// Who writes now: the person, or somebody they lent the keyboard to.
procedure::Origin origin_now(const Visit& visit);
/// Whoever holds the keyboard wrote there: the person reads it in the banner.
void note_writing(Visit& visit, const procedure::Path& path);
/// The keyboard comes back when the step it was lent in is over.
void end_loan(Visit& visit);
void pass_code_time(Turn& turn);
std::optional<Instant> next_code_wake(const Visit& visit);
/// Ends a wish to point, if there is one, and tells the console.
void stop_pointing(Turn& turn);
void pass_point_time(Turn& turn);
std::optional<Instant> next_point_wake(const Visit& visit);

void pass_time(Turn& turn);
/// A document is being read, or the camera is being looked through.
bool is_scanning(const Visit& visit);
/// It is being read: no inactivity is counted.
bool is_reading(const Visit& visit);
/// Closes a camera that is being looked through; a picture already taken is read to its end.
void stop_looking(Turn& turn);

} // namespace guichet::visit
