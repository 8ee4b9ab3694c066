// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "scan/mrz/find.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/reader.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace guichet::scan {

namespace {

/// Read once in the life of the process. Without it the other readers go on.
const GlyphModel* shipped_model() {
    static const auto model = load_glyph_model(data_folder() / "assets" / "mrz" / "ocrb.model");
    if (model)
        return &*model;
    static const bool told =
        std::fprintf(stderr, "guichet scan: %s\n", model.error().detail.c_str()) > 0;
    static_cast<void>(told);
    return nullptr;
}

/// Where the words stand that the file tells. A zone among them has a filler.
std::vector<Box> other_words(const CleanPage& page) {
    std::vector<Box> boxes;
    for (const auto& word : page.words) {
        if (word.text.find('<') != std::string::npos)
            return {};
        boxes.push_back(word.box);
    }
    return boxes;
}

/// The kind that has such a zone, else the one for any zone.
const Kind* mrz_kind(const Task& task, const Solved& solved) {
    const auto* told = kind_of_zone(task.kinds, solved.layout->name, solved.lines.front());
    if (told != nullptr)
        return told;
    const auto any = std::ranges::find_if(task.kinds, [](const Kind& kind) {
        return kind.by_mrz && kind.zones.empty();
    });
    return any == task.kinds.end() ? nullptr : &*any;
}

/// What is no plate or number of a vehicle was read of a zone laid out otherwise.
bool has_other_shape(const Field& field, const MrzPart& part) {
    return tells_itself(field.format) && !is_value_of(field.format, part.value);
}

void add_fields(const Kind& kind, const MrzFound& zone, Findings& findings) {
    const auto parts = parts_of(zone.solved, today());
    for (const auto& field : kind.fields) {
        const auto part = std::ranges::find(parts, field.mrz, &MrzPart::name);
        if (field.mrz.empty() || part == parts.end() || has_other_shape(field, *part))
            continue;
        procedure::Proposal proposal;
        proposal.field = kind.field_id(field.name);
        proposal.value = part->value;
        proposal.confidence = part->confidence;
        proposal.reader = procedure::ReadBy::Mrz;
        proposal.proven = part->proven;
        proposal.box = zone.box(part->where);
        proposal.doubtful = part->doubtful;
        proposal.label = field.label;
        findings.fields.push_back(std::move(proposal));
    }
}

} // namespace

Result<Findings> read_mrz(const CleanPage& page, const Task& task) {
    Findings findings;
    const auto* model = shipped_model();
    if (model == nullptr)
        return findings;
    const auto zone = find_mrz(page.grey, *model, other_words(page));
    if (!zone)
        return findings;
    findings.quarters = zone->quarters;
    Code code{.kind = "mrz", .lines = zone->solved.lines, .text = {}, .proven = false};
    for (const auto& line : code.lines)
        code.text += (code.text.empty() ? "" : "\n") + line;
    code.proven = is_proven(zone->solved);
    findings.codes.push_back(std::move(code));
    if (const auto* kind = mrz_kind(task, zone->solved)) {
        findings.kind = kind->id;
        add_fields(*kind, *zone, findings);
    }
    return findings;
}

} // namespace guichet::scan
