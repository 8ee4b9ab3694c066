// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/trouble.hpp"

namespace guichet::ui {

using i18n::Message;
using i18n::tr;
using Kind = Error::Kind;

namespace {

Message scan_trouble(Kind why) {
    switch (why) {
    case Kind::NotFound:
    case Kind::Empty:
        return tr("L’appareil n’a vu aucun document.");
    case Kind::Unreadable:
        return tr("Je n’arrive pas à lire ce document.");
    case Kind::Invalid:
        return tr("Ce n’est pas le document demandé, ou je ne le connais pas.");
    case Kind::Protected:
        return tr("Ce document est fermé par un mot de passe.");
    case Kind::TooLarge:
        return tr("Cette image est trop grande pour être lue.");
    case Kind::NoDevice:
        return tr("L’appareil qui lit les documents ne répond pas.");
    case Kind::Jammed:
        return tr("Le document est bloqué, ou le capot est ouvert.");
    case Kind::OutOfPaper:
        return tr("Il n’y a pas de document dans l’appareil.");
    case Kind::Full:
        return tr("L’appareil n’a plus de place pour l’image.");
    case Kind::Unreachable:
        return tr("L’appareil qui lit les documents n’est plus relié.");
    case Kind::Refused:
        return tr("L’appareil qui lit les documents est occupé.");
    case Kind::TimedOut:
        return tr("La lecture prend trop de temps. Je l’ai arrêtée.");
    case Kind::Crashed:
        return tr("La lecture s’est arrêtée. Vos réponses sont toujours là.");
    case Kind::Cancelled:
        return tr("La lecture est arrêtée.");
    }
    return tr("Je n’arrive pas à lire ce document.");
}

Message scan_remedy(Kind why) {
    switch (why) {
    case Kind::NotFound:
    case Kind::Empty:
    case Kind::OutOfPaper:
        return tr("Posez votre document, puis recommencez.");
    case Kind::Unreadable:
    case Kind::TimedOut:
        return tr("Posez-le bien à plat, sans reflet, puis recommencez.");
    case Kind::Invalid:
        return tr("Vérifiez le document, ou écrivez vos réponses vous-même.");
    case Kind::Jammed:
        return tr("Demandez à quelqu’un de regarder l’appareil.");
    default:
        return tr("Vous pouvez recommencer, écrire vous-même ou demander de l’aide.");
    }
}

Message print_trouble(Kind why) {
    switch (why) {
    case Kind::OutOfPaper:
        return tr("L’imprimante n’a plus de papier.");
    case Kind::Jammed:
        return tr("Le papier est bloqué dans l’imprimante.");
    case Kind::NoDevice:
    case Kind::NotFound:
        return tr("Il n’y a pas d’imprimante qui répond.");
    case Kind::TimedOut:
        return tr("L’imprimante ne répond pas depuis une minute.");
    case Kind::Unreachable:
        return tr("L’imprimante n’est plus reliée à la machine.");
    case Kind::Refused:
        return tr("L’imprimante a refusé d’imprimer.");
    case Kind::Crashed:
        return tr("L’impression s’est arrêtée.");
    case Kind::Cancelled:
        return tr("L’impression est annulée.");
    case Kind::Full:
        return tr("L’imprimante n’a plus de mémoire.");
    case Kind::Unreadable:
    case Kind::Invalid:
    case Kind::Empty:
    case Kind::Protected:
    case Kind::TooLarge:
        return tr("L’imprimante n’arrive pas à lire votre feuille.");
    }
    return tr("L’impression n’a pas marché.");
}

Message print_remedy(Kind why) {
    switch (why) {
    case Kind::OutOfPaper:
        return tr("Demandez du papier, puis recommencez.");
    case Kind::Jammed:
        return tr("Demandez à quelqu’un de regarder l’imprimante.");
    default:
        return tr("Votre feuille est gardée. Recommencez, ou demandez à quelqu’un.");
    }
}

Message save_trouble(Kind why) {
    switch (why) {
    case Kind::Full:
        return tr("Il n’y a plus de place pour enregistrer.");
    case Kind::NoDevice:
    case Kind::NotFound:
        return tr("Il n’y a pas de clé USB.");
    case Kind::Refused:
    case Kind::Protected:
        return tr("La machine n’a pas le droit d’écrire ici.");
    case Kind::Unreachable:
    case Kind::TimedOut:
        return tr("L’endroit où enregistrer ne répond pas.");
    case Kind::Crashed:
    case Kind::Cancelled:
        return tr("L’enregistrement s’est arrêté.");
    default:
        return tr("L’enregistrement n’a pas marché.");
    }
}

} // namespace

Message trouble(Doing doing, Kind why) {
    switch (doing) {
    case Doing::Scan:
        return scan_trouble(why);
    case Doing::Print:
        return print_trouble(why);
    case Doing::Save:
        return save_trouble(why);
    case Doing::Sheet:
        break;
    }
    return tr("Votre feuille n’a pas pu être préparée.");
}

Message remedy(Doing doing, Kind why) {
    switch (doing) {
    case Doing::Scan:
        return scan_remedy(why);
    case Doing::Print:
        return print_remedy(why);
    case Doing::Save:
        return tr("Recommencez, ou demandez à quelqu’un.");
    case Doing::Sheet:
        break;
    }
    return tr("Vos réponses sont toujours là. Recommencez, ou demandez à quelqu’un.");
}

} // namespace guichet::ui
