// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_states.hpp"

#include "app/cli/gallery_answers.hpp"
#include "app/cli/gallery_beside.hpp"
#include "app/cli/gallery_calls.hpp"
#include "app/cli/gallery_kept.hpp"
#include "app/cli/gallery_scan.hpp"
#include "procedure/type.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <utility>

namespace guichet::app {

using procedure::Input;
namespace did = visit::did;
namespace happened = visit::happened;

namespace {

class Gallery {
public:
    explicit Gallery(std::shared_ptr<const visit::Offer> offer) : m_offer(std::move(offer)) {}

    std::vector<GalleryState> make();

private:
    static Walk begin(const std::shared_ptr<const visit::Offer>& offer);
    /// The procedure chosen, before its first question.
    static Walk need(const std::shared_ptr<const visit::Offer>& offer);
    void keep(std::string name, const Walk& walk) { m_states.keep(std::move(name), walk); }
    void keep_after(std::string name, const Walk& walk, const std::vector<visit::Event>& events) {
        m_states.keep_after(std::move(name), walk, events);
    }

    void add_start();
    void add_questions();
    void add_other_types();
    void add_question(const Walk& walk);
    void add_exit(Walk walk);
    void add_list(const Walk& walk);
    void add_end(Walk check);
    void add_panels(const Walk& walk);

    std::shared_ptr<const visit::Offer> m_offer;
    KeptStates m_states;
    std::set<std::string> m_types;
    std::set<Input> m_inputs;
    bool m_has_exit{false};
};

Walk Gallery::begin(const std::shared_ptr<const visit::Offer>& offer) {
    using namespace std::chrono;
    const Instant start{hours{1}};
    return {visit::begin(offer, "gallery", start, year{2026} / November / 22), start};
}

Walk Gallery::need(const std::shared_ptr<const visit::Offer>& offer) {
    auto walk = begin(offer);
    walk.go(did::Continue{});
    walk.go(did::ChooseProcedure{offer->procedures.front()->id});
    return walk;
}

void Gallery::add_start() {
    const auto walk = begin(m_offer);
    keep("welcome", walk);
    keep_after("catalogue", walk, {did::Continue{}});
    keep_after("catalogue-search", walk, {did::Continue{}, did::Search{"mutuele"}});
    keep_after("catalogue-nothing", walk, {did::Continue{}, did::Search{"permis bateau"}});
    keep("need", need(m_offer));
    add_offer_state(m_states, "need", need(m_offer));
}

void Gallery::add_exit(Walk walk) {
    const auto path = walk.visit.path;
    walk.go(did::Choose{std::string{procedure::no}});
    walk.go(did::Continue{});
    if (m_has_exit || walk.visit.screen != visit::Screen::Exit)
        return;
    m_has_exit = true;
    keep("exit", walk);
}

void Gallery::add_list(const Walk& walk) {
    if (walk.visit.answers.items(walk.visit.path) == 0)
        return;
    keep("question-list-one", walk);
    keep_after("panel-remove", walk, {did::RemoveItem{0}});
}

/// The first question of each type as it is met, with something in it, and left empty.
void Gallery::add_question(const Walk& walk) {
    const auto& question = *walk.visit.question();
    const auto input = question.type->input();
    const std::string type{question.type->name()};
    if (m_types.insert(type).second) {
        keep("question-" + type, walk);
        if (input == Input::YesNo || input == Input::Paragraph || input == Input::AddressForm)
            add_offer_state(m_states, type, walk);
        auto filled = walk;
        filled.fill_in();
        if (!filled.visit.draft().empty())
            keep("question-" + type + "-answered", filled);
        if (m_inputs.insert(input).second && input != Input::Read)
            keep_after("question-" + type + "-empty", walk, {did::Continue{}});
    }
    if (question.other && m_types.insert(type + "-other").second)
        keep_after(
            "question-" + type + "-other",
            walk,
            {did::Choose{std::string{procedure::other_option}}, did::Edit{0, "La caisse des"}}
        );
    if (!question.unlisted.empty())
        keep_after("question-" + type + "-unlisted", walk, {did::Edit{0, "Octeville"}});
    if (procedure::split(walk.visit.path).item >= 0 && m_types.insert("item").second)
        keep("question-in-list", walk);
}

void Gallery::add_questions() {
    auto walk = need(m_offer);
    walk.go(did::Continue{});
    add_offer_state(m_states, "first-question", walk);
    constexpr int most = 300;
    for (int i = 0; i < most && walk.visit.screen == visit::Screen::Question; ++i) {
        const auto* question = walk.visit.question();
        add_question(walk);
        if (question->type->input() == Input::YesNo)
            add_exit(walk);
        if (question->type->input() == Input::Items)
            add_list(walk);
        const auto before = walk.visit.path;
        walk.answer();
        if (walk.visit.screen == visit::Screen::Question && walk.visit.path == before)
            break;
        if (question->type->name() == "date" && m_types.insert("panels").second) {
            add_panels(walk);
            add_call_states(m_states, walk);
            add_staff_states(m_states, begin(m_offer), walk);
            add_offer_state(m_states, "question", walk);
            add_beside_states(m_states, walk);
        }
    }
    add_end(walk);
}

/// A question that fits any type well enough to look at.
std::string question_for(std::string_view type) {
    if (type == "month")
        return "Depuis quel mois vivez-vous ici ?";
    if (type == "number")
        return "Combien de personnes vivent avec vous ?";
    if (type == "iban")
        return "Quel est votre IBAN ?";
    if (type == "siret")
        return "Quel est le numéro SIRET de votre employeur ?";
    if (type == "departement")
        return "Dans quel département habitez-vous ?";
    if (type == "region")
        return "Dans quelle région habitez-vous ?";
    return "Quelle est votre réponse ?";
}

/// The types that no question of the procedure has, each in a procedure of its own.
void Gallery::add_other_types() {
    for (const auto* type : procedure::types()) {
        const std::string name{type->name()};
        const auto input = type->input();
        const bool more = input == Input::Items || input == Input::OneOf || input == Input::ManyOf;
        if (more || m_types.contains(name))
            continue;
        auto one = std::make_shared<procedure::Procedure>(*m_offer->procedures.front());
        one->steps = {{.id = "type", .title = one->title, .questions = {}}};
        one->steps.front().questions.push_back(
            {.id = "type", .type = type, .label = i18n::verbatim(question_for(name))}
        );
        one->checks.clear();
        one->exits.clear();
        auto offer = std::make_shared<visit::Offer>(*m_offer);
        offer->procedures = {one};
        auto walk = need(offer);
        walk.go(did::Continue{});
        add_question(walk);
    }
}

void Gallery::add_end(Walk check) {
    if (check.visit.screen != visit::Screen::Check)
        return;
    keep("check", check);
    add_documents_shown(m_states, check);
    add_beside_check(m_states, check);
    add_offer_state(m_states, "check", check);
    keep_after("panel-leave", check, {did::Leave{}});
    auto missing = check;
    for (const auto& stop : missing.visit.route.stops)
        if (stop.question->type->name() == "date")
            missing.visit.answers.erase(stop.path);
    keep_after("check-findings", missing, {did::Continue{}});
    auto changed = check;
    changed.go(did::Change{check.visit.route.stops.at(1).path});
    changed.go(did::Edit{0, "Durand"});
    changed.go(did::Continue{});
    keep("check-agree-again", changed);
    keep_after("question-agree-again", changed, {did::Continue{}});
    check.go(did::Continue{});
    keep("done-preparing", check);
    check.go(happened::SheetReady{});
    keep("done", check);
    add_feedback_states(m_states, check);
    keep_after("done-printing", check, {did::Print{}});
    keep_after("done-printed", check, {did::Print{}, happened::Printed{}});
    keep_after(
        "done-no-paper", check, {did::Print{}, happened::PrintFailed{Error::Kind::OutOfPaper}}
    );
    keep_after("done-saved", check, {did::Save{}, happened::Saved{}});
    keep_after("done-disk-full", check, {did::Save{}, happened::SaveFailed{Error::Kind::Full}});
    auto failed = check;
    failed.visit.delivery = {.sheet = visit::Delivery::State::Working};
    keep_after("done-sheet-failed", failed, {happened::SheetFailed{Error::Kind::Crashed}});
}

void Gallery::add_panels(const Walk& walk) {
    keep_after("panel-language", walk, {did::OpenPanel{visit::Panel::Language}});
    keep_after("panel-look", walk, {did::OpenPanel{visit::Panel::Look}});
    auto idle = walk;
    idle.now += m_offer->idle;
    visit::handle(idle.visit, happened::Tick{}, idle.now);
    keep("idle", idle);
}

std::vector<GalleryState> Gallery::make() {
    add_start();
    add_scan_states(m_states, need(m_offer));
    add_questions();
    add_other_types();
    return m_states.take();
}

} // namespace

Site gallery_site() {
    Site site;
    site.name = "Médiathèque des Lilas";
    site.place = "Poste 2";
    site.contacts = {
        {.name = "Accueil de la médiathèque",
         .where = "Au comptoir, près de l’entrée",
         .phone = "04 00 00 00 00",
         .hours = "Tu-Sa 10:00-18:00"},
        {.name = "France Services",
         .where = "À la mairie, porte de gauche",
         .phone = "04 00 00 00 01",
         .hours = "Mo-Fr 09:00-12:00"}};
    site.scanner.kind = scan::Scanner::Kind::Folder;
    site.printer = deliver::Printer{};
    site.save_folder = "/media";
    return site;
}

std::vector<GalleryState> gallery_states(const std::shared_ptr<const visit::Offer>& offer) {
    return Gallery{offer}.make();
}

} // namespace guichet::app
