// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/sheet.hpp"

#include "deliver/writer.hpp"
#include "i18n/isolate.hpp"
#include "procedure/summary.hpp"

#include <utility>

namespace guichet::deliver {

namespace {

using i18n::tr;

constexpr float column_gap = 12.0f;
constexpr float name_width = text_width * 0.40f;
constexpr float value_width = text_width * 0.37f;
constexpr float origin_width = text_width - name_width - value_width - 2 * column_gap;

struct Row {
    std::string name;
    std::string value;
    std::string origin;
    bool ruled{};
};

constexpr std::size_t most_bytes = 600; ///< of a piece: about 20 lines
constexpr int most_lines = 20;

/// How many bytes of a long message go into one piece: whole lines or, of a long line, whole words.
std::size_t piece_length(std::string_view value) {
    std::size_t end = 0;
    for (int line = 0; line < most_lines && end < value.size(); ++line) {
        const auto next = std::min(value.find('\n', end + 1), value.size());
        if (next > most_bytes)
            break;
        end = next;
    }
    if (end > 0)
        return end;
    const auto space = value.rfind(' ', most_bytes);
    const bool has_space = space != std::string_view::npos && space > 0;
    return has_space ? space : std::min(value.find_first_of(" \n"), value.size());
}

/// A block is never cut between two pages, so a long message becomes several.
std::vector<std::string> in_pieces(std::string_view value) {
    std::vector<std::string> pieces;
    do {
        const auto end = piece_length(value);
        pieces.emplace_back(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    } while (!value.empty());
    i18n::close_isolates(pieces);
    return pieces;
}

/// What the sheet adds to a bilingual paper: answers, and where each comes from.
std::string origin_of(const Writer& writer, const procedure::Origin& origin) {
    return writer.both(
        writer.words().text(procedure::show(origin, writer.words())),
        writer.french().text(procedure::show(origin, writer.french()))
    );
}

void write_row(Writer& writer, const Row& row) {
    Block block{.tag = "TR", .space_after = row.ruled ? 5.0f : 0.0f, .ruled = row.ruled};
    block.columns.push_back(writer.column(row.name, "TH", body_style, {0, name_width}));
    block.columns.push_back(
        writer.column(row.value, "TD", value_style, {name_width + column_gap, value_width})
    );
    block.columns.push_back(
        writer.column(row.origin, "TD", small_style, {text_width - origin_width, origin_width})
    );
    block.columns.back().grey = 0.3f;
    writer.flow().add(std::move(block));
}

void write_line(Writer& writer, const procedure::Line& own, const procedure::Line& french) {
    const auto pieces =
        in_pieces(writer.both(writer.words().text(own.value), writer.french().text(french.value)));
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool first = i == 0;
        write_row(
            writer,
            {.name = first ? writer.both(own.name) : "",
             .value = pieces[i],
             .origin = first && own.answered ? origin_of(writer, own.answer.origin) : "",
             .ruled = i + 1 == pieces.size()}
        );
    }
}

void write_head(Writer& writer, const procedure::Procedure& procedure, const std::string& date) {
    writer.paragraph(procedure.title, "H1", title_style, 8);
    writer.paragraph(tr("Vos réponses du {date}").with("date", date), "P", body_style, 4);
    if (!procedure.human.paper.empty())
        writer.paragraph(
            tr("Cette feuille n’est pas le formulaire officiel {paper}. Elle vous aide à le "
               "remplir.")
                .with("paper", procedure.human.paper),
            "P",
            body_style,
            14
        );
}

void write_answers(
    Writer& writer,
    const procedure::Procedure& procedure,
    const procedure::Answers& answers,
    Date today
) {
    const auto route = procedure::route(procedure, answers, today);
    const auto own = procedure::summary(procedure, answers, route, writer.words());
    const auto french = procedure::summary(procedure, answers, route, writer.french());
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].lines.empty())
            continue;
        writer.heading(own[i].title);
        writer.flow().open("Table");
        for (std::size_t j = 0; j < own[i].lines.size(); ++j)
            write_line(writer, own[i].lines[j], french[i].lines[j]);
        writer.flow().close();
    }
}

void write_next(Writer& writer, const procedure::Procedure& procedure) {
    writer.heading(tr("Et maintenant"));
    int number = 0;
    for (const auto& next : procedure.next) {
        const auto step = std::to_string(++number) + ". " + writer.both(next.say);
        writer.paragraph(i18n::verbatim(step), "P", body_style, 4);
    }
    if (procedure.send_to.empty())
        return;
    writer.paragraph(tr("Où envoyer le dossier :"), "P", body_style, 2);
    writer.paragraph(procedure.send_to, "P", value_style, 10);
}

} // namespace

Result<std::string> make_sheet(
    const procedure::Procedure& procedure,
    const procedure::Answers& answers,
    const SheetWords& words,
    Date today,
    const Place& place
) {
    Writer writer(words.own, words.french);
    writer.flow().open("Document");
    write_head(writer, procedure, words.own.date(today));
    write_answers(writer, procedure, answers, today);
    write_next(writer, procedure);
    writer.heading(tr("Une personne peut vous aider"));
    write_human(writer, procedure.human);
    if (!place.contact.empty())
        writer.paragraph(i18n::verbatim(place.name + " : " + place.contact), "P", body_style, 6);
    writer.flow().close();
    return writer.write(procedure.title, place.name);
}

} // namespace guichet::deliver
