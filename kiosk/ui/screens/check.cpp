// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/summary.hpp"
#include "ui/kit/scroll.hpp"
#include "ui/screens/documents.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

#include <algorithm>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

/// Where the parts of one line go: three columns and a button, or under one another.
struct LinePlaces {
    Rect name{};
    Rect value{};
    Rect origin{};
    Rect finding{};
    Rect change{};
    float height{};
};

struct CheckLine {
    const procedure::Line* line;
    const procedure::Finding* finding; ///< null when nothing is to be corrected
};

Button change_button(const procedure::Line& line) {
    return line.answered ? Button{.label = tr("Modifier"), .look = Look::Quiet, .icon = Icon::Edit}
                         : Button{.label = tr("Répondre"), .look = Look::Quiet, .icon = Icon::Edit};
}

Icon origin_icon(const procedure::Origin& origin) {
    switch (origin.kind) {
    case procedure::Origin::Kind::Typed:
        return Icon::Edit;
    case procedure::Origin::Kind::Read:
        return origin.proven ? Icon::Proven : Icon::Scan;
    case procedure::Origin::Kind::Mediator:
        return Icon::People;
    }
    return Icon::Edit;
}

bool in_columns(Frame& frame, float words) {
    return words >= frame.metrics().mm(230.0f);
}

/// Name, value, origin and finding from the top of the rect, without what else there is to a line;
/// `height` is down to the last of them.
LinePlaces word_places(Frame& frame, const CheckLine& one, const Rect& rect) {
    const auto& m = frame.metrics();
    const auto& line = *one.line;
    const float gap = m.mm(4.0f);
    const float words = rect.width;
    const bool columns = in_columns(frame, words);
    LinePlaces at;
    at.name = {rect.x, rect.y, columns ? words * 0.34f - gap : words, 0};
    at.name.height = label_height(frame, line.name, TextRole::Body, at.name.width);
    at.value = {
        columns ? rect.x + words * 0.34f : rect.x,
        columns ? rect.y : at.name.bottom(),
        columns ? words * 0.38f - gap : words,
        0};
    at.value.height = label_height(frame, line.value, TextRole::Value, at.value.width);
    float y = std::max(at.name.bottom(), at.value.bottom());
    if (line.answered) {
        const auto origin = procedure::show(line.answer.origin, frame.words());
        at.origin = {
            columns ? rect.x + words * 0.72f : rect.x,
            columns ? rect.y : at.value.bottom() + m.mm(1.0f),
            columns ? words * 0.28f : words,
            0};
        at.origin.height = Flow{frame, at.origin}.icon_words_height(
            {origin, Icon::Edit, TextRole::Small, frame.colours().soft}
        );
        y = std::max(y, at.origin.bottom());
    }
    if (one.finding != nullptr) {
        at.finding = {rect.x, y + m.mm(1.0f), words, 0};
        at.finding.height = Flow{frame, at.finding}.icon_words_height(
            {one.finding->say, Icon::Warning, TextRole::Body, frame.colours().error}
        );
        y = at.finding.bottom();
    }
    at.height = y - rect.y;
    return at;
}

LinePlaces places(Frame& frame, const CheckLine& one, const Rect& rect) {
    const auto& m = frame.metrics();
    const auto change = button_size(frame, change_button(*one.line), rect.width);
    const float pad = m.mm(3.0f);
    const float words = rect.width - change.width - m.mm(4.0f);
    auto at = word_places(frame, one, {rect.x, rect.y + pad, words, 0});
    at.height = std::max(at.height, change.height) + 2 * pad;
    const float middle = rect.y + at.height / 2;
    at.change = {
        rect.right() - change.width, middle - change.height / 2, change.width, change.height};
    if (in_columns(frame, words) && one.finding == nullptr)
        for (auto* part : {&at.name, &at.value, &at.origin})
            part->y = middle - part->height / 2;
    return at;
}

void draw_line(Frame& frame, const Rect& rect, const CheckLine& one, Page& page) {
    const auto& c = frame.colours();
    const auto& line = *one.line;
    const auto at = places(frame, one, rect);
    label(frame, "name:" + line.path, at.name, line.name, TextRole::Body, c.soft);
    label(
        frame,
        "value:" + line.path,
        at.value,
        line.value,
        TextRole::Value,
        line.answered ? c.ink : c.soft
    );
    if (line.answered) {
        Flow flow{frame, at.origin};
        flow.icon_words(
            "origin:" + line.path,
            {procedure::show(line.answer.origin, frame.words()),
             origin_icon(line.answer.origin),
             TextRole::Small,
             c.soft}
        );
    }
    if (one.finding != nullptr) {
        Flow flow{frame, at.finding};
        flow.icon_words(
            "finding:" + line.path, {one.finding->say, Icon::Warning, TextRole::Body, c.error}
        );
    }
    if (button(frame, "change:" + line.path, at.change, change_button(line)))
        page.ask(did::Change{line.path});
}

const procedure::Finding* finding_at(const visit::Visit& visit, const procedure::Path& path) {
    const auto found = std::ranges::find(visit.findings, path, &procedure::Finding::path);
    return found == visit.findings.end() ? nullptr : &*found;
}

void draw_section(
    Frame& frame,
    Flow& flow,
    const visit::Visit& visit,
    const procedure::Section& section,
    Page& page
) {
    std::vector<CheckLine> lines;
    std::vector<float> heights;
    for (const auto& line : section.lines) {
        lines.push_back({&line, finding_at(visit, line.path)});
        heights.push_back(places(frame, lines.back(), {0, 0, flow.card_row_width(), 0}).height);
    }
    const auto rows = flow.card_rows(heights);
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_line(frame, rows[i], lines[i], page);
}

/// What is about no single line of the page.
void draw_findings(Flow& flow, const visit::Visit& visit) {
    if (visit.findings.empty())
        return;
    flow.alert(
        "findings",
        i18n::tr_count(
            "Il reste {n} chose à corriger.",
            "Il reste {n} choses à corriger.",
            static_cast<long>(visit.findings.size())
        )
    );
    flow.space(4);
    int number = 0;
    for (const auto& finding : visit.findings) {
        if (!finding.path.empty())
            continue;
        flow.alert("finding:" + std::to_string(number++), finding.say);
        flow.space(4);
    }
}

/// Consents to give again say so, in their lines and at the top.
void draw_withdrawn(
    Frame& frame, Flow& flow, const visit::Visit& visit, std::vector<procedure::Section>& sections
) {
    bool any = false;
    for (auto& section : sections) {
        for (auto& line : section.lines) {
            if (!visit.agree_again || !visit::is_to_agree(visit, line.path))
                continue;
            line.value = tr("À accepter de nouveau");
            any = true;
        }
    }
    if (!any)
        return;
    flow.icon_words(
        "again",
        {tr("Une réponse a changé. Acceptez de nouveau après cette page."),
         Icon::Info,
         TextRole::Body,
         frame.colours().ink}
    );
    flow.space(4);
}

} // namespace

Asked draw_check(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::Back{}}};
    ScrollArea area{frame, "check", page.inside()};
    Flow flow{frame, area.content()};
    flow.heading(tr("Relisez vos réponses"));
    flow.space(1.5f);
    flow.soft("help", tr("Vous pouvez encore tout modifier."));
    flow.space(4);
    draw_findings(flow, visit);
    auto sections = procedure::summary(*visit.procedure, visit.answers, visit.route, frame.words());
    draw_withdrawn(frame, flow, visit, sections);
    int number = 0;
    for (const auto& section : sections) {
        if (section.lines.empty())
            continue;
        flow.space(2);
        flow.text("section:" + std::to_string(number++), section.title, TextRole::Heading);
        flow.space(2);
        draw_section(frame, flow, visit, section, page);
        flow.space(4);
    }
    draw_documents(frame, flow, visit, page);
    area.end(flow.bottom());
    return page.finish(Action{
        .button =
            {.label = main_label::all_right(),
             .look = Look::Main,
             .icon = Icon::Check,
             .icon_after = true},
        .event = did::Continue{}});
}

} // namespace guichet::ui
