// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "procedure/reader.hpp"

#include <algorithm>

namespace guichet::procedure {

namespace {

constexpr std::size_t largest_file = 1 << 20;
constexpr long usually_enough = 2; // points, without "enough"
constexpr long title_points = 3;

void load_fields(Reader& reader, const Yaml& root, DocumentKinds::Kind& kind) {
    for (const auto* entry : maps_of(root, "fields")) {
        reader.check_map(*entry, keys::field, "a field");
        auto name = word_of(*entry, "field");
        if (!name.empty() && std::ranges::find(kind.fields, name) != kind.fields.end())
            reader.error(*entry->find("field"), "the field \"" + name + "\" is there twice");
        kind.fields.push_back(std::move(name));
    }
}

/// The printed words that tell a kind, and how many of them are enough.
void check_words(Reader& reader, const Yaml& root) {
    const auto words = static_cast<long>(scalars_of(root, "words").size());
    const auto titles = static_cast<long>(scalars_of(root, "titles").size());
    const auto points = words + title_points * titles;
    const bool told_otherwise = boolean_of(root, "mrz", false) ||
                                !scalars_of(root, "zones").empty() ||
                                !scalars_of(root, "code-types").empty();
    const auto enough = whole_of(root, "enough");
    if (enough && (*enough < 1 || *enough > points))
        reader.error(
            *root.find("enough"), R"("enough" is 1 to the number of "words", a title counting 3)"
        );
    if (points == 0 && !told_otherwise)
        reader.error(root, R"(nothing tells this kind: it wants "mrz: true" or "words")");
    else if (!enough && !told_otherwise && points < usually_enough)
        reader.error(*root.find("words"), R"(one word is not enough unless "enough" is 1)");
}

/// Only what procedures need: the reader of documents knows where its values stand.
DocumentKinds::Kind load_kind(Reader& reader, const Yaml& root, const std::string& stem) {
    DocumentKinds::Kind kind;
    if (!reader.check_map(root, keys::document, "a kind of document"))
        return kind;
    kind.id = word_of(root, "kind");
    kind.name = message_of(root, "name");
    if (!kind.id.empty() && kind.id != stem)
        reader.error(*root.find("kind"), "the file of \"" + kind.id + "\" is named " + stem);
    check_words(reader, root);
    load_fields(reader, root, kind);
    return kind;
}

/// Adds the kind in `file`, or what is wrong with it.
void load_file(
    const std::filesystem::path& file, DocumentKinds& kinds, std::vector<Problem>& problems
) {
    const auto text = read_file(file, largest_file);
    if (!text) {
        problems.push_back({.file = file.string(), .message = "cannot be read"});
        return;
    }
    const auto root = parse_yaml(*text);
    if (!root) {
        const auto& [line, column, message] = root.error();
        problems.push_back(
            {.file = file.string(), .line = line, .column = column, .message = message}
        );
        return;
    }
    Reader reader(*text, file.string());
    kinds.kinds.push_back(load_kind(reader, *root, file.stem().string()));
    for (auto& problem : reader.problems())
        problems.push_back(std::move(problem));
}

} // namespace

tl::expected<DocumentKinds, std::vector<Problem>> load_kinds(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    auto entry = std::filesystem::directory_iterator(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (entry->path().extension() == ".yaml")
            files.push_back(entry->path());
    if (error)
        return tl::unexpected(std::vector<Problem>{
            {.file = folder.string(), .message = "the folder cannot be read"}});
    std::ranges::sort(files);
    DocumentKinds kinds;
    std::vector<Problem> problems;
    for (const auto& file : files)
        load_file(file, kinds, problems);
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    return kinds;
}

} // namespace guichet::procedure
