#include "i18n/language.hpp"
#include "visit/flow.hpp"

#include <algorithm>

namespace guichet::visit {

void on(Turn& turn, const did::SomeoneIsHere& event) {
    auto& visit = turn.visit;
    const auto before = visit.call.state;
    call::confirm_here(visit.call, turn.now);
    if (visit.call.state == before)
        return;
    visit.code_refused = false;
    visit.beside = Beside{.mediator = visit.call.mediator};
    tell_hub(turn, call::Errand::Here{event.code});
}

void on(Turn& turn, const happened::CallRefused& event) {
    auto& visit = turn.visit;
    if (event.errand.id != visit.call.request.id)
        return;
    visit.code_refused = std::holds_alternative<call::Errand::Here>(event.errand.what);
}

void on(Turn& turn, const did::ChooseBesideLanguage& event) {
    auto& visit = turn.visit;
    const auto& known = i18n::languages();
    if (visit.beside && std::ranges::count(known, event.code, &i18n::Language::code) != 0)
        visit.beside->language = event.code;
}

void on(Turn& turn, const did::LendKeyboard&) {
    if (turn.visit.beside)
        turn.visit.beside->holds = true;
}

void on(Turn& turn, const did::TakeBackKeyboard&) {
    if (turn.visit.beside)
        turn.visit.beside->holds = false;
}

} // namespace guichet::visit
