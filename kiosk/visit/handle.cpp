// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <type_traits>
#include <utility>

namespace guichet::visit {
namespace {

/// Events of the screen itself, which a panel covers.
template <typename Event, typename... Kinds>
inline constexpr bool is_one_of = (std::is_same_v<Event, Kinds> || ...);

template <typename Event>
inline constexpr bool belongs_to_screen = is_one_of<
    Event,
    did::Search,
    did::ChooseProcedure,
    did::Edit,
    did::Choose,
    did::Skip,
    did::Continue,
    did::AddItem,
    did::OpenItem,
    did::RemoveItem,
    did::OpenScan,
    did::TakePicture,
    did::TypeInstead,
    did::FramePicture,
    did::ChooseCorner,
    did::MoveCorner,
    did::CorrectReading,
    did::DismissReading,
    did::OpenDocument,
    did::Change,
    did::Print,
    did::Save,
    did::DeclineHelp,
    did::Feel,
    did::SayWhoDidIt>;

/// What a curtain keeps from the screen behind it, even where no panel lies over it.
template <typename Event>
inline constexpr bool acts_behind_curtain = belongs_to_screen<Event> || is_one_of<Event, did::Back>;

template <typename Event>
bool is_covered(const Visit& visit) {
    const bool has_panel = visit.panel != Panel::None;
    return (belongs_to_screen<Event> && has_panel) ||
           (acts_behind_curtain<Event> && visit.curtain && !has_panel);
}

/// What answers the screen shown.
template <typename Event>
inline constexpr bool answers_screen = is_one_of<
    Event,
    did::Edit,
    did::Choose,
    did::Skip,
    did::Continue,
    did::CorrectReading,
    did::DismissReading>;

/// What only the person does, whoever holds the keyboard (facts/mediation.md section 10, CON-07).
template <typename Event>
inline constexpr bool is_never_lent =
    is_one_of<Event, did::Print, did::Save, did::Leave, did::ConfirmLeave>;

template <typename Event>
bool is_kept_for_person(const Visit& visit, const Event& event) {
    if (!visit.beside || !visit.beside->holds)
        return false;
    if constexpr (std::is_same_v<Event, did::OpenPanel>)
        return event.panel == Panel::Leave;
    return is_never_lent<Event> || (answers_screen<Event> && waits_for_person(visit));
}

void touch(Visit& visit, Instant now) {
    visit.touched = now;
    visit.ends.reset();
}

bool is_from_person(const Event& event) {
    static const auto first_from_outside = Event{happened::Tick{}}.index();
    return event.index() < first_from_outside;
}

} // namespace

Visit begin(std::shared_ptr<const Offer> offer, std::string id, Instant now, Date today) {
    Visit visit;
    visit.offer = std::move(offer);
    visit.id = std::move(id);
    visit.touched = now;
    visit.began = now;
    visit.struggle.screen_since = now;
    visit.today = today;
    search(visit);
    return visit;
}

void renew_day(Visit& visit, Date today) {
    if (!is_in_use(visit))
        visit.today = today;
}

Effects handle(Visit& visit, const Event& event, Instant now) {
    Effects effects;
    if (visit.over)
        return effects;
    Turn turn{visit, effects, now};
    const auto before = look_at(visit);
    if (is_from_person(event) || is_reading(visit))
        touch(visit, now);
    std::visit(
        [&]<typename E>(const E& what) {
            if (!is_covered<E>(visit) && !is_kept_for_person(visit, what))
                on(turn, what);
        },
        event
    );
    withdraw_consents(visit, before);
    if (visit.screen == Screen::Question && stop_at(visit, visit.path) == nullptr)
        follow(turn, procedure::Path{visit.path});
    end_loan(visit);
    pass_call_time(turn);
    if (visit.call.state != before.call)
        touch(visit, now); // there is something new to see
    pass_code_time(turn);
    pass_time(turn);
    pass_point_time(turn);
    sound_call(turn, before);
    watch_struggle(turn, before, event);
    tell_progress(turn, before);
    if (visit.over)
        effects.emplace_back(please::End{});
    return effects;
}

const procedure::Draft& Visit::draft() const {
    static const procedure::Draft none;
    const auto entry = drafts.find(path);
    return entry == drafts.end() ? none : entry->second;
}

const procedure::Question* Visit::question() const {
    if (screen != Screen::Question || procedure == nullptr)
        return nullptr;
    return procedure::find_question(*procedure, path);
}

} // namespace guichet::visit
