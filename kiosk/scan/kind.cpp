// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/kind.hpp"

#include "base/files.hpp"
#include "procedure/reader.hpp"
#include "scan/load_kind.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

namespace guichet::scan {

namespace {

namespace fs = std::filesystem;
using Problems = std::vector<procedure::Problem>;
using procedure::quote;

/// What `load` makes of `file` is added, or what is wrong with it.
template <typename Load>
void load_file(const fs::path& file, Load load, std::vector<Kind>& kinds, Problems& problems) {
    const auto content = read_file(file, std::size_t{1} << 20);
    if (!content) {
        problems.push_back({.file = file.string(), .message = "cannot be read"});
        return;
    }
    const auto root = procedure::parse_yaml(*content);
    if (!root) {
        const auto& [line, column, message] = root.error();
        problems.push_back(
            {.file = file.string(), .line = line, .column = column, .message = message}
        );
        return;
    }
    procedure::Reader reader(*content, file.string());
    std::ranges::move(load(*root, reader), std::back_inserter(kinds));
    std::ranges::move(reader.problems(), std::back_inserter(problems));
}

auto one_kind(std::string stem) {
    return [stem = std::move(stem)](const procedure::Yaml& root, procedure::Reader& reader) {
        return std::vector{load_kind(root, stem, reader)};
    };
}

/// A kind that answers another one's fields has only fields that the other one knows.
void check_families(const fs::path& folder, const std::vector<Kind>& kinds, Problems& problems) {
    const auto complain = [&](const Kind& kind, std::string message) {
        const auto file = folder / (kind.id + ".yaml");
        problems.push_back({.file = file.string(), .message = std::move(message)});
    };
    for (const auto& kind : kinds) {
        const auto* family = find_kind(kinds, kind.family());
        if (family == nullptr)
            complain(kind, "it answers " + quote(kind.answers) + ", which is no kind");
        for (const auto& field : kind.fields)
            if (family != nullptr &&
                std::ranges::find(family->fields, field.name, &Field::name) == family->fields.end())
                complain(kind, family->id + " has no field " + quote(field.name));
    }
}

/// Papers that are not read must not be called as a kind is, nor twice.
void check_ids(const fs::path& file, const std::vector<Kind>& kinds, Problems& problems) {
    for (const auto& kind : kinds)
        if (kind.other && std::ranges::count(kinds, kind.id, &Kind::id) > 1)
            problems.push_back(
                {.file = file.string(), .message = quote(kind.id) + " is there already"}
            );
}

} // namespace

tl::expected<std::vector<Kind>, Problems> try_kinds(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".yaml")
            files.push_back(it->path());
    if (error)
        return tl::unexpected(Problems{
            {.file = folder.string(), .message = "the folder cannot be read"}});
    std::ranges::sort(files);
    std::vector<Kind> kinds;
    Problems problems;
    for (const auto& file : files)
        load_file(file, one_kind(file.stem().string()), kinds, problems);
    if (problems.empty())
        check_families(folder, kinds, problems);
    if (const auto others = folder.parent_path() / "other-papers.yaml"; fs::exists(others, error)) {
        load_file(others, load_other_papers, kinds, problems);
        check_ids(others, kinds, problems);
    }
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    return kinds;
}

Result<std::vector<Kind>> load_kinds(const fs::path& folder) {
    auto kinds = try_kinds(folder);
    if (kinds)
        return std::move(*kinds);
    std::string all;
    for (const auto& problem : kinds.error())
        all += (all.empty() ? "" : "\n") + to_text(problem);
    std::error_code error;
    const bool there = fs::is_directory(folder, error);
    return fail(there ? Error::Kind::Invalid : Error::Kind::NotFound, all);
}

const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& id) {
    const auto found = std::ranges::find(kinds, id, &Kind::id);
    return found == kinds.end() ? nullptr : &*found;
}

const Kind*
kind_of_zone(const std::vector<Kind>& kinds, std::string_view layout, std::string_view first_line) {
    const Kind* best = nullptr;
    std::size_t most = 0;
    for (const auto& kind : kinds)
        for (const std::string_view zone : kind.zones) {
            const auto space = zone.find(' ');
            const auto letters =
                space == std::string_view::npos ? std::string_view() : zone.substr(space + 1);
            const bool fits = zone.substr(0, space) == layout && first_line.starts_with(letters);
            if (fits && letters.size() + 1 > most) {
                most = letters.size() + 1;
                best = &kind;
            }
        }
    return best;
}

const Kind* kind_of_code(const std::vector<Kind>& kinds, std::string_view type) {
    const auto found = std::ranges::find_if(kinds, [&](const Kind& kind) {
        return std::ranges::find(kind.code_types, type) != kind.code_types.end();
    });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace guichet::scan
