// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.hpp"

#include "base/clock.hpp"
#include "base/files.hpp"
#include "procedure/load.hpp"
#include "scan/codes/table.hpp"
#include "scan/kind.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

namespace guichet::app {

namespace {

using procedure::Problem;

constexpr std::size_t largest_file = 2 << 20;

/// Everything found so far, and how many files were looked at.
struct Report {
    std::vector<Problem> problems{};
    int files{0};

    void add(std::vector<Problem> more) { std::ranges::move(more, std::back_inserter(problems)); }
};

void check_procedure(
    const std::filesystem::path& file, const procedure::DocumentKinds& kinds, Report& report
) {
    ++report.files;
    const auto text = read_file(file, largest_file);
    if (!text) {
        const bool empty = text.error().kind == Error::Kind::Empty;
        report.add(
            {{.file = file.string(), .message = empty ? "the file is empty" : "cannot be read"}}
        );
        return;
    }
    const auto loaded = procedure::load_procedure(*text, file.string(), kinds);
    if (!loaded) {
        report.add(loaded.error());
        return;
    }
    const auto& id = (*loaded)->id;
    const auto folder = file.parent_path().filename().string();
    if (file.filename() == "procedure.yaml" && !folder.empty() && folder != id)
        report.add(
            {{.file = file.string(), .message = "the folder of \"" + id + "\" is named " + folder}}
        );
    report.add(procedure::lint(**loaded, file.string(), today()));
}

/// The kinds of forms/documents; none, and the problems reported, when they are wrong.
procedure::DocumentKinds check_kinds(const std::filesystem::path& folder, Report& report) {
    auto kinds = procedure::load_kinds(folder);
    if (!kinds) {
        report.add(kinds.error());
        return {};
    }
    report.files += static_cast<int>(kinds->kinds.size());
    // The reader of documents is stricter about formats and parts of the MRZ.
    if (const auto read = scan::try_kinds(folder); !read)
        report.add(read.error());
    return std::move(*kinds);
}

/// "46", "10/family", "22+24+25": whether the table has each of them.
bool knows(const scan::CodeTable& table, std::string_view reference) {
    const auto ids = reference.substr(0, reference.find('/'));
    for (std::size_t begin = 0; begin <= ids.size();) {
        const auto end = std::min(ids.find('+', begin), ids.size());
        if (table.find(ids.substr(begin, end - begin)) == nullptr)
            return false;
        begin = end + 1;
    }
    return true;
}

/// What one kind of document, described in `file`, says of 2D-Docs.
void check_codes(
    const scan::Kind& kind,
    const scan::CodeTable& table,
    const std::filesystem::path& file,
    Report& report
) {
    for (const auto& type : kind.code_types)
        if (table.type_name(type).empty())
            report.add({{.file = file.string(), .message = "there is no type of 2D-Doc " + type}});
    for (const auto& field : kind.fields)
        for (const auto& reference : field.code)
            if (!knows(table, reference))
                report.add(
                    {{.file = file.string(),
                      .message = field.name + ": 2D-Docs have no identifier " + reference}}
                );
}

/// What 2D-Docs may hold, and what kinds of documents say of them. A folder of forms without codes
/// of its own uses ours.
void check_codes(const std::filesystem::path& forms, Report& report) {
    std::error_code error;
    const bool own = std::filesystem::is_directory(forms / "codes", error);
    auto loaded = scan::load_code_table(own ? forms / "codes" : data_folder() / "forms/codes");
    report.files += own ? 2 : 0;
    report.add(std::move(loaded.problems));
    const auto kinds = scan::try_kinds(forms / "documents");
    if (!kinds)
        return;
    for (const auto& kind : *kinds)
        check_codes(kind, loaded.table, forms / "documents" / (kind.id + ".yaml"), report);
}

std::vector<std::filesystem::path> procedures_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    auto entry = std::filesystem::directory_iterator(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (std::filesystem::is_regular_file(entry->path() / "procedure.yaml", error))
            files.push_back(entry->path() / "procedure.yaml");
    std::ranges::sort(files);
    return files;
}

void check_forms(const std::filesystem::path& forms, Report& report) {
    const auto kinds = check_kinds(forms / "documents", report);
    check_codes(forms, report);
    const auto files = procedures_in(forms / "procedures");
    if (files.empty())
        report.add({{.file = (forms / "procedures").string(), .message = "there is no procedure"}});
    for (const auto& file : files)
        check_procedure(file, kinds, report);
}

int print(const Report& report, std::ostream& out) {
    for (const auto& problem : report.problems)
        out << to_text(problem) << '\n';
    const auto errors =
        std::ranges::count(report.problems, Problem::Weight::Error, &Problem::weight);
    const auto warnings = static_cast<long>(report.problems.size()) - errors;
    out << report.files << " files, " << errors << " errors, " << warnings << " warnings\n";
    return errors > 0 ? 1 : 0;
}

} // namespace

int run_check(const std::vector<std::string>& paths, std::ostream& out) {
    Report report;
    const auto shipped = data_folder() / "forms";
    if (paths.empty())
        check_forms(shipped, report);
    for (const std::filesystem::path path : paths) {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            check_forms(path, report);
            continue;
        }
        const auto kinds = procedure::load_kinds(shipped / "documents");
        check_procedure(path, kinds ? *kinds : procedure::DocumentKinds{}, report);
    }
    return print(report, out);
}

} // namespace guichet::app
