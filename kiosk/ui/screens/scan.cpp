// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll.hpp"
#include "ui/screens/documents.hpp"
#include "ui/screens/faults.hpp"
#include "ui/screens/flow.hpp"
#include "ui/screens/framing.hpp"
#include "ui/screens/page.hpp"
#include "ui/screens/scan_drawing.hpp"
#include "ui/screens/trouble.hpp"

#include <algorithm>
#include <array>

namespace guichet::ui {

using i18n::tr;
using State = visit::Scanning::State;
namespace did = visit::did;

namespace {

/// The papers asked for, by the names the procedure gives them.
std::vector<i18n::Message> papers_asked(const visit::Visit& visit) {
    std::vector<i18n::Message> names;
    for (const auto& kind : visit.scanning.kinds)
        for (const auto& need : visit.procedure->need)
            if (need.kind == kind)
                names.push_back(need.label);
    return names;
}

i18n::Message stage_words(procedure::ReadingStage stage) {
    using procedure::ReadingStage;
    switch (stage) {
    case ReadingStage::Opening:
        return tr("Je prends l’image de votre document.");
    case ReadingStage::Cleaning:
        return tr("Je redresse l’image.");
    case ReadingStage::Codes:
        return tr("Je cherche les codes de votre document.");
    case ReadingStage::Text:
        return tr("Je lis ce qui est écrit.");
    }
    return tr("Je lis ce qui est écrit.");
}

void draw_ready(Frame& frame, Flow& flow, const visit::Visit& visit) {
    const auto papers = papers_asked(visit);
    flow.heading(tr("Posez votre document"));
    flow.space(3);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        flow.icon_words(
            "paper:" + std::to_string(i),
            {papers[i], Icon::Paper, TextRole::Heading, frame.colours().ink}
        );
        flow.space(2);
    }
    flow.space(2);
    const std::array steps{
        tr("Posez-le bien à plat, un seul à la fois."),
        tr("Le côté écrit est visible par l’appareil."),
        tr("Touchez « Lire mon document ».")};
    int number = 1;
    for (const auto& step : steps) {
        draw_numbered(frame, flow, number++, step);
        flow.space(3);
    }
    flow.space(1);
    flow.icon_words(
        "erased",
        {tr("L’image est effacée à la fin."), Icon::Lock, TextRole::Body, frame.colours().soft}
    );
}

/// Four marks, filled as the work goes on.
void draw_stages(Frame& frame, const Rect& rect, int stage) {
    const auto& c = frame.colours();
    const float gap = frame.metrics().mm(3.0f);
    auto rest = rect;
    const float width = (rect.width - 3 * gap) / 4;
    for (int i = 0; i < 4; ++i) {
        const auto mark = take_start(rest, width, gap);
        frame.fill(mark, i <= stage ? c.action : c.paper, mark.height / 2);
        frame.outline(mark, i <= stage ? c.action : c.line, 1, mark.height / 2);
    }
}

i18n::Message sight_words(procedure::CameraSight sight) {
    using procedure::CameraSight;
    switch (sight) {
    case CameraSight::Empty:
        return tr("Posez le document sous la caméra.");
    case CameraSight::Moving:
        return tr("Posez le document, puis retirez vos mains.");
    case CameraSight::Blurred:
        return tr("L’image est floue. Attendez un instant.");
    case CameraSight::Still:
        return tr("Ne bougez plus. Je prends la photo.");
    }
    return tr("Posez le document sous la caméra.");
}

/// Beside the live picture of the camera.
void draw_live(Flow& flow, const visit::Visit& visit, Page& page) {
    flow.heading(tr("Montrez votre document"));
    flow.space(3);
    flow.text("sight", sight_words(visit.scanning.sight));
    flow.space(5);
    flow.soft("patience", tr("La photo se prend toute seule quand le document ne bouge plus."));
    flow.space(5);
    const Button stop{.label = tr("Arrêter"), .look = Look::Quiet, .icon = Icon::Close};
    if (flow.buttons({{"stop", stop}}) == 0)
        page.ask(did::Back{});
}

void draw_working(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    if (visit.scanning.live)
        return draw_live(flow, visit, page);
    flow.heading(tr("Lecture de votre document"));
    flow.space(3);
    flow.text("stage", stage_words(visit.scanning.stage));
    flow.space(5);
    draw_stages(frame, flow.take(frame.metrics().mm(4.0f)), static_cast<int>(visit.scanning.stage));
    flow.space(5);
    flow.soft("patience", tr("Cela prend quelques secondes. Ne bougez pas le document."));
    flow.space(5);
    const Button stop{.label = tr("Arrêter"), .look = Look::Quiet, .icon = Icon::Close};
    if (flow.buttons({{"stop", stop}}) == 0)
        page.ask(did::Back{});
}

i18n::Message seen_words(Frame& frame, const visit::Scanning& scanning) {
    return tr("Ce document est : {document}.").with("document", frame.words().text(scanning.seen));
}

/// A good picture of a paper known by its title: nothing failed, nothing is read from it.
bool is_only_named(const visit::Scanning& scanning) {
    return scanning.why == Error::Kind::Invalid && !scanning.seen.empty() &&
           scanning.faults.empty();
}

void draw_failed(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& scanning = visit.scanning;
    const bool only_named = is_only_named(scanning);
    flow.heading(only_named ? tr("Je ne lis pas ce document") : tr("La lecture n’a pas marché"));
    flow.space(4);
    if (!scanning.seen.empty()) {
        flow.text("seen", seen_words(frame, scanning));
        flow.space(3);
    }
    if (only_named) {
        flow.text("remedy", tr("Montrez un autre document, ou écrivez vos réponses vous-même."));
        flow.space(5);
    } else if (scanning.faults.empty()) {
        flow.alert("trouble", trouble(Doing::Scan, scanning.why));
        flow.space(3);
        flow.text("remedy", remedy(Doing::Scan, scanning.why));
        flow.space(5);
    } else {
        draw_faults(frame, flow, scanning.faults, scanning.missing);
        flow.space(1);
    }
    std::vector<std::pair<std::string, Button>> ways{
        {"type-instead",
         {.label = tr("Écrire moi-même"), .look = Look::Second, .icon = Icon::Edit}},
        {"ask-human",
         {.label = tr("Demander à quelqu’un"), .look = Look::Human, .icon = Icon::Human}}};
    if (can_be_framed(scanning))
        ways.push_back(frame_button());
    const int pressed = flow.buttons(ways);
    if (pressed == 0)
        page.ask(did::TypeInstead{});
    if (pressed == 1)
        page.ask(did::CallSomeone{});
    if (pressed == 2)
        page.ask(did::FramePicture{});
}

/// The paper the question asks for, with something wrong: the person decides.
void draw_unclear(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    const auto& scanning = visit.scanning;
    flow.heading(tr("Voulez-vous garder cette image quand même ?"));
    flow.space(4);
    draw_faults(frame, flow, scanning.faults, scanning.missing);
    flow.space(1);
    std::vector<std::pair<std::string, Button>> ways{
        {"keep-image", {.label = tr("Oui, la garder"), .look = Look::Second, .icon = Icon::Check}}};
    if (can_be_framed(scanning))
        ways.push_back(frame_button());
    const int pressed = flow.buttons(ways);
    if (pressed == 0)
        page.ask(did::Continue{});
    if (pressed == 1)
        page.ask(did::FramePicture{});
}

/// A document nobody asked for so far: what it is, and what becomes of it.
void draw_not_asked(Frame& frame, Flow& flow, const visit::Scanning& scanning, Page& page) {
    flow.heading(tr("Rien à vérifier pour l’instant"));
    flow.space(3);
    if (!scanning.seen.empty()) {
        flow.text("seen", seen_words(frame, scanning));
        flow.space(3);
    }
    if (scanning.for_later) {
        flow.text("use", tr("Il ne répond à aucune question pour l’instant."));
        flow.space(3);
        const auto& c = frame.colours();
        flow.icon_words(
            "kept", {tr("Je le garde pour la suite."), Icon::Check, TextRole::Body, c.ok}
        );
    } else {
        flow.text("use", tr("Cette démarche n’a pas besoin de ce document."));
    }
    flow.space(5);
    const Button again{
        .label = tr("Lire un autre document"), .look = Look::Second, .icon = Icon::Scan};
    if (flow.buttons({{"read-another", again}}) == 0)
        page.ask(did::TakePicture{});
}

/// What would be kept, or what was taken.
Picture picture_shown(const visit::Visit& visit) {
    const bool unclear = visit.scanning.state == State::Unclear && visit.confirming &&
                         !visit.confirming->reading.pages.empty();
    return unclear ? visit.confirming->reading.pages.front() : visit.scanning.original.preview;
}

/// Nothing where only the drawing would be there, too low to show how a document is laid.
Rect take_picture_side(Frame& frame, const visit::Visit& visit, Rect& inside) {
    const auto& m = frame.metrics();
    const bool framing = visit.scanning.state == State::Framing;
    if (!m.narrow())
        return take_start(inside, inside.width * (framing ? 0.52f : 0.42f), m.mm(10.0f));
    const float height = inside.height * (framing ? 0.5f : 0.34f);
    if (!framing && !picture_shown(visit) && height < m.mm(30.0f))
        return {};
    return take_top(inside, height, m.mm(5.0f));
}

void draw_picture_side(Frame& frame, const Rect& rect, const visit::Visit& visit, Page& page) {
    const auto shown = picture_shown(visit);
    if (visit.scanning.state == State::Framing && can_be_framed(visit.scanning))
        draw_corners(frame, rect, visit.scanning, page);
    else if (shown)
        picture(frame, "preview", rect, shown, tr("Votre document"));
    else
        draw_laying(frame, rect);
}

std::optional<Action> main_action(const visit::Visit& visit) {
    if (visit.scanning.live)
        return Action{
            .button = {.label = main_label::shoot(), .look = Look::Main, .icon = Icon::Scan},
            .event = did::TakePicture{},
            .id = "take-picture"};
    if (visit.scanning.state == State::Working)
        return std::nullopt;
    if (visit.scanning.state == State::NotAsked || visit.scanning.state == State::Looking)
        return go_on();
    if (visit.scanning.state == State::Framing)
        return Action{
            .button = {.label = main_label::take_picture(), .look = Look::Main, .icon = Icon::Scan},
            .event = did::Continue{}};
    const bool failed = visit.scanning.state != State::Ready;
    return Action{
        .button =
            {.label = failed ? tr("Recommencer") : main_label::take_picture(),
             .look = Look::Main,
             .icon = failed ? Icon::Retry : Icon::Scan},
        .event = did::TakePicture{},
        .id = "take-picture"};
}

} // namespace

Asked draw_scan(Frame& frame, const visit::Visit& visit) {
    Page page{frame, visit, {.back = did::Back{}}};
    auto inside = page.inside();
    if (const auto side = take_picture_side(frame, visit, inside); side.height > 0)
        draw_picture_side(frame, side, visit, page);
    {
        ScrollArea area{frame, "scan", inside};
        Flow flow{frame, area.content()};
        switch (visit.scanning.state) {
        case State::Ready:
            draw_ready(frame, flow, visit);
            break;
        case State::Working:
            draw_working(frame, flow, visit, page);
            break;
        case State::Failed:
            draw_failed(frame, flow, visit, page);
            break;
        case State::NotAsked:
            draw_not_asked(frame, flow, visit.scanning, page);
            break;
        case State::Unclear:
            draw_unclear(frame, flow, visit, page);
            break;
        case State::Framing:
            if (can_be_framed(visit.scanning))
                draw_framing(frame, flow, visit.scanning, page);
            break;
        case State::Looking:
            draw_document_again(frame, flow, visit.scanning, page);
            break;
        }
        area.end(flow.bottom());
    }
    return page.finish(main_action(visit));
}

} // namespace guichet::ui
