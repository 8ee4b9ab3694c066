// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/question.hpp"
#include "ui/screens/scan_drawing.hpp"

#include <algorithm>
#include <variant>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

const procedure::Scanned* paper_read(const visit::Visit& visit) {
    const auto* answer = visit.answers.find(visit.path);
    return answer == nullptr ? nullptr : std::get_if<procedure::Scanned>(&answer->value);
}

} // namespace

void draw_paper(Asking& asking) {
    ScrollArea area{asking.frame, "question", asking.page.inside()};
    Flow flow{asking.frame, area.content()};
    draw_question_top(asking, flow);
    const auto* paper = paper_read(asking.visit);
    if (paper != nullptr) {
        flow.icon_words(
            "paper",
            {i18n::tr_count("Document lu : {n} page.", "Document lu : {n} pages.", paper->pages),
             Icon::Check,
             TextRole::Heading,
             asking.frame.colours().ok}
        );
        flow.space(4);
    }
    if (asking.visit.offer->can_scan) {
        const Button scan{
            .label =
                paper == nullptr ? tr("Montrer mon document") : tr("Montrer un autre document"),
            .look = Look::Second,
            .icon = Icon::Scan};
        if (flow.buttons({{"scan", scan}}) == 0)
            asking.page.ask(did::OpenScan{});
    } else {
        flow.text("no-scanner", tr("Cette machine ne lit pas les documents. Gardez-le avec vous."));
    }
    draw_extras(asking, flow);
    const auto& m = asking.frame.metrics();
    if (paper == nullptr && !m.low()) {
        flow.space(6);
        auto drawing = flow.take(m.mm(80.0f));
        drawing.width = std::min(drawing.width, m.mm(120.0f));
        draw_laying(asking.frame, drawing);
    }
    area.end(flow.bottom());
}

void draw_reading(Asking& asking) {
    ScrollArea area{asking.frame, "question", asking.page.inside()};
    Flow flow{asking.frame, area.content()};
    const auto& m = asking.frame.metrics();
    flow.heading(asking.question.label);
    for (std::size_t i = 0; i < asking.visit.findings.size(); ++i) {
        flow.space(3);
        flow.alert("finding:" + std::to_string(i), asking.visit.findings[i].say);
    }
    if (asking.visit.agree_again && visit::is_to_agree(asking.visit, asking.visit.path)) {
        flow.space(3);
        flow.icon_words(
            "again",
            {tr("Une réponse a changé. Relisez cette phrase, puis acceptez-la."),
             Icon::Info,
             TextRole::Body,
             asking.frame.colours().ink}
        );
    }
    if (!asking.question.help.empty()) {
        flow.space(5);
        const float pad = m.mm(6.0f);
        const float words = flow.width() - 2 * pad;
        const float tall = label_height(asking.frame, asking.question.help, TextRole::Body, words);
        const auto rect = flow.take(tall + 2 * pad);
        card(asking.frame, rect);
        label(
            asking.frame,
            "help",
            rect.inset(pad),
            asking.question.help,
            TextRole::Body,
            asking.frame.colours().ink
        );
    }
    draw_extras(asking, flow);
    area.end(flow.bottom());
}

} // namespace guichet::ui
