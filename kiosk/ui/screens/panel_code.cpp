// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/beside.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <array>

namespace guichet::ui {

using i18n::tr;
using i18n::verbatim;
namespace did = visit::did;

namespace {

constexpr int columns = 3;
/// As on a telephone; empty: takes the last digit away.
constexpr std::array<std::string_view, 12> keys{
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "clear"};

bool takes_digits(const visit::Code& code) {
    using enum visit::Code::State;
    return code.state != Resting && code.state != Checking;
}

void draw_state(Flow& flow, const visit::Code& code, const Colours& colours) {
    using enum visit::Code::State;
    switch (code.state) {
    case Typing:
        return;
    case Checking:
        return flow.icon_words(
            "checking", {tr("Nous vérifions le code."), Icon::Clock, TextRole::Body, colours.ink}
        );
    case Wrong:
        return flow.alert("wrong", tr("Ce code n’est pas le bon. Regardez-le, puis recommencez."));
    case Unsure:
        return flow.alert("unsure", tr("Nous ne pouvons pas vérifier ce code maintenant."));
    case Resting:
        return flow.alert("resting", tr("Plusieurs codes étaient faux. Attendez une minute."));
    }
}

/// A dot for each digit: nobody around reads them.
void draw_dots(Frame& frame, Flow& flow, const visit::Code& code) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    std::string dots;
    for (std::size_t i = 0; i < std::max(code.digits.size(), visit::Code::of_console); ++i)
        dots += i < code.digits.size() ? "● " : "○ ";
    const float tall =
        std::max(m.target(), label_height(frame, verbatim(dots), TextRole::Value, flow.width()));
    const auto rect = flow.take(tall);
    frame.words_centred(rect, dots, TextRole::Value, c.ink, text::Align::Start);
    frame.add(
        {.id = "digits",
         .role = Role::Text,
         .name = frame.words().text(tr("Le code")),
         .rect = rect,
         .secret = true,
         .foreground = c.ink}
    );
}

void draw_words(Frame& frame, Flow& flow, const visit::Visit& visit) {
    flow.heading(tr("Quel est le code de la personne qui aide ?"));
    flow.space(2);
    flow.text("how", tr("Il est affiché sur sa page. Elle l’écrit ici elle-même."));
    if (visit.offer->has_pin) {
        flow.space(1);
        flow.soft("pin", tr("Sans réseau, le code secret du lieu convient aussi."));
    }
    flow.space(4);
    draw_dots(frame, flow, visit.code);
    flow.space(3);
    draw_state(flow, visit.code, frame.colours());
}

std::string digits_after(const visit::Code& code, std::string_view key) {
    if (key == "clear")
        return {};
    if (key.empty())
        return code.digits.substr(
            0, code.digits.size() - std::min<std::size_t>(1, code.digits.size())
        );
    return code.digits + std::string{key};
}

Button key_button(std::string_view key, bool enabled) {
    if (key == "clear")
        return {.label = tr("Effacer"), .look = Look::Quiet, .enabled = enabled};
    if (key.empty())
        return {.label = tr("Corriger"), .look = Look::Quiet, .enabled = enabled};
    return {.label = verbatim(std::string{key}), .enabled = enabled};
}

/// Digits run from the left in every language.
void draw_pad(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& m = frame.metrics();
    const bool takes = takes_digits(visit.code);
    const float width = flow.cell_width(columns);
    float tall = m.low() ? m.target() : m.main_target();
    for (const auto key : keys)
        tall = std::max(tall, button_size(frame, key_button(key, takes), width).height);
    const auto cells = flow.cells(keys.size(), columns, tall);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto across = i % columns;
        const auto cell = frame.mirrored() ? i - across + (columns - 1 - across) : i;
        const auto id = "digit:" + std::string{keys.at(i).empty() ? "back" : keys.at(i)};
        if (button(frame, id, cells[cell], key_button(keys.at(i), takes)))
            page.ask(did::TypeCode{digits_after(visit.code, keys.at(i))});
    }
}

} // namespace

Asked draw_code_panel(Frame& frame, const visit::Visit& visit) {
    const auto& m = frame.metrics();
    Page page{frame, visit, {.back = did::ClosePanel{}}};
    {
        ScrollArea area{frame, "code", page.inside()};
        Flow flow{frame, area.content()};
        const float pad = m.mm(150.0f);
        if (m.narrow() || flow.width() < 2 * pad) {
            draw_words(frame, flow, visit);
            flow.space(4);
            draw_pad(frame, flow, visit, page);
            area.end(flow.bottom());
        } else {
            auto rest = flow.take(0);
            Flow keys_flow{frame, take_end(rest, pad, m.mm(10.0f))};
            Flow words_flow{frame, rest};
            draw_words(frame, words_flow, visit);
            draw_pad(frame, keys_flow, visit, page);
            area.end(std::max(words_flow.bottom(), keys_flow.bottom()));
        }
    }
    auto main = go_on();
    main.event = did::SomeoneIsHere{visit.code.digits};
    main.button.enabled =
        takes_digits(visit.code) && visit.code.digits.size() >= visit::Code::of_console;
    return page.finish(main);
}

Asked draw_point_panel(Frame& frame, const visit::Visit& visit) {
    const auto& c = frame.colours();
    Page page{frame, visit, {.back = did::RefusePointing{}}};
    const auto name = visit.pointing ? visit.pointing->mediator : std::string{};
    {
        ScrollArea area{frame, "point", page.inside()};
        Flow flow{frame, area.content()};
        flow.space(frame.metrics().low() ? 0.0f : 6.0f);
        flow.heading(with_name(
            name,
            tr("{name} peut vous montrer où toucher. Voulez-vous ?"),
            tr("Quelqu’un peut vous montrer où toucher. Voulez-vous ?")
        ));
        flow.space(5);
        const std::array<std::pair<Icon, i18n::Message>, 4> lines{
            {{Icon::Eye, tr("Cette personne verra les titres et les boutons de cette page.")},
             {Icon::Lock, tr("Elle ne verra jamais ce que vous avez écrit ou choisi.")},
             {Icon::Clock, tr("Cela dure le temps de cette page, 5 minutes au plus.")},
             {Icon::Close, tr("Vous pouvez arrêter à tout moment. Sans réponse, c’est non.")}}};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            flow.icon_words(
                "line:" + std::to_string(i),
                {lines.at(i).second, lines.at(i).first, TextRole::Body, c.ink}
            );
            flow.space(3);
        }
        flow.space(4);
        const Button no{.label = tr("Non merci"), .look = Look::Second, .icon = Icon::Close};
        if (flow.buttons({{"refuse", no}}) == 0)
            page.ask(did::RefusePointing{});
        area.end(flow.bottom());
    }
    return page.finish(Action{
        .button = {.label = main_label::agree(), .look = Look::Main, .icon = Icon::Check},
        .event = did::AllowPointing{}});
}

} // namespace guichet::ui
