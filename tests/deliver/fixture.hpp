// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/answers.hpp"
#include "procedure/load.hpp"

#include <doctest/doctest.h>

namespace guichet::deliver {

/// A short procedure and a fictional person's answers to it.
inline std::shared_ptr<const procedure::Procedure> small_procedure() {
    auto loaded = procedure::load_procedure(
        R"(
procedure: essai
title: Demande d’essai
summary: Un essai de feuille.
theme: social_sante
verified: {on: 2026-11-20, source: "cerfa 12504*10"}
need: []
steps:
  - step: vous
    title: Vous
    ask:
      - question: nom
        type: family-name
        label: Quel est votre nom de naissance ?
        name: Nom de naissance
      - question: naissance
        type: date
        label: Quelle est votre date de naissance ?
        name: Date de naissance
      - question: telephone
        type: phone
        label: Quel est votre numéro de téléphone ?
        name: Téléphone
        required: false
      - question: pays
        type: country
        label: Dans quel pays êtes-vous né ?
        name: Pays de naissance
        required: false
      - question: message
        type: long-text
        label: Votre message
        required: false
next: [Imprimez cette feuille., Recopiez vos réponses.]
send_to: CPAM, 1 rue de l’Essai, 93000 Bobigny
deliver: [recap-pdf]
human: {phone: "3646", hours: "Mo-Fr 08:30-17:30", counter: À la CPAM, paper: S3711}
)",
        "essai.yaml",
        {}
    );
    if (!loaded)
        FAIL(procedure::to_text(loaded.error().front()));
    return *loaded;
}

inline procedure::Answers sample_answers() {
    using namespace std::chrono;
    procedure::Answers answers;
    answers.set(
        "nom",
        {.value = std::string("BENALI"),
         .origin = {.kind = procedure::Origin::Kind::Read, .document = "identite", .proven = true},
         .confidence = 0.99}
    );
    answers.set("naissance", {.value = Date{year{1968}, month{3}, day{14}}, .origin = {}});
    return answers;
}

} // namespace guichet::deliver
