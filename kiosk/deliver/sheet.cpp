#include "deliver/sheet.hpp"

#include "deliver/flow.hpp"
#include "procedure/hours.hpp"
#include "procedure/summary.hpp"

#include <utility>

namespace guichet::deliver {

namespace {

using i18n::Message;
using i18n::tr;

constexpr float column_gap = 12.0f;
constexpr float name_width = text_width * 0.40f;
constexpr float value_width = text_width * 0.37f;
constexpr float origin_width = text_width - name_width - value_width - 2 * column_gap;

constexpr text::Style title_style{.cap_height = 13.0f, .weight = text::Weight::Bold};
constexpr text::Style heading_style{.cap_height = 9.5f, .weight = text::Weight::Bold};
constexpr text::Style body_style{.cap_height = 7.4f};
constexpr text::Style value_style{.cap_height = 7.4f, .weight = text::Weight::Bold};
constexpr text::Style small_style{.cap_height = 6.0f};

/// A block is never cut between two pages, so a long message becomes several: cut between words.
std::vector<std::string> in_pieces(std::string_view value) {
    constexpr std::size_t most = 600; // bytes: about 20 lines
    std::vector<std::string> pieces;
    while (value.size() > most) {
        const auto space = value.find_last_of(" \n", most);
        const auto end = space == std::string_view::npos || space == 0
                             ? std::min(value.find(' '), value.size())
                             : space;
        pieces.emplace_back(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    pieces.emplace_back(value);
    return pieces;
}

/// Writes the sheet in the person's language, with the French under it when they differ: whoever
/// receives the paper reads French.
class Writer {
public:
    explicit Writer(i18n::Catalogue words) : m_words(std::move(words)) {}

    bool bilingual() const { return m_words.language().code != i18n::french().code; }

    std::string both(const Message& message) const {
        const auto own = m_words.text(message);
        const auto french = m_french.text(message);
        return bilingual() && own != french ? own + "\n" + french : own;
    }

    std::string origin_of(const procedure::Origin& origin) const {
        const auto own = m_words.text(procedure::show(origin, m_words));
        const auto french = m_french.text(procedure::show(origin, m_french));
        return own == french ? own : own + "\n" + french;
    }

    void paragraph(const Message& message, const char* tag, const text::Style& style, float after) {
        Block block{.space_after = after};
        block.columns.push_back(column(both(message), tag, style, {0, text_width}));
        m_flow.add(std::move(block));
    }

    void heading(const Message& message) {
        Block block{.space_after = 6, .ruled = true, .keep_with_next = true};
        block.columns.push_back(column(both(message), "H2", heading_style, {0, text_width}));
        m_flow.add(std::move(block));
    }

    void line(const procedure::Line& own, const procedure::Line& french) {
        const auto value = m_words.text(own.value);
        const auto in_french = m_french.text(french.value);
        const auto pieces = in_pieces(value == in_french ? value : value + "\n" + in_french);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool first = i == 0;
            const auto origin = first && own.answered ? origin_of(own.answer.origin) : "";
            row(first ? both(own.name) : "", pieces[i], origin, i + 1 == pieces.size());
        }
    }

    const i18n::Catalogue& words() const { return m_words; }
    const i18n::Catalogue& french() const { return m_french; }
    Flow& flow() { return m_flow; }

private:
    struct Span {
        float x;
        float width;
    };

    void
    row(const std::string& name, const std::string& value, const std::string& origin, bool ruled) {
        Block block{.tag = "TR", .space_after = ruled ? 5.0f : 0.0f, .ruled = ruled};
        block.columns.push_back(column(name, "TH", body_style, {0, name_width}));
        block.columns.push_back(
            column(value, "TD", value_style, {name_width + column_gap, value_width})
        );
        block.columns.push_back(
            column(origin, "TD", small_style, {text_width - origin_width, origin_width})
        );
        block.columns.back().grey = 0.3f;
        m_flow.add(std::move(block));
    }

    Column
    column(const std::string& text, const char* tag, const text::Style& style, Span span) const {
        const bool mirrored = m_words.language().direction == i18n::Direction::RightToLeft;
        return {
            .tag = tag,
            .words = text::Paragraph(text, style, m_words.language(), span.width),
            .x = mirrored ? text_width - span.x - span.width : span.x};
    }

    i18n::Catalogue m_words;
    i18n::Catalogue m_french;
    Flow m_flow;
};

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
            writer.line(own[i].lines[j], french[i].lines[j]);
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

void write_human(Writer& writer, const procedure::Human& human, const Place& place) {
    writer.heading(tr("Une personne peut vous aider"));
    if (!human.phone.empty()) {
        const auto phone = tr("Par téléphone : {phone}").with("phone", human.phone);
        writer.paragraph(phone, "P", value_style, 2);
        const auto hours = procedure::show_hours(human.hours, writer.words());
        writer.paragraph(i18n::verbatim(hours), "P", body_style, 6);
    }
    if (!human.counter.empty()) {
        writer.paragraph(tr("Au guichet :"), "P", body_style, 2);
        writer.paragraph(human.counter, "P", value_style, 6);
    }
    if (!human.paper.empty())
        writer.paragraph(
            tr("Sur papier : demandez le formulaire {paper}.").with("paper", human.paper),
            "P",
            body_style,
            6
        );
    if (!place.contact.empty())
        writer.paragraph(i18n::verbatim(place.name + " : " + place.contact), "P", body_style, 6);
}

} // namespace

Result<std::string> make_sheet(
    const procedure::Procedure& procedure,
    const procedure::Answers& answers,
    const i18n::Catalogue& words,
    Date today,
    const Place& place
) {
    Writer writer(words);
    writer.flow().open("Document");
    write_head(writer, procedure, words.date(today));
    write_answers(writer, procedure, answers, today);
    write_next(writer, procedure);
    write_human(writer, procedure.human, place);
    writer.flow().close();
    return writer.flow().write({
        .title = words.text(procedure.title),
        .foot = place.name,
        .language = words.language(),
        .numbering =
            [&](int page, int pages) {
                return words.text(tr("Page {page} sur {pages}")
                                      .with("page", std::to_string(page))
                                      .with("pages", std::to_string(pages)));
            },
    });
}

} // namespace guichet::deliver
