// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/faults.hpp"

#include <algorithm>
#include <string>

namespace guichet::ui {

using i18n::Message;
using i18n::tr;
using procedure::PictureFault;

namespace {

constexpr std::size_t most_said = 3;

Message words_of(PictureFault fault, const std::string& missing) {
    using enum PictureFault;
    switch (fault) {
    case TooDark:
        return tr("L’image est trop sombre.");
    case TooBlurred:
        return tr("L’image est floue.");
    case Cut:
        return tr("Une partie du document est hors de l’image.");
    case Glossy:
        return tr("Un reflet cache une partie du document.");
    case TooSmall:
        return tr("Le document est trop loin de l’appareil.");
    case OutOfDate:
        return tr("La date de ce document est dépassée.");
    case WrongKind:
        return tr("Ce n’est pas le document demandé.");
    case SideMissing:
        return missing.empty() ? tr("Il manque un côté ou une page du document.")
                               : tr("Il manque : {side}.").with("side", missing);
    case Disagrees:
        return tr("Le code et le texte du document sont différents.");
    }
    return tr("Je n’arrive pas à lire ce document.");
}

Message advice_on(PictureFault fault) {
    using enum PictureFault;
    switch (fault) {
    case TooDark:
        return tr("Mettez plus de lumière, puis recommencez.");
    case TooBlurred:
        return tr("Posez-le, ne bougez plus, puis recommencez.");
    case Cut:
        return tr("Posez le document entier, puis recommencez.");
    case Glossy:
        return tr("Posez-le à plat, sans reflet.");
    case TooSmall:
        return tr("Rapprochez le document, puis recommencez.");
    case OutOfDate:
        return tr("Demandez à quelqu’un s’il est encore accepté.");
    case WrongKind:
        return tr("Prenez le document demandé, puis recommencez.");
    case SideMissing:
        return tr("Lisez aussi cette partie du document.");
    case Disagrees:
        return tr("Regardez bien chaque réponse, puis corrigez.");
    }
    return tr("Vous pouvez recommencer, écrire vous-même ou demander de l’aide.");
}

} // namespace

void draw_faults(
    Frame& frame, Flow& flow, const std::vector<PictureFault>& faults, const Message& missing
) {
    const auto side = missing.empty() ? std::string() : frame.words().text(missing);
    for (std::size_t i = 0; i < std::min(faults.size(), most_said); ++i) {
        const auto number = std::to_string(i);
        flow.alert("fault:" + number, words_of(faults[i], side));
        flow.space(1.5f);
        flow.text("fault-advice:" + number, advice_on(faults[i]));
        flow.space(4);
    }
}

} // namespace guichet::ui
