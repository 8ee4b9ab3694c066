// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/code_fields.hpp"

#include "base/clock.hpp"
#include "base/utf8.hpp"
#include "scan/codes/doc_value.hpp"
#include "scan/mrz/layout.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace guichet::scan {

namespace {

constexpr double verified_confidence = 0.99;
constexpr double read_confidence = 0.9; // corrected by the code itself, so as printed
constexpr double wrong_confidence = 0.2;

/// A value out of one or several identifiers.
struct Told {
    std::string value;
    bool sure{true};
    bool cut{false};
};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

/// A name written as one value. Its parts are never sure: issuers do not agree on their order.
std::optional<Told> name_part(const std::string& text, std::string_view part) {
    if (const auto name = split_name(text))
        return Told{.value = part == "family" ? name->family : name->given, .sure = false};
    const auto words = split(text, ' ');
    if (words.size() < 2 || text.find('/') != std::string::npos)
        return std::nullopt;
    if (part == "family")
        return Told{.value = words.front(), .sure = false};
    return Told{.value = joined({words.begin() + 1, words.end()}, " "), .sure = false};
}

/// Slashes between given names, lines of an address, title and name.
std::string without_slashes(const std::string& text, std::string_view format) {
    if (text.find('/') == std::string::npos)
        return text;
    if (is_address(format))
        return joined(split(text, '/'), ", ");
    if (format != "name")
        return text;
    const auto name = split_name(text);
    const auto parts = split(text, '/');
    return name && parts.size() == 3 ? joined({name->family, name->given}, " ")
                                     : joined(parts, " ");
}

/// "46", "10/family", "22+24+25".
std::optional<Told>
tell(const TwoDDoc& doc, const std::string& reference, std::string_view format) {
    const auto slash = reference.find('/');
    const auto ids = split(std::string_view(reference).substr(0, slash), '+');
    Told told;
    std::vector<std::string> values;
    for (const auto& id : ids) {
        const auto* field = doc.find(id);
        if (field == nullptr || field->text.empty())
            continue;
        values.push_back(without_slashes(field->value, slash == std::string::npos ? format : ""));
        told.sure = told.sure && !field->doubtful && !field->truncated;
        told.cut = told.cut || field->truncated;
    }
    told.value = joined(values, " ");
    if (told.value.empty())
        return std::nullopt;
    if (slash == std::string::npos)
        return told;
    auto part = name_part(told.value, std::string_view(reference).substr(slash + 1));
    if (part)
        part->cut = told.cut;
    return part;
}

std::optional<Told> tell(const TwoDDoc& doc, const Field& field) {
    for (const auto& reference : field.code)
        if (auto told = tell(doc, reference, field.format))
            return told;
    return std::nullopt;
}

/// Whether the value has check digits of its own and they disagree.
bool is_refuted(const std::string& value, const std::string& format) {
    if (format.empty() || format == "name" || is_address(format) || format == "date")
        return false;
    Word word{.text = value, .folded = value, .box = {}, .sureness = {}};
    word.sureness.assign(count_characters(value), 1.0F);
    const auto found = extract(format, {&word});
    return found && found->refuted;
}

procedure::Proposal proposal(const Kind& kind, const Field& field, const CodeSource& source) {
    procedure::Proposal proposal;
    proposal.field = kind.field_id(field.name);
    proposal.label = field.label;
    proposal.reader = procedure::ReadBy::TwoDDoc;
    proposal.box = source.box;
    proposal.not_verified = source.signature != Signature::Verified;
    proposal.wrong_signature = source.signature == Signature::Wrong;
    proposal.proven = source.signature == Signature::Verified;
    proposal.confidence = read_confidence;
    if (source.signature == Signature::Verified)
        proposal.confidence = verified_confidence;
    if (source.signature == Signature::Wrong)
        proposal.confidence = wrong_confidence;
    return proposal;
}

void make_doubtful(procedure::Proposal& proposal, double confidence) {
    proposal.proven = false;
    proposal.confidence = std::min(proposal.confidence, confidence);
}

/// The lines of the zone, whose fillers a code holds as spaces and whose end may be cut.
std::vector<std::string> zone_lines(std::string text) {
    std::ranges::replace(text, ' ', '<');
    const bool book = text.starts_with('P') || text.starts_with('V');
    const std::size_t lines = text.size() <= 72 || book ? 2 : 3;
    const std::size_t length = text.size() <= 72 ? 36 : (book ? 44 : 30);
    if (text.size() > lines * length)
        return {};
    text.resize(lines * length, '<');
    std::vector<std::string> result;
    for (std::size_t line = 0; line < lines; ++line)
        result.push_back(text.substr(line * length, length));
    return result;
}

/// What the zone inside a code says, named by the kind that has such zones.
DocAnswers
zone_fields(const DocField& zone, const std::vector<Kind>& kinds, const CodeSource& source) {
    DocAnswers answers;
    const auto lines = zone_lines(zone.text);
    const auto* layout = lines.empty() ? nullptr : layout_of(lines);
    const auto* kind =
        layout == nullptr ? nullptr : kind_of_zone(kinds, layout->name, lines.front());
    if (kind == nullptr)
        return answers;
    answers.kind = kind->id;
    const auto parts = parts_of_text(lines, today());
    for (const auto& field : kind->fields) {
        const auto part = std::ranges::find(parts, field.mrz, &MrzPart::name);
        if (field.mrz.empty() || part == parts.end() || part->value.empty())
            continue;
        auto told = proposal(*kind, field, source);
        told.value = part->value;
        told.doubtful = part->doubtful;
        told.proven = (told.proven || part->proven) && source.signature != Signature::Wrong;
        told.confidence = std::min(told.confidence, part->confidence);
        if (zone.doubtful || zone.truncated)
            make_doubtful(told, doubt_confidence);
        answers.fields.push_back(std::move(told));
    }
    return answers;
}

} // namespace

DocAnswers
doc_fields(const TwoDDoc& doc, const std::vector<Kind>& kinds, const CodeSource& source) {
    if (const auto* zone = doc.find("6F"); zone != nullptr && !zone->text.empty())
        return zone_fields(*zone, kinds, source);
    DocAnswers answers;
    const auto* kind = kind_of_code(kinds, doc.type);
    if (kind == nullptr)
        return answers;
    answers.kind = kind->id;
    for (const auto& field : kind->fields) {
        const auto told = tell(doc, field);
        if (!told || told->value.empty())
            continue;
        auto made = proposal(*kind, field, source);
        made.value = told->value;
        if (!told->sure || is_refuted(told->value, field.format))
            make_doubtful(made, doubt_confidence);
        if (told->cut)
            made.doubtful = {static_cast<int>(count_characters(made.value)) - 1};
        answers.fields.push_back(std::move(made));
    }
    return answers;
}

} // namespace guichet::scan
