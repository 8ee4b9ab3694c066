#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

using State = Scanning::State;

void enter(Turn& turn, State state) {
    turn.visit.scanning.live = false;
    turn.visit.scanning.state = state;
    turn.visit.scanning.since = turn.now;
}

void fail(Turn& turn, Error::Kind why, const procedure::Reading& reading = {}) {
    auto& scanning = turn.visit.scanning;
    scanning.why = why;
    scanning.faults = reading.faults;
    scanning.missing = reading.missing;
    scanning.seen = reading.kind_name;
    enter(turn, State::Failed);
}

/// The picture was taken: what is read now.
void show_picture(Scanning& scanning, const Picture& picture) {
    scanning.preview = picture;
    scanning.live = false;
}

/// By hand. What the camera still shows until then is not heard.
void take_shot(Turn& turn) {
    turn.visit.scanning.live = false;
    turn.visit.scanning.stage = procedure::ReadingStage::Cleaning;
    turn.effects.emplace_back(please::TakeShot{});
}

bool is_working(const Visit& visit) {
    return visit.screen == Screen::Scan && visit.scanning.state == State::Working;
}

/// News of the picture being taken now, not of one given up before.
bool is_news(const Visit& visit, int work) {
    return is_working(visit) && (work == 0 || work == visit.scanning.work);
}

void stop(Turn& turn) {
    if (is_working(turn.visit))
        turn.effects.emplace_back(please::StopScan{});
    enter(turn, State::Ready);
}

/// The papers still to show; all of them once each was shown.
std::vector<std::string> kinds_needed(const Visit& visit) {
    std::vector<std::string> all;
    std::vector<std::string> left;
    for (const auto& need : visit.procedure->need) {
        if (need.kind.empty()) // something to have at hand that the machine does not read
            continue;
        all.push_back(need.kind);
        if (std::ranges::count(visit.scanned, need.kind) == 0)
            left.push_back(need.kind);
    }
    return left.empty() ? all : left;
}

/// The documents that can answer a question: the first word of each field it reads.
std::vector<std::string> kinds_of(const procedure::Question& question) {
    if (question.type->input() == procedure::Input::Scan)
        return question.kinds;
    std::vector<std::string> kinds;
    for (const auto& field : question.read) {
        const auto kind = field.substr(0, field.find('.'));
        if (std::ranges::count(kinds, kind) == 0)
            kinds.push_back(kind);
    }
    return kinds;
}

bool can_be_scanned(const procedure::Question& question) {
    return !question.read.empty() || question.type->input() == procedure::Input::Scan;
}

/// The question that asks for the document itself; nullptr when the scanner serves other questions.
const procedure::Question* document_asked(const Visit& visit) {
    if (visit.scan_from != Screen::Question)
        return nullptr;
    const auto* question = procedure::find_question(*visit.procedure, visit.scan_path);
    if (question == nullptr || question->type->input() != procedure::Input::Scan)
        return nullptr;
    return question;
}

bool is_wrong_document(const Visit& visit, const procedure::Reading& reading) {
    const auto* question = document_asked(visit);
    if (question == nullptr || question->kinds.empty() || reading.kind.empty())
        return false;
    return std::ranges::count(question->kinds, reading.kind) == 0;
}

/// The reading tells only what is answered already.
bool says_nothing_new(const Visit& visit, const procedure::Reading& reading) {
    Visit empty = visit;
    empty.answers = {};
    return !propose(empty, reading).lines.empty();
}

bool is_read_by_any(const Visit& visit, const std::string& kind) {
    const auto reads = [&kind](const procedure::Question& question) {
        return std::ranges::count(kinds_of(question), kind) > 0;
    };
    return std::ranges::any_of(visit.procedure->steps, [&reads](const procedure::Step& step) {
        return std::ranges::any_of(step.questions, reads);
    });
}

void refuse_wrong_document(Turn& turn, procedure::Reading reading) {
    using enum procedure::PictureFault;
    std::erase(reading.faults, WrongKind);
    reading.faults.insert(reading.faults.begin(), WrongKind);
    fail(turn, Error::Kind::Invalid, reading);
}

/// The paper answers the question that asked for it, and any other that asks for its kind.
bool takes_paper(const Visit& visit, const procedure::Stop& stop, const std::string& kind) {
    if (stop.question->type->input() != procedure::Input::Scan)
        return false;
    if (visit.scan_from == Screen::Question && stop.path == visit.scan_path)
        return true;
    return procedure::split(stop.path).item < 0 &&
           std::ranges::count(stop.question->kinds, kind) > 0 &&
           visit.answers.find(stop.path) == nullptr;
}

void keep_paper(Visit& visit, const procedure::Reading& reading) {
    const procedure::Scanned paper{
        .kind = reading.kind, .pages = static_cast<int>(reading.pages.size())};
    const procedure::Origin origin{
        .kind = procedure::Origin::Kind::Read,
        .document = reading.kind,
        .document_name = reading.kind_name};
    for (const auto& stop : visit.route.stops) {
        if (!takes_paper(visit, stop, reading.kind))
            continue;
        visit.answers.set(stop.path, {.value = paper, .origin = origin});
        visit.papers[stop.path] = reading.pages;
        visit.drafts.erase(stop.path);
    }
    refresh(visit);
}

void take_in(Visit& visit, const procedure::Reading& reading) {
    if (!reading.kind.empty() && std::ranges::count(visit.scanned, reading.kind) == 0)
        visit.scanned.push_back(reading.kind);
    keep_paper(visit, reading);
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
    const bool is_paper = clear && std::ranges::any_of(visit.route.stops, [&](const auto& stop) {
                              return takes_paper(visit, stop, reading.kind);
                          });
    const bool for_later = is_hint || is_paper;
    if (!for_later && (!clear || is_read_by_any(visit, reading.kind)))
        return fail(turn, Error::Kind::Unreadable, reading);
    take_in(visit, reading);
    visit.scanning.seen = reading.kind_name;
    visit.scanning.for_later = for_later;
    enter(turn, State::NotAsked);
}

void open(Turn& turn, Screen from, std::vector<std::string> kinds) {
    auto& visit = turn.visit;
    visit.scan_from = from;
    visit.scan_path = from == Screen::Question ? visit.path : procedure::Path{};
    visit.path = visit.scan_path;
    visit.scanning = {};
    visit.scanning.kinds = std::move(kinds);
    enter(turn, State::Ready);
    show(turn, Screen::Scan);
}

} // namespace

void close_scan(Turn& turn) {
    stop(turn);
    if (turn.visit.scan_from == Screen::Question)
        return ask(turn, procedure::Path{turn.visit.scan_path});
    show(turn, Screen::Need);
}

void after_scan(Turn& turn) {
    auto& visit = turn.visit;
    if (visit.confirming)
        take_in(visit, visit.confirming->reading);
    visit.confirming.reset();
    if (visit.route.exit != nullptr)
        return show(turn, Screen::Exit);
    if (visit.scan_from != Screen::Question)
        return show(turn, Screen::Need);
    visit.path = visit.scan_path;
    if (visit.answers.find(visit.path) != nullptr)
        return proceed(turn);
    ask(turn, procedure::Path{visit.scan_path});
}

void on(Turn& turn, const did::OpenScan&) {
    auto& visit = turn.visit;
    if (!visit.offer->can_scan)
        return;
    if (visit.screen == Screen::Need)
        return open(turn, Screen::Need, kinds_needed(visit));
    const auto* question = visit.question();
    if (question != nullptr && visit.correcting < 0 && can_be_scanned(*question))
        open(turn, Screen::Question, kinds_of(*question));
}

void on(Turn& turn, const did::TakePicture&) {
    auto& visit = turn.visit;
    if (is_working(visit) && visit.scanning.live)
        return take_shot(turn);
    if (visit.screen != Screen::Scan || is_working(visit))
        return;
    visit.scanning.stage = procedure::ReadingStage::Opening;
    visit.scanning.preview = nullptr;
    visit.scanning.work = ++visit.works;
    enter(turn, State::Working);
    turn.effects.emplace_back(please::StartScan{visit.scanning.kinds, visit.scanning.work});
}

void on(Turn& turn, const did::TypeInstead&) {
    auto& visit = turn.visit;
    if (visit.screen != Screen::Scan)
        return;
    if (visit.scan_from == Screen::Question)
        return close_scan(turn);
    stop(turn);
    follow(turn, {});
}

void on(Turn& turn, const happened::ScanShows& event) {
    if (is_news(turn.visit, event.work))
        show_picture(turn.visit.scanning, event.picture);
}

void on(Turn& turn, const happened::CameraShows& event) {
    auto& scanning = turn.visit.scanning;
    if (!is_news(turn.visit, event.work) || scanning.stage != procedure::ReadingStage::Opening)
        return;
    scanning.live = true;
    scanning.sight = event.sight;
    scanning.preview = event.picture;
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
    if (reading.pages.empty() && reading.proposals.empty())
        return fail(turn, Error::Kind::Empty);
    if (is_wrong_document(visit, reading))
        return refuse_wrong_document(turn, reading);
    auto confirming = propose(visit, reading);
    if (!confirming.lines.empty()) {
        enter(turn, State::Ready);
        visit.confirming = std::move(confirming);
        return show(turn, Screen::Confirm);
    }
    const bool wanted = document_asked(visit) != nullptr || says_nothing_new(visit, reading);
    const bool too_bad = reading.kind.empty() && !reading.faults.empty();
    if (!wanted || too_bad)
        return tell(turn, reading);
    enter(turn, State::Ready);
    visit.confirming = std::move(confirming);
    remember_hints(visit, reading);
    after_scan(turn);
}

void on(Turn& turn, const happened::ScanFailed& event) {
    if (!is_news(turn.visit, event.work))
        return;
    if (event.why == Error::Kind::Cancelled)
        return enter(turn, State::Ready);
    fail(turn, event.why);
}

} // namespace guichet::visit
