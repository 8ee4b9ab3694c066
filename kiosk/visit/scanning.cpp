// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"
#include "visit/papers.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

using State = Scanning::State;

void describe(Scanning& scanning, const procedure::Reading& reading) {
    scanning.faults = reading.faults;
    scanning.missing = reading.missing;
    scanning.seen = reading.kind_name;
}

void fail(Turn& turn, Error::Kind why, const procedure::Reading& reading = {}) {
    turn.visit.scanning.why = why;
    turn.visit.confirming.reset();
    describe(turn.visit.scanning, reading);
    enter(turn, State::Failed);
}

/// The picture was taken: what is read now.
void show_picture(Scanning& scanning, const happened::ScanShows& event) {
    scanning.original.preview = event.picture;
    scanning.original.photo = event.photo;
    scanning.live = false;
}

/// By hand. What the camera still shows until then is not heard.
void take_shot(Turn& turn) {
    turn.visit.scanning.live = false;
    turn.visit.scanning.stage = procedure::ReadingStage::Cleaning;
    turn.effects.emplace_back(please::TakeShot{});
}

/// News of the picture being taken now, not of one given up before.
bool is_news(const Visit& visit, int work) {
    return is_scanning(visit) && (work == 0 || work == visit.scanning.work);
}

void stop(Turn& turn) {
    if (is_scanning(turn.visit))
        turn.effects.emplace_back(please::StopScan{});
    turn.visit.confirming.reset();
    enter(turn, State::Ready);
}

/// The reading tells only what is answered already.
bool says_nothing_new(const Visit& visit, const procedure::Reading& reading) {
    Visit empty = visit;
    empty.answers = {};
    return !propose(empty, reading).lines.empty();
}

void refuse_wrong_document(Turn& turn, procedure::Reading reading) {
    using enum procedure::PictureFault;
    std::erase(reading.faults, WrongKind);
    reading.faults.insert(reading.faults.begin(), WrongKind);
    fail(turn, Error::Kind::Invalid, reading);
}

/// Nothing to confirm on a paper that nobody asked for: says what it is, or what is wrong with it.
void tell(Turn& turn, const procedure::Reading& reading) {
    auto& visit = turn.visit;
    if (reading.kind.empty()) // a paper we do not know, or a picture too bad to know it
        return fail(
            turn, reading.faults.empty() ? Error::Kind::Invalid : Error::Kind::Unreadable, reading
        );
    remember_hints(visit, reading);
    const bool is_hint = std::ranges::any_of(visit.hints, [&](const auto& hint) {
        return hint.second.origin.document == reading.kind;
    });
    const bool clear = reading.faults.empty();
    const bool is_paper = std::ranges::any_of(visit.route.stops, [&](const auto& stop) {
        return takes_paper(visit, stop, reading);
    });
    const bool for_later = is_hint || is_paper;
    if (!for_later && (!clear || is_read_by_any(visit, reading.kind)))
        return fail(turn, Error::Kind::Unreadable, reading);
    take_in(visit, reading);
    visit.scanning.replaces = 0;
    visit.scanning.seen = reading.kind_name;
    visit.scanning.for_later = for_later;
    enter(turn, State::NotAsked);
}

/// To where the scanner was opened.
void leave_scan(Turn& turn) {
    switch (turn.visit.scan_from) {
    case Screen::Question:
        return ask(turn, procedure::Path{turn.visit.scan_path});
    case Screen::Check:
        return open_check(turn);
    default:
        return show(turn, Screen::Need);
    }
}

/// What was read goes to the person to confirm, or straight to the question when there is nothing
/// to confirm.
void take_reading(Turn& turn) {
    auto& visit = turn.visit;
    enter(turn, State::Ready);
    if (!visit.confirming->lines.empty())
        return show(turn, Screen::Confirm);
    remember_hints(visit, visit.confirming->reading);
    after_scan(turn);
}

} // namespace

void enter(Turn& turn, State state) {
    turn.visit.scanning.live = false;
    turn.visit.scanning.state = state;
    turn.visit.scanning.since = turn.now;
}

void open_scan(Turn& turn, const procedure::Path& path, std::vector<std::string> kinds) {
    auto& visit = turn.visit;
    visit.scan_from = visit.screen;
    visit.scan_path = path;
    visit.path = visit.scan_path;
    visit.scanning = {};
    visit.scanning.kinds = std::move(kinds);
    enter(turn, State::Ready);
    show(turn, Screen::Scan);
}

void start_scan(Turn& turn, const std::optional<Corners>& corners) {
    auto& scanning = turn.visit.scanning;
    scanning.work = ++turn.visit.works;
    if (!corners)
        scanning.original.number = scanning.work;
    enter(turn, State::Working);
    turn.effects.emplace_back(please::StartScan{
        scanning.kinds, scanning.work, scanning.original.number, corners});
}

void go_on_from_scan(Turn& turn) {
    auto& scanning = turn.visit.scanning;
    if (scanning.state == State::NotAsked || scanning.state == State::Looking)
        return close_scan(turn);
    if (scanning.state == State::Unclear)
        return take_reading(turn);
    if (scanning.state != State::Framing)
        return;
    scanning.stage = procedure::ReadingStage::Cleaning;
    start_scan(turn, scanning.original.corners);
}

void go_back_from_scan(Turn& turn) {
    if (turn.visit.scanning.state == State::Framing)
        return leave_framing(turn);
    close_scan(turn);
}

void close_scan(Turn& turn) {
    stop(turn);
    leave_scan(turn);
}

void leave_confirm(Turn& turn) {
    turn.visit.confirming.reset();
    enter(turn, turn.visit.scan_from == Screen::Check ? State::Looking : State::Ready);
    show(turn, Screen::Scan);
}

void after_scan(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.confirming)
        take_in(visit, visit.confirming->reading);
    visit.confirming.reset();
    if (visit.route.exit != nullptr)
        return show(turn, Screen::Exit);
    const bool is_answered =
        visit.scan_from == Screen::Question && visit.answers.find(visit.scan_path) != nullptr;
    if (!is_answered)
        return leave_scan(turn);
    visit.path = visit.scan_path;
    proceed(turn);
}

void on(Turn& turn, const did::OpenScan&) {
    auto& visit = turn.visit;
    if (!visit.offer->can_scan)
        return;
    if (visit.screen == Screen::Need)
        return open_scan(turn, {}, kinds_needed(visit));
    const auto* question = visit.question();
    if (question != nullptr && visit.correcting < 0 && can_be_scanned(*question))
        open_scan(turn, procedure::Path{visit.path}, kinds_of(*question));
}

void stop_looking(Turn& turn) {
    if (is_scanning(turn.visit) && turn.visit.scanning.live)
        stop(turn);
}

void on(Turn& turn, const did::TakePicture&) {
    auto& visit = turn.visit;
    if (is_scanning(visit) && visit.scanning.live)
        return take_shot(turn);
    if (visit.screen != Screen::Scan || is_scanning(visit))
        return;
    visit.confirming.reset();
    visit.scanning.stage = procedure::ReadingStage::Opening;
    visit.scanning.original = {};
    start_scan(turn, std::nullopt);
}

void on(Turn& turn, const did::TypeInstead&) {
    auto& visit = turn.visit;
    if (visit.screen != Screen::Scan)
        return;
    if (visit.scan_from != Screen::Need)
        return close_scan(turn);
    stop(turn);
    follow(turn, {});
}

void on(Turn& turn, const happened::ScanShows& event) {
    if (is_news(turn.visit, event.work))
        show_picture(turn.visit.scanning, event);
}

void on(Turn& turn, const happened::CameraShows& event) {
    auto& scanning = turn.visit.scanning;
    if (!is_news(turn.visit, event.work) || scanning.stage != procedure::ReadingStage::Opening)
        return;
    scanning.live = true;
    scanning.sight = event.sight;
    scanning.original.preview = event.picture;
}

void on(Turn& turn, const happened::ScanStage& event) {
    if (is_news(turn.visit, event.work))
        turn.visit.scanning.stage = event.stage;
}

void on(Turn& turn, const happened::ScanRead& event) {
    auto& visit = turn.visit;
    if (!is_news(visit, event.work))
        return;
    const auto& reading = event.reading;
    visit.scanning.original.corners = event.corners.value_or(visit.scanning.original.corners);
    if (reading.pages.empty() && reading.proposals.empty())
        return fail(turn, Error::Kind::Empty);
    if (is_wrong_document(visit, reading))
        return refuse_wrong_document(turn, reading);
    auto confirming = propose(visit, reading);
    if (visit.confirming)
        keep_corrections(confirming, *visit.confirming);
    const bool asked = document_asked(visit) != nullptr;
    const bool too_bad = reading.kind.empty() && !reading.faults.empty();
    const bool wanted = asked || (!too_bad && says_nothing_new(visit, reading));
    if (confirming.lines.empty() && !wanted)
        return tell(turn, reading);
    visit.confirming = std::move(confirming);
    if (!asked || reading.faults.empty())
        return take_reading(turn);
    describe(visit.scanning, reading);
    enter(turn, State::Unclear);
}

void on(Turn& turn, const happened::ScanFailed& event) {
    auto& visit = turn.visit;
    if (!is_news(visit, event.work))
        return;
    if (event.why != Error::Kind::Unreadable) {
        visit.scanning.original.photo = false; // the reader that had the picture may be gone
        forget_originals(visit, event.why);
    }
    fail(turn, event.why);
    if (event.why == Error::Kind::Cancelled)
        enter(turn, State::Ready);
}

} // namespace guichet::visit
