// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/documents.hpp"

#include "ui/screens/framing.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace guichet::ui {

using i18n::tr;
namespace did = visit::did;

namespace {

constexpr float picture_wide = 24.0f; // millimetres
constexpr float picture_tall = 18.0f;

/// Of a document, by the name of its kind.
i18n::Message name_to_show(const i18n::Message& kind) {
    return kind.empty() ? tr("Votre document") : kind;
}

Button look_button() {
    return {.label = tr("Revoir l’image"), .look = Look::Quiet, .icon = Icon::Eye};
}

/// Picture, name and button beside one another; on a narrow screen the button is under the name.
struct DocumentPlaces {
    Rect picture{};
    Rect name{};
    Rect look{};
    float height{};
};

DocumentPlaces places(Frame& frame, const visit::Document& document, const Rect& rect) {
    const auto& m = frame.metrics();
    const float pad = m.mm(3.0f);
    const auto look = button_size(frame, look_button(), rect.width);
    Rect rest{rect.x, rect.y + pad, rect.width, m.mm(picture_tall)};
    DocumentPlaces at;
    at.picture = take_start(rest, m.mm(picture_wide), m.mm(5.0f));
    const bool beside = rest.width - look.width >= m.mm(50.0f);
    at.name = {
        rest.x, rest.y, beside ? rest.width - look.width - m.mm(4.0f) : rest.width, rest.height};
    const float words =
        label_height(frame, name_to_show(document.name), TextRole::Value, at.name.width);
    const float under = beside ? 0 : look.height + m.gap();
    const float inside = std::max({at.picture.height, words + under, look.height});
    const float middle = rect.y + pad + inside / 2;
    at.picture.y = middle - at.picture.height / 2;
    at.name.y = middle - (words + under) / 2;
    at.name.height = words;
    at.look = {
        beside ? rect.right() - look.width : rest.x,
        beside ? middle - look.height / 2 : at.name.bottom() + m.gap(),
        look.width,
        look.height};
    at.height = inside + 2 * pad;
    return at;
}

void draw_document(
    Frame& frame, const Rect& rect, const visit::Document& document, int number, Page& page
) {
    const auto id = std::to_string(number);
    const auto at = places(frame, document, rect);
    if (document.original.preview != nullptr)
        picture(
            frame,
            "document:" + id,
            at.picture,
            document.original.preview,
            name_to_show(document.name)
        );
    else
        icon(frame, at.picture, Icon::Paper, frame.colours().soft, TextRole::BigIcon);
    label(
        frame,
        "document-name:" + id,
        at.name,
        name_to_show(document.name),
        TextRole::Value,
        frame.colours().ink
    );
    if (document.original.preview != nullptr && button(frame, "look:" + id, at.look, look_button()))
        page.ask(did::OpenDocument{number});
}

} // namespace

void draw_documents(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page) {
    if (visit.documents.empty())
        return;
    flow.space(2);
    flow.text("documents", tr("Vos documents"), TextRole::Heading);
    flow.space(2);
    std::vector<float> heights;
    for (const auto& document : visit.documents)
        heights.push_back(places(frame, document, {0, 0, flow.card_row_width(), 0}).height);
    const auto rows = flow.card_rows(heights);
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_document(frame, rows[i], visit.documents[i], static_cast<int>(i), page);
    flow.space(4);
}

void draw_document_again(Frame& frame, Flow& flow, const visit::Scanning& scanning, Page& page) {
    flow.heading(name_to_show(scanning.seen));
    flow.space(3);
    flow.text("as-it-came", tr("Voici l’image que vous avez montrée."));
    flow.space(3);
    flow.icon_words(
        "erased",
        {tr("L’image est effacée à la fin."), Icon::Lock, TextRole::Body, frame.colours().soft}
    );
    flow.space(5);
    std::vector<std::pair<std::string, Button>> ways{
        {"show-again",
         {.label = tr("Montrer à nouveau ce document"), .look = Look::Second, .icon = Icon::Scan}}};
    if (can_be_framed(scanning))
        ways.push_back(frame_button());
    const int pressed = flow.buttons(ways);
    if (pressed == 0)
        page.ask(did::TakePicture{});
    if (pressed == 1)
        page.ask(did::FramePicture{});
}

} // namespace guichet::ui
