// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/languages.hpp"

#include "ui/screens/flow.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// One language in its own words and direction.
struct Card {
    const i18n::Language* language;
    std::string touch_here; ///< empty when its words are not known
    bool chosen;
};

Card language_card(const visit::Visit& visit, const i18n::Language& language) {
    Card card{&language, {}, language.code == visit.language};
    const auto touch_here = tr("Touchez ici pour choisir cette langue.");
    const auto words = visit.offer->words.find(language.code);
    if (words != visit.offer->words.end())
        card.touch_here = words->second.text(touch_here);
    else if (language == i18n::french())
        card.touch_here = i18n::Catalogue{}.text(touch_here);
    return card;
}

struct CardWords {
    WordCache::Words name;
    WordCache::Words help;
    float name_height;
    float help_height;
};

CardWords words_of(Frame& frame, const Card& card, float width) {
    auto name_style = frame.metrics().style(TextRole::Question);
    auto help_style = frame.metrics().style(TextRole::Body);
    name_style.align = text::Align::Centre;
    help_style.align = text::Align::Centre;
    CardWords words{
        {card.language->native_name, name_style, card.language, width},
        {card.touch_here, help_style, card.language, width},
        0,
        0};
    auto& cache = frame.memory().words();
    words.name_height = cache.lay_out(words.name).size().height;
    if (!card.touch_here.empty())
        words.help_height = cache.lay_out(words.help).size().height;
    return words;
}

float padding(Frame& frame) {
    return frame.metrics().mm(4.0f);
}

float card_height(Frame& frame, const Card& card, float width) {
    const auto& m = frame.metrics();
    const auto words = words_of(frame, card, width - 2 * padding(frame));
    const float tall = words.name_height + words.help_height + m.mm(2.0f) + 2 * padding(frame);
    return std::max(tall, m.mm(m.low() ? 26.0f : 46.0f));
}

bool draw_card(Frame& frame, const Rect& rect, const Card& card) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    const auto back = card.chosen ? c.action_soft : c.card;
    const bool strong = card.chosen || frame.held(rect);
    frame.fill(rect, back, m.radius());
    frame.outline(rect, strong ? c.action : c.line, strong ? m.mm(0.8f) : m.border(), m.radius());
    const auto inside = rect.inset(padding(frame));
    const auto words = words_of(frame, card, inside.width);
    const float tall = words.name_height + words.help_height + m.mm(2.0f);
    const float top = inside.y + (inside.height - tall) / 2;
    frame.draw({inside.x, top, inside.width, words.name_height}, words.name, c.ink);
    if (!card.touch_here.empty())
        frame.draw(
            {inside.x, top + words.name_height + m.mm(2.0f), inside.width, words.help_height},
            words.help,
            c.ink
        );
    const auto& node = frame.add(
        {.id = "language:" + card.language->code,
         .role = Role::Option,
         .name = card.language->native_name,
         .value = card.touch_here,
         .language = card.language->code,
         .rect = rect,
         .chosen = card.chosen,
         .foreground = c.ink,
         .background = back}
    );
    return frame.pressed(node);
}

} // namespace

void draw_language_cards(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& languages = i18n::languages();
    const int columns = frame.metrics().narrow() ? 1 : 3;
    std::vector<Card> cards;
    std::vector<float> heights;
    for (const auto& language : languages) {
        cards.push_back(language_card(visit, language));
        heights.push_back(card_height(frame, cards.back(), flow.cell_width(columns)));
    }
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (draw_card(frame, cells[i], cards[i]))
            page.ask(did::ChooseLanguage{languages[i].code});
}

} // namespace guichet::ui
