// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/route.hpp"
#include "visit/visit.hpp"

#include <memory>
#include <utility>

namespace guichet::ui {

/// On the only question of "Demande d’essai", whose paper form is S3711.
inline visit::Visit asked(procedure::Question question) {
    auto procedure = std::make_shared<procedure::Procedure>();
    procedure->title = i18n::verbatim("Demande d’essai");
    procedure->human.paper = "S3711";
    procedure->steps = {{.id = "vous", .title = i18n::verbatim("Vous"), .questions = {}}};
    visit::Visit visit;
    visit.path = question.id;
    procedure->steps.front().questions.push_back(std::move(question));
    visit.offer = std::make_shared<visit::Offer>();
    visit.procedure = procedure;
    visit.route = procedure::route(*procedure, {}, {});
    visit.screen = visit::Screen::Question;
    return visit;
}

} // namespace guichet::ui
