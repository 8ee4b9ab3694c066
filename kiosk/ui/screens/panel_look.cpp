// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <array>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

struct SizeSample {
    visit::TextSize size;
    i18n::Message name;
};

std::array<SizeSample, 4> sizes() {
    return {
        {{visit::TextSize::Normal, tr("Normal")},
         {visit::TextSize::Large, tr("Grand")},
         {visit::TextSize::Larger, tr("Plus grand")},
         {visit::TextSize::Largest, tr("Très grand")}}};
}

struct ThemeSample {
    visit::Theme theme;
    i18n::Message name;
};

std::array<ThemeSample, 5> themes() {
    return {
        {{visit::Theme::Default, tr("Clair")},
         {visit::Theme::Dark, tr("Sombre")},
         {visit::Theme::BlackOnWhite, tr("Noir sur blanc")},
         {visit::Theme::YellowOnBlack, tr("Jaune sur noir")},
         {visit::Theme::Soft, tr("Doux")}}};
}

/// The colours a sample is shown in, and whether it is the one in use.
struct Sample {
    std::string id;
    i18n::Message name;
    const Colours* colours;
    bool chosen;
    float letter; ///< cap height of the sample letter in millimetres
};

bool draw_sample(Frame& frame, const Rect& rect, const Sample& sample) {
    const auto& m = frame.metrics();
    const auto& c = *sample.colours;
    frame.fill(rect, c.card, m.radius());
    frame.outline(
        rect, sample.chosen ? c.action : c.line, sample.chosen ? m.mm(1.2f) : m.border(), m.radius()
    );
    auto inside = rect.inset(m.mm(4.0f));
    const auto words = frame.words().text(sample.name);
    const auto size = frame.measure(words, TextRole::Button, inside.width);
    const auto foot = take_bottom(inside, size.height, m.mm(1.0f));
    frame.words_at(foot, words, TextRole::Button, c.ink, text::Align::Centre);
    const text::Style style{
        .cap_height = m.mm(sample.letter),
        .weight = text::Weight::Bold,
        .align = text::Align::Centre};
    const WordCache::Words letter{"A", style, &i18n::french(), inside.width};
    const float tall = frame.memory().words().lay_out(letter).size().height;
    frame.draw(
        {inside.x, inside.y + (inside.height - tall) / 2, inside.width, tall}, letter, c.ink
    );
    if (sample.chosen)
        icon(
            frame,
            {rect.right() - m.mm(12.0f), rect.y + m.mm(2.0f), m.mm(10.0f), m.mm(10.0f)},
            Icon::Check,
            c.action
        );
    auto& node = frame.add(
        {.id = sample.id,
         .role = Role::Option,
         .name = words,
         .rect = rect,
         .chosen = sample.chosen,
         .foreground = c.ink,
         .background = c.card}
    );
    return frame.pressed(node);
}

float sample_height(Frame& frame, const std::vector<Sample>& samples, float width) {
    const auto& m = frame.metrics();
    float words = 0;
    for (const auto& sample : samples)
        words = std::max(
            words,
            frame.measure(frame.words().text(sample.name), TextRole::Button, width - m.mm(8.0f))
                .height
        );
    constexpr float largest_letter = 29.0f; // with the room above and below its capitals
    return words + m.mm(largest_letter + 8.0f);
}

int draw_samples(Frame& frame, Flow& flow, const std::vector<Sample>& samples, int columns) {
    const float height = sample_height(frame, samples, flow.cell_width(columns));
    const auto cells = flow.cells(samples.size(), columns, height);
    int pressed = -1;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (draw_sample(frame, cells[i], samples[i]))
            pressed = static_cast<int>(i);
    return pressed;
}

void draw_sizes(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    std::vector<Sample> samples;
    const auto all = sizes();
    for (std::size_t i = 0; i < all.size(); ++i)
        samples.push_back(
            {"size:" + std::to_string(i),
             all[i].name,
             &frame.colours(),
             all[i].size == visit.size,
             7.0f + 2.5f * static_cast<float>(i)}
        );
    const int pressed = draw_samples(frame, flow, samples, frame.metrics().narrow() ? 2 : 4);
    if (pressed >= 0)
        page.ask(did::ChooseTextSize{all[static_cast<std::size_t>(pressed)].size});
}

void draw_themes(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    std::vector<Sample> samples;
    const auto all = themes();
    for (std::size_t i = 0; i < all.size(); ++i)
        samples.push_back(
            {"theme:" + std::to_string(i),
             all[i].name,
             &colours(all[i].theme),
             all[i].theme == visit.theme,
             9.0f}
        );
    const int pressed = draw_samples(frame, flow, samples, frame.metrics().narrow() ? 2 : 5);
    if (pressed >= 0)
        page.ask(did::ChooseTheme{all[static_cast<std::size_t>(pressed)].theme});
}

} // namespace

Asked draw_look_panel(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.look = false, .back = did::ClosePanel{}}};
    {
        ScrollArea area{frame, "look", page.inside()};
        Flow flow{frame, area.content()};
        flow.heading(tr("Taille du texte"));
        flow.space(4);
        draw_sizes(frame, flow, visit, page);
        flow.space(7);
        flow.text("colours", tr("Couleurs"), TextRole::Heading);
        flow.space(4);
        draw_themes(frame, flow, visit, page);
        flow.space(5);
        flow.text("sample", tr("Exemple : je réponds à une question à la fois."));
        area.end(flow.bottom());
    }
    return page.finish(Action{
        .button = {.label = main_label::close(), .look = Look::Main, .icon = Icon::Check},
        .event = did::ClosePanel{}});
}

} // namespace guichet::ui
