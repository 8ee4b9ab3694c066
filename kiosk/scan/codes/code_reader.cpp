// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/certificates.hpp"
#include "scan/codes/code_fields.hpp"
#include "scan/codes/find.hpp"
#include "scan/reader.hpp"

#include <algorithm>
#include <utility>

namespace guichet::scan {

namespace {

Signature verify(const TwoDDoc& doc, const Options& options) {
    static const Certificates none;
    return (options.certificates ? *options.certificates : none).verify(doc);
}

void describe(const TwoDDoc& doc, const CodeTable& table, Signature signature, Code& code) {
    code.type = table.type_name(doc.type);
    code.signature = to_name(signature);
    code.proven = signature == Signature::Verified;
    for (const auto& field : doc.fields) {
        const auto* identifier = table.find(field.id);
        code.values.push_back(
            {.id = field.id,
             .label = identifier != nullptr ? identifier->label : std::string(),
             .value = field.value,
             .sure = !field.doubtful && !field.truncated && field.known}
        );
    }
}

/// What a second code of the same kind says about a value that is already there must be the same.
void add_fields(std::vector<procedure::Proposal> fields, Findings& findings) {
    for (auto& field : fields) {
        const auto other =
            std::ranges::find(findings.fields, field.field, &procedure::Proposal::field);
        if (other == findings.fields.end()) {
            findings.fields.push_back(std::move(field));
        } else if (other->value != field.value) {
            other->proven = false;
            other->confidence = std::min(other->confidence, doubt_confidence);
        }
    }
}

void read_2d_doc(
    const CodeFound& found, const CodeTable& table, const Task& task, Findings& findings
) {
    Code code{.kind = found.kind, .lines = {}, .text = found.text, .proven = false};
    code.box = found.box;
    if (const auto doc = parse_2d_doc(found.text, table)) {
        const auto signature = verify(*doc, task.options);
        describe(*doc, table, signature, code);
        const CodeSource source{.signature = signature, .box = found.box};
        auto told = doc_fields(*doc, task.kinds, source);
        if (findings.kind.empty())
            findings.kind = told.kind;
        if (findings.kind == told.kind)
            add_fields(std::move(told.fields), findings);
    } else {
        code.signature = to_name(Signature::None);
    }
    findings.codes.push_back(std::move(code));
}

} // namespace

Result<Findings> read_codes(const CleanPage& page, const Task& task) {
    const auto& table = code_table();
    if (!table)
        return tl::unexpected(table.error());
    Findings findings;
    for (const auto& found : find_codes(page.grey, page.dpi, task.end)) {
        if (found.kind == "2d-doc") {
            read_2d_doc(found, *table, task, findings);
            continue;
        }
        Code code{.kind = found.kind, .lines = {}, .text = found.text, .proven = false};
        code.box = found.box;
        findings.codes.push_back(std::move(code));
    }
    return findings;
}

} // namespace guichet::scan
