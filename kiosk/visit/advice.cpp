// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/advice.hpp"

#include "procedure/type.hpp"

namespace guichet::visit {
namespace {

using i18n::tr;

i18n::Message advice_with_skip(procedure::Input input) {
    switch (input) {
    case procedure::Input::YesNo:
        return tr("Touchez « Oui », « Non » ou « Je ne sais pas ».");
    case procedure::Input::OneOf:
        return tr("Touchez une réponse, ou « Je ne sais pas ».");
    case procedure::Input::ManyOf:
        return tr("Touchez une ou plusieurs réponses, ou « Je ne sais pas ».");
    case procedure::Input::Pick:
        return tr("Écrivez, puis touchez une réponse, ou « Je ne sais pas ».");
    case procedure::Input::AddressForm:
        return tr("Écrivez une adresse, ou touchez « Je ne sais pas ».");
    case procedure::Input::Scan:
        return tr("Montrez votre document, ou touchez « Je ne sais pas ».");
    case procedure::Input::Boxes:
    case procedure::Input::Paragraph:
    case procedure::Input::Items: // its type counts the items
    case procedure::Input::Agree:
    case procedure::Input::Read:
        break;
    }
    return tr("Écrivez une réponse, ou touchez « Je ne sais pas ».");
}

i18n::Message advice_without_skip(procedure::Input input) {
    switch (input) {
    case procedure::Input::YesNo:
        return tr("Touchez « Oui » ou « Non ».");
    case procedure::Input::OneOf:
        return tr("Touchez une réponse.");
    case procedure::Input::ManyOf:
        return tr("Touchez une ou plusieurs réponses.");
    case procedure::Input::Pick:
        return tr("Écrivez les premières lettres, puis touchez une réponse.");
    case procedure::Input::AddressForm:
        return tr("Écrivez une adresse.");
    case procedure::Input::Scan:
        return tr("Montrez votre document à l’appareil.");
    case procedure::Input::Boxes:
    case procedure::Input::Paragraph:
    case procedure::Input::Items: // its type counts the items
    case procedure::Input::Agree:
    case procedure::Input::Read:
        break;
    }
    return tr("Écrivez une réponse.");
}

} // namespace

i18n::Message advice(const procedure::Question& question) {
    const auto input = question.type->input();
    return question.may_skip ? advice_with_skip(input) : advice_without_skip(input);
}

i18n::Message too_many(long most) {
    return i18n::tr_count(
        "Vous ne pouvez pas en ajouter plus de {n}.",
        "Vous ne pouvez pas en ajouter plus de {n}.",
        most
    );
}

i18n::Message missing() {
    return tr("Il manque cette réponse.");
}

} // namespace guichet::visit
