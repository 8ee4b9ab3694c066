// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/call_words.hpp"

#include <chrono>
#include <string>

namespace guichet::ui {

using call::Reason;
using call::Reply;
using call::Staff;
using call::State;
using i18n::Message;
using i18n::tr;

namespace {

Message coming(const std::string& name) {
    return name.empty() ? tr("Quelqu’un arrive.") : tr("{name} arrive.").with("name", name);
}

Message being_here(const std::string& name) {
    return name.empty() ? tr("Quelqu’un est là.") : tr("{name} est là.").with("name", name);
}

/// A call that a console has, and that nobody has taken.
Message say_received(const visit::Visit& visit) {
    if (!visit.let_go.empty())
        return tr("Nous cherchons quelqu’un d’autre que {name}. Votre appel reste ouvert.")
            .with("name", visit.let_go);
    if (visit.call.request.urgent)
        return tr("Votre appel est urgent. Il passe avant les autres.");
    if (visit.call.other_ways)
        return tr("Personne n’est encore libre. Votre appel reste ouvert.");
    return tr("Nous cherchons une personne libre. Vous pouvez continuer en attendant.");
}

CallLabel quiet_label(const visit::Visit& visit, Instant now) {
    CallLabel label{.label = tr("Appeler quelqu’un"), .icon = Icon::Human};
    if (visit.habit.hold(now).count() > 0) {
        label.more = tr("Appuyez 2 secondes");
        label.more_counts = true;
    } else if (visit.staff) {
        label.more = staff_in_short(*visit.staff);
    }
    return label;
}

CallLabel beacon_label(const visit::Visit& visit) {
    if (visit.panel == visit::Panel::Call)
        return {.label = tr("Réessayer"), .icon = Icon::Retry};
    return {.label = tr("Appel non reçu"), .more = tr("Réessayer"), .icon = Icon::Warning};
}

/// What a mediator said, as a second line.
Message reply_in_short(const std::optional<Reply>& reply) {
    if (reply == Reply::TwoMinutes)
        return tr("dans 2 minutes");
    if (reply == Reply::SitDown)
        return tr("asseyez-vous");
    return {};
}

CallLabel label_of(const visit::Visit& visit, const std::string& name, Instant now) {
    switch (visit.call.state) {
    case State::Quiet:
        return quiet_label(visit, now);
    case State::Sending:
        return {.label = tr("Envoi de l’appel"), .icon = Icon::Clock};
    case State::Received:
        return {.label = tr("Appel reçu"), .icon = Icon::Check};
    case State::Claimed:
        return {
            .label = name.empty() ? tr("Quelqu’un arrive") : tr("{name} arrive").with("name", name),
            .more = reply_in_short(visit.call.reply),
            .icon = Icon::Walk};
    case State::Here:
        return {
            .label = name.empty() ? tr("Quelqu’un est là") : tr("{name} est là").with("name", name),
            .icon = Icon::People};
    case State::Beacon:
        break;
    }
    return beacon_label(visit);
}

} // namespace

CallWords call_words(const visit::Visit& visit) {
    const auto& name = visit.call.mediator;
    switch (visit.call.state) {
    case State::Quiet:
        return {
            Icon::Human,
            tr("Quelqu’un peut vous aider"),
            tr("Touchez « Appeler quelqu’un », ou allez voir ces personnes.")};
    case State::Sending:
        return {Icon::Clock, tr("Appel en cours d’envoi"), tr("Attendez quelques secondes.")};
    case State::Received:
        return {Icon::Check, tr("Votre appel est reçu."), say_received(visit)};
    case State::Claimed:
        return {
            Icon::Walk,
            coming(name),
            tr("Votre appel a été vu. Restez ici, ou continuez tranquillement.")};
    case State::Here:
        return {Icon::People, being_here(name), tr("Vous gardez la main. C’est vous qui écrivez.")};
    case State::Beacon:
        break;
    }
    const auto kept = std::chrono::floor<std::chrono::minutes>(visit::patience(visit));
    return {
        Icon::Warning,
        tr("Nous n’avons pas pu prévenir quelqu’un d’ici."),
        tr("Levez la main, ou allez voir ces personnes. Vos réponses restent ici {n} minutes.")
            .with("n", std::to_string(kept.count()))};
}

Message reply_words(const call::Call& call) {
    if (call.state != State::Claimed || !call.reply)
        return {};
    const bool named = !call.mediator.empty();
    switch (*call.reply) {
    case Reply::Coming:
        return named ? tr("{name} : « J’arrive. »").with("name", call.mediator)
                     : tr("« J’arrive. »");
    case Reply::TwoMinutes:
        return named ? tr("{name} : « Dans 2 minutes. »").with("name", call.mediator)
                     : tr("« Dans 2 minutes. »");
    case Reply::SitDown:
        break;
    }
    return named ? tr("{name} : « Asseyez-vous, je viens. »").with("name", call.mediator)
                 : tr("« Asseyez-vous, je viens. »");
}

Message staff_words(Staff staff) {
    switch (staff) {
    case Staff::Present:
        return tr("Quelqu’un est là pour vous aider.");
    case Staff::Busy:
        return tr("Les personnes d’ici sont occupées. Vous pouvez quand même appeler.");
    case Staff::Nobody:
        break;
    }
    return tr("Personne n’est connecté maintenant.");
}

Message staff_in_short(Staff staff) {
    switch (staff) {
    case Staff::Present:
        return tr("L’accueil est présent");
    case Staff::Busy:
        return tr("L’accueil est occupé");
    case Staff::Nobody:
        break;
    }
    return tr("Personne n’est connecté");
}

Icon staff_icon(Staff staff) {
    if (staff == Staff::Present)
        return Icon::People;
    return staff == Staff::Busy ? Icon::Clock : Icon::Info;
}

std::array<ReasonWords, 6> reasons() {
    return {{
        {Reason::NotUnderstood, Icon::Question, tr("Je ne comprends pas")},
        {Reason::ReadWithMe, Icon::Book, tr("Lire avec moi")},
        {Reason::Screen, Icon::Screen, tr("Un problème d’écran")},
        {Reason::Document, Icon::Paper, tr("Un papier, un document")},
        {Reason::Rights, Icon::Rights, tr("Une question sur mes droits")},
        {Reason::Unwell, Icon::Unwell, tr("Je ne me sens pas bien, c’est urgent")},
    }};
}

CallLabel call_label(const visit::Visit& visit, Instant now) {
    return label_of(visit, visit.call.mediator, now);
}

std::vector<Message> call_labels() {
    return {
        tr("Appeler quelqu’un"),
        tr("Appuyez 2 secondes"),
        tr("Envoi de l’appel"),
        tr("Appel reçu"),
        tr("Quelqu’un arrive"),
        tr("Quelqu’un est là"),
        tr("Appel non reçu"),
        tr("Réessayer")};
}

CallLabel call_label_without_name(const visit::Visit& visit, Instant now) {
    return label_of(visit, {}, now);
}

} // namespace guichet::ui
