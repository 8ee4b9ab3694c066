// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/ways.hpp"

#include "deliver/writer.hpp"

namespace guichet::deliver {

namespace {

using i18n::tr;
using i18n::verbatim;

void write_contact(Writer& writer, const Ways::Contact& contact) {
    writer.paragraph(verbatim(contact.name), "P", value_style, 2);
    if (!contact.where.empty())
        writer.paragraph(verbatim(contact.where), "P", body_style, 2);
    if (!contact.phone.empty())
        writer.paragraph(
            tr("Par téléphone : {phone}").with("phone", contact.phone), "P", body_style, 2
        );
    if (!contact.hours.empty())
        writer.paragraph(hours_in_both(writer, contact.hours), "P", body_style, 2);
    writer.paragraph(verbatim(" "), "P", small_style, 2);
}

} // namespace

Result<std::string> make_ways(const Ways& ways, const i18n::Catalogue& words) {
    const auto title = tr("Une personne peut vous aider");
    Writer writer(words);
    writer.flow().open("Document");
    writer.paragraph(title, "H1", title_style, 14);
    if (!ways.contacts.empty())
        writer.heading(verbatim(ways.place));
    for (const auto& contact : ways.contacts)
        write_contact(writer, contact);
    if (!ways.procedure.empty()) {
        writer.heading(ways.procedure);
        write_human(writer, ways.human);
    }
    writer.flow().close();
    return writer.write(title, ways.place);
}

} // namespace guichet::deliver
