// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/load.hpp"
#include "visit/visit.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace guichet::visit {

using namespace std::chrono_literals;
using procedure::Path;

inline const std::string small_procedure = R"(procedure: essai
title: Demande d’essai
summary: Une aide pour essayer.
theme: social_sante
duration: 5 minutes
words: [mutuelle]
verified: {on: 2026-11-20, source: essai}
need: [identite, avis-imposition]
steps:
  - step: vous
    title: Vous
    ask:
      - question: nom
        type: family-name
        label: Quel est votre nom ?
        read: [identite.nom]
      - question: naissance
        type: date
        label: Quelle est votre date de naissance ?
        read: [identite.date_naissance]
      - question: surnom
        type: text
        required: false
        label: Avez-vous un surnom ?
      - question: france
        type: yes-no
        unknown: false
        label: Habitez-vous en France ?
  - step: foyer
    title: Votre foyer
    ask:
      - question: couple
        type: yes-no
        label: Vivez-vous en couple ?
      - question: conjoint
        type: family-name
        when: couple
        label: Quel est le nom de votre conjoint ?
      - question: revenu
        type: money
        when: couple
        label: Quel est le revenu du foyer ?
        read: [avis-imposition.revenu_fiscal_reference]
      - question: enfants
        type: list
        max: 3
        label: Quels enfants vivent avec vous ?
        item:
          name: Enfant
          ask:
            - question: prenom
              type: given-names
              label: Quel est son prénom ?
            - question: ans
              type: number
              label: Quel est son âge ?
  - step: fin
    title: Pour finir
    ask:
      - question: papier
        type: document
        kinds: [avis-imposition]
        required: false
        label: Montrez votre avis d’impôt
      - question: aides
        type: many-choices
        label: Quelles aides recevez-vous ?
        options:
          - {id: apl, label: APL}
          - {id: rsa, label: RSA}
          - {id: aucune, label: Aucune}
      - question: accord
        type: consent
        unknown: false
        label: J’atteste que c’est exact.
checks:
  - that: age(naissance) >= 16
    say: Avant 16 ans, un adulte fait la demande.
    at: naissance
  - that: size(enfants) < 2 || couple
    say: Vérifiez votre foyer.
exits:
  - when: france == false
    title: Cette aide est pour la France
    say: Une personne peut vous aider.
deliver: [recap-pdf]
next:
  - Envoyez la feuille.
send_to: Votre caisse
human:
  phone: "3646"
  hours: Mo-Fr 08:30-17:00
  counter: L’accueil
  paper: S3711
)";

/// The same with these questions at the end.
inline std::string small_procedure_with(const std::string& questions) {
    auto yaml = small_procedure;
    return yaml.insert(yaml.find("checks:"), questions);
}

inline std::shared_ptr<const procedure::Procedure> load(const std::string& yaml) {
    procedure::DocumentKinds kinds;
    kinds.kinds = {
        {.id = "identite",
         .name = i18n::tr("Carte d’identité"),
         .fields = {"nom", "prenoms", "date_naissance"}},
        {.id = "avis-imposition",
         .name = i18n::tr("Avis d’impôt"),
         .fields = {"revenu_fiscal_reference"}}};
    const auto loaded = procedure::load_procedure(yaml, "essai.yaml", kinds);
    if (!loaded)
        FAIL(procedure::to_text(loaded.error().front()));
    return *loaded;
}

inline std::shared_ptr<Offer> make_offer() {
    static const auto procedure = load(small_procedure);
    auto offer = std::make_shared<Offer>();
    offer->site = "Médiathèque des Essais";
    offer->place = "Poste 2";
    offer->procedures = {procedure};
    offer->can_save = true;
    return offer;
}

/// A visit and the hand that touches it.
struct Person {
    Instant now{};
    Visit visit;
    Effects effects{};                   ///< of the last event, all but the next
    std::vector<call::Progress> shown{}; ///< to the consoles of the room, by the last event

    explicit Person(const std::shared_ptr<const Offer>& offer = make_offer())
        : visit{begin(
              offer, "essai", Instant{}, std::chrono::year{2026} / std::chrono::November / 22
          )} {}

    Person& does(const Event& event) {
        effects.clear();
        shown.clear();
        for (const auto& effect : handle(visit, event, now)) {
            if (const auto* show = std::get_if<please::ShowProgress>(&effect))
                shown.push_back(show->progress);
            else
                effects.push_back(effect);
        }
        return *this;
    }
    /// Time passes and a Tick says so.
    Person& waits(std::chrono::milliseconds time) {
        now += time;
        return does(happened::Tick{});
    }
    Person& types(const std::string& text, int part = 0) {
        return does(did::Edit{.part = part, .text = text});
    }
    Person& types_date(const std::string& day, const std::string& month, const std::string& year) {
        return types(day, 0).types(month, 1).types(year, 2);
    }
    Person& chooses(const std::string& id) { return does(did::Choose{id}); }
    Person& goes_on() { return does(did::Continue{}); }
    Person& goes_back() { return does(did::Back{}); }
    Person& skips() { return does(did::Skip{}); }

    /// On the screen that says what to have at hand.
    Person& chooses_procedure() {
        return does(did::ChooseLanguage{"fr"}).does(did::ChooseProcedure{"essai"});
    }
    /// On the first question.
    Person& begins() { return chooses_procedure().goes_on(); }
    /// On the question `path`, everything before it answered in the shortest way.
    Person& reaches(const Path& path);
    /// On the check page, nothing missing.
    Person& reaches_check() { return reaches("accord").goes_on(); }
    Person& adds_child(const std::string& name, const std::string& age) {
        return does(did::AddItem{}).types(name).goes_on().types(age).goes_on();
    }

    bool asks(const Path& path) const {
        return visit.screen == Screen::Question && visit.path == path;
    }
    std::string says() const { return visit.findings.empty() ? "" : visit.findings.front().say.id; }
    template <typename Wanted>
    bool wants() const {
        return std::ranges::any_of(effects, [](const Effect& effect) {
            return std::holds_alternative<Wanted>(effect);
        });
    }
    std::string text_of(const Path& path) const {
        const auto* answer = visit.answers.find(path);
        const auto* text = answer == nullptr ? nullptr : std::get_if<std::string>(&answer->value);
        return text == nullptr ? "" : *text;
    }
};

inline Person& Person::reaches(const Path& path) {
    begins();
    const std::vector<std::pair<Path, std::function<void()>>> ways{
        {"nom", [&] { types("DUPONT").goes_on(); }},
        {"naissance", [&] { types_date("14", "03", "1968").goes_on(); }},
        {"surnom", [&] { goes_on(); }},
        {"france", [&] { chooses("yes").goes_on(); }},
        {"couple", [&] { chooses("no").goes_on(); }},
        {"enfants", [&] { goes_on(); }},
        {"papier", [&] { goes_on(); }},
        {"aides", [&] { chooses("apl").goes_on(); }}};
    for (const auto& [question, way] : ways) {
        if (question == path)
            break;
        REQUIRE(asks(question));
        way();
    }
    REQUIRE(asks(path));
    return *this;
}

/// One page of a kind of document.
inline procedure::Reading
make_reading(const std::string& kind, std::vector<procedure::Proposal> proposals) {
    procedure::Reading reading{.kind = kind};
    reading.pages.push_back(std::make_shared<Image>(Image{
        .width = 1, .height = 1, .rgba = {255, 255, 255, 255}}));
    reading.proposals = std::move(proposals);
    return reading;
}

inline procedure::Proposal
make_proposal(const std::string& field, const std::string& value, bool proven = true) {
    return {
        .field = field,
        .value = value,
        .confidence = 0.95,
        .reader = proven ? procedure::ReadBy::Mrz : procedure::ReadBy::Text,
        .proven = proven,
        .box = {.x = 0, .y = 0, .width = 1, .height = 1}};
}

} // namespace guichet::visit
