// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/two_d_doc.hpp"

#include "scan/codes/doc_value.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace guichet::scan {

namespace {

constexpr char group_separator = '\x1d';
constexpr char record_separator = '\x1e';
constexpr char unit_separator = '\x1f';
constexpr std::array<std::size_t, 5> header_lengths{0, 22, 22, 24, 26}; // by version

bool is_separator(char letter) {
    return letter == group_separator || letter == record_separator;
}

bool is_capital_or_digit(char letter) {
    return is_digit(letter) || is_capital(letter);
}

/// The values of a message, one after the other.
class MessageParser {
public:
    MessageParser(std::string_view message, const CodeTable& table)
        : m_rest(message), m_table(table) {}

    std::vector<DocField> parse() {
        while (!m_rest.empty()) {
            if (is_separator(m_rest.front())) { // useless behind a fixed length, but it occurs
                m_rest.remove_prefix(1);
                m_unsure.reset();
            } else {
                read_field();
            }
        }
        return std::move(m_fields);
    }

private:
    void read_field() {
        DocField field;
        field.id = m_rest.substr(0, 2);
        const auto* identifier = m_table.find(field.id);
        if (identifier == nullptr) {
            read_unknown();
            return;
        }
        m_rest.remove_prefix(2);
        const auto end = std::min(identifier->most, to_separator());
        field.text = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        const bool filled = end == identifier->most;
        const bool empty = field.text.empty();
        const bool too_short = end < identifier->least && (!empty || identifier->fixed());
        const auto value = readable(field.text, identifier->holds);
        field.value = value.text;
        field.truncated = (!identifier->fixed() || !filled) && at(record_separator);
        field.doubtful = !value.good && !empty && !field.truncated;
        m_fields.push_back(std::move(field));
        if (too_short)
            doubt();
        else if (filled && !identifier->fixed() && !m_unsure)
            m_unsure = m_fields.size() - 1;
    }

    /// Everything up to the next separator: how long it is only the table could say.
    void read_unknown() {
        const auto end = to_separator();
        const auto id = std::min<std::size_t>(end, 2);
        DocField field{
            .id = std::string(m_rest.substr(0, id)),
            .text = std::string(m_rest.substr(id, end - id)),
            .known = false};
        field.value = field.text;
        m_rest.remove_prefix(end);
        field.truncated = at(record_separator);
        m_fields.push_back(std::move(field));
        doubt();
    }

    bool at(char letter) const { return !m_rest.empty() && m_rest.front() == letter; }

    std::size_t to_separator() const {
        return static_cast<std::size_t>(
            std::ranges::find_if(m_rest, is_separator) - m_rest.begin()
        );
    }

    /// The last value does not fit, so one that only its longest length ended may have swallowed
    /// what followed.
    void doubt() {
        for (auto index = m_unsure.value_or(m_fields.size() - 1); index < m_fields.size(); ++index)
            m_fields[index].doubtful = true;
    }

    std::string_view m_rest;
    const CodeTable& m_table;
    std::vector<DocField> m_fields{};
    /// The first value since a separator that ended only because it was full.
    std::optional<std::size_t> m_unsure{};
};

bool has_header(std::string_view payload) {
    return looks_like_2d_doc(payload) && payload[3] >= '1' && payload[3] <= '4' &&
           payload.size() >= header_lengths.at(static_cast<std::size_t>(payload[3] - '0')) &&
           std::ranges::all_of(
               payload.substr(0, header_lengths.at(static_cast<std::size_t>(payload[3] - '0'))),
               is_capital_or_digit
           );
}

/// Behind US: the signature, and from version 04 on an annexe behind GS. That of version 01 is
/// bytes and cannot be checked.
void read_signature(std::string_view rest, const CodeTable& table, TwoDDoc& doc) {
    if (doc.version == 1)
        return;
    const auto end = std::min(rest.find(group_separator), rest.size());
    doc.signature = rest.substr(0, end);
    while (!doc.signature.empty() && doc.signature.back() == '=')
        doc.signature.pop_back();
    if (end == rest.size())
        return;
    for (auto& field : MessageParser(rest.substr(end + 1), table).parse()) {
        field.annexe = true;
        doc.fields.push_back(std::move(field));
    }
}

} // namespace

const DocField* TwoDDoc::find(std::string_view id) const {
    const auto found = std::ranges::find_if(fields, [&](const auto& field) {
        return field.id == id && field.known && !field.annexe;
    });
    return found == fields.end() ? nullptr : &*found;
}

bool looks_like_2d_doc(std::string_view payload) {
    return payload.starts_with("DC0") && payload.size() > 3;
}

Result<TwoDDoc> parse_2d_doc(std::string_view payload, const CodeTable& table) {
    if (!has_header(payload))
        return fail(Error::Kind::Invalid, "not the header of a 2D-Doc of versions 01 to 04");
    TwoDDoc doc;
    doc.version = payload[3] - '0';
    doc.authority = payload.substr(4, 4);
    doc.certificate = payload.substr(8, 4);
    doc.issued = date_of_days(payload.substr(12, 4));
    doc.signed_on = date_of_days(payload.substr(16, 4));
    doc.type = payload.substr(20, 2);
    if (doc.version >= 3)
        doc.perimeter = payload.substr(22, 2);
    if (doc.version >= 4)
        doc.country = payload.substr(24, 2);
    const auto end = std::min(payload.find(unit_separator), payload.size());
    doc.signed_text = payload.substr(0, end);
    const auto header = header_lengths.at(static_cast<std::size_t>(doc.version));
    doc.fields = MessageParser(payload.substr(header, end - header), table).parse();
    if (end < payload.size())
        read_signature(payload.substr(end + 1), table, doc);
    else if (doc.version > 1 && !doc.fields.empty())
        doc.fields.back().doubtful = true; // no signature: cut off somewhere
    return doc;
}

} // namespace guichet::scan
