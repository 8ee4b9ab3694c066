#include "scan/mrz/find.hpp"
#include "scan/mrz/parts.hpp"
#include "scan/reader.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// The kind that is read by its zone: the expected one, else the first.
const Kind* mrz_kind(const Task& task) {
    if (!task.options.kind.empty()) {
        const auto* wanted = find_kind(task.kinds, task.options.kind);
        return wanted != nullptr && wanted->by_mrz ? wanted : nullptr;
    }
    const auto found = std::ranges::find_if(task.kinds, &Kind::by_mrz);
    return found == task.kinds.end() ? nullptr : &*found;
}

void add_fields(const Kind& kind, const MrzFound& zone, Findings& findings) {
    const auto parts = parts_of(zone.solved, today());
    for (const auto& field : kind.fields) {
        const auto part = std::ranges::find(parts, field.mrz, &MrzPart::name);
        if (field.mrz.empty() || part == parts.end())
            continue;
        procedure::Proposal proposal;
        proposal.field = kind.id + "." + field.name;
        proposal.value = part->value;
        proposal.confidence = part->confidence;
        proposal.reader = "mrz";
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
    const auto zone = find_mrz(page.grey);
    if (!zone)
        return findings;
    findings.quarters = zone->quarters;
    Code code{.kind = "mrz", .lines = zone->solved.lines, .text = {}, .proven = false};
    for (const auto& line : code.lines)
        code.text += (code.text.empty() ? "" : "\n") + line;
    code.proven = is_proven(zone->solved);
    findings.codes.push_back(std::move(code));
    if (const auto* kind = mrz_kind(task)) {
        findings.kind = kind->id;
        add_fields(*kind, *zone, findings);
    }
    return findings;
}

} // namespace guichet::scan
