#include "ui/screens/languages.hpp"

#include "ui/screens/flow.hpp"

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
namespace did = visit::did;

namespace {

/// "Touchez ici pour le français", said in that language; only its name when its words are not
/// known.
Choice language_card(const visit::Visit& visit, const i18n::Language& language) {
    Choice card{.label = verbatim(language.native_name), .chosen = language.code == visit.language};
    const auto touch_here = tr("Touchez ici pour choisir cette langue.");
    const auto words = visit.offer->words.find(language.code);
    if (words != visit.offer->words.end())
        card.help = verbatim(words->second.text(touch_here));
    else if (language.code == i18n::french().code)
        card.help = verbatim(i18n::Catalogue{}.text(touch_here));
    return card;
}

} // namespace

void draw_language_cards(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& languages = i18n::languages();
    const int columns = frame.metrics().narrow() ? 1 : 3;
    std::vector<Choice> cards;
    std::vector<float> heights;
    for (const auto& language : languages) {
        cards.push_back(language_card(visit, language));
        heights.push_back(std::max(
            choice_height(frame, cards.back(), flow.cell_width(columns)), frame.metrics().mm(26.0f)
        ));
    }
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (choice(frame, "language:" + languages[i].code, cells[i], cards[i]))
            page.ask(did::ChooseLanguage{languages[i].code});
}

} // namespace guichet::ui
