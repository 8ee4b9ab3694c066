// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

struct Paper {
    const procedure::Need* need;
    bool scanned;
};

float paper_height(Frame& frame, const Paper& paper, float width) {
    const auto& m = frame.metrics();
    const float words = width - m.mm(32.0f);
    float height = label_height(frame, paper.need->label, TextRole::Heading, words);
    if (!paper.need->help.empty())
        height += m.mm(1.0f) + label_height(frame, paper.need->help, TextRole::Small, words);
    if (paper.scanned)
        height += m.mm(2.0f) + label_height(frame, tr("Document lu"), TextRole::Small, words);
    return std::max(height + m.mm(10.0f), m.mm(24.0f));
}

void draw_paper(Frame& frame, const Rect& rect, const std::string& id, const Paper& paper) {
    const auto& m = frame.metrics();
    const auto& c = frame.colours();
    card(frame, rect);
    auto inside = rect.inset(m.mm(5.0f));
    const auto symbol = take_start(inside, m.mm(16.0f), m.mm(6.0f));
    icon(frame, symbol, Icon::Paper, c.action, TextRole::BigIcon);
    Flow flow{frame, inside};
    flow.text(id, paper.need->label, TextRole::Heading);
    if (!paper.need->help.empty()) {
        flow.space(1);
        flow.soft(id + ":help", paper.need->help, TextRole::Small);
    }
    if (paper.scanned) {
        flow.space(2);
        flow.icon_words(id + ":read", {tr("Document lu"), Icon::Check, TextRole::Small, c.ok});
    }
}

void draw_papers(Frame& frame, Flow& flow, const visit::Visit& visit) {
    const int columns = frame.metrics().narrow() ? 1 : 2;
    std::vector<Paper> papers;
    std::vector<float> heights;
    for (const auto& need : visit.procedure->need) {
        papers.push_back({&need, visit::is_read(visit, need.kind)});
        heights.push_back(paper_height(frame, papers.back(), flow.cell_width(columns)));
    }
    const auto cells = flow.cells(heights, columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        draw_paper(frame, cells[i], "need:" + std::to_string(i), papers[i]);
}

i18n::Message verified_words(Frame& frame, const procedure::Procedure& procedure) {
    return tr("Vérifié le {date} avec {source}.")
        .with("date", frame.words().date(procedure.verified))
        .with("source", procedure.source);
}

} // namespace

Asked draw_need(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::Back{}}};
    const auto& procedure = *visit.procedure;
    ScrollArea area{frame, "need", page.inside()};
    Flow flow{frame, area.content()};
    const auto soft = frame.colours().soft;
    flow.heading(tr("Avant de commencer"));
    flow.space(2);
    flow.text("summary", procedure.summary);
    if (!procedure.duration.empty()) {
        flow.space(2);
        flow.icon_words(
            "duration",
            {tr("Durée : {duration}").with("duration", frame.words().text(procedure.duration)),
             Icon::Clock,
             TextRole::Body,
             soft}
        );
    }
    if (!procedure.need.empty()) {
        flow.space(5);
        flow.text("papers", tr("Prenez ces documents avec vous"), TextRole::Heading);
        flow.space(3);
        draw_papers(frame, flow, visit);
    }
    const bool readable =
        std::ranges::any_of(procedure.need, [](const auto& need) { return !need.kind.empty(); });
    if (visit.offer->can_scan && readable) {
        flow.space(4);
        flow.soft(
            "scan-help",
            tr("La machine peut lire vos documents. "
               "Vous vérifiez ensuite ce qui est lu.")
        );
        flow.space(3);
        const Button scan{
            .label = tr("Lire mes documents maintenant"), .look = Look::Second, .icon = Icon::Scan};
        if (flow.buttons({{"scan", scan}}) == 0)
            page.ask(did::OpenScan{});
    }
    flow.space(5);
    flow.icon_words(
        "verified", {verified_words(frame, procedure), Icon::Proven, TextRole::Small, soft}
    );
    area.end(flow.bottom());
    return page.finish(start());
}

} // namespace guichet::ui
