// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/table.hpp"

#include "base/files.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;

constexpr std::array<std::pair<std::string_view, Holds>, 7> holds_names{
    {{"text", Holds::Text},
     {"digits", Holds::Digits},
     {"number", Holds::Number},
     {"date", Holds::Date},
     {"days", Holds::Days},
     {"moment", Holds::Moment},
     {"url", Holds::Url}}};

/// A cell of a line and the column it begins in.
struct Cell {
    std::string_view text;
    int column{1};
};

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find('\t', begin), line.size());
        cells.push_back({line.substr(begin, end - begin), static_cast<int>(begin) + 1});
        begin = end + 1;
    }
    return cells;
}

std::optional<std::size_t> to_count(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

bool is_code(std::string_view id) {
    return id.size() == 2 && std::ranges::all_of(id, [](char letter) {
               return is_digit(letter) || is_capital(letter);
           });
}

/// How long the values written this way are; nought: as the table says.
std::size_t length_of(Holds holds) {
    switch (holds) {
    case Holds::Date:
        return 8;
    case Holds::Days:
        return 4;
    case Holds::Moment:
        return 12;
    default:
        return 0;
    }
}

/// Reads lines of one file into a table and keeps every problem with its place.
class Lines {
public:
    Lines(std::string file, LoadedCodeTable& loaded) : m_file(std::move(file)), m_loaded(loaded) {}

    void read(std::string_view text, void (Lines::*take)(const std::vector<Cell>&)) {
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            const auto line = text.substr(begin, end - begin);
            ++m_line;
            if (!line.empty() && line.front() != '#')
                (this->*take)(cells_of(line));
            begin = end + 1;
        }
    }

    void take_identifier(const std::vector<Cell>& cells) {
        if (!has(cells, 5))
            return;
        Identifier identifier;
        identifier.id = cells[0].text;
        const auto least = to_count(cells[1].text);
        const auto most = cells[2].text.empty() ? Identifier::no_end : to_count(cells[2].text);
        if (!least)
            complain(cells[1], "the fewest characters are a number");
        if (!most || *most < least.value_or(0))
            complain(cells[2], "the most characters are a number, not under the fewest, or empty");
        identifier.least = least.value_or(0);
        identifier.most = most.value_or(Identifier::no_end);
        const auto* const holds = std::ranges::find(
            holds_names, cells[3].text, &decltype(holds_names)::value_type::first
        );
        if (holds == holds_names.end())
            complain(cells[3], "it holds one of: text, digits, number, date, days, moment, url");
        else
            identifier.holds = holds->second;
        const auto length = length_of(identifier.holds);
        if (length > 0 && (identifier.least != length || identifier.most != length))
            complain(
                cells[1], "a value of this kind has " + std::to_string(length) + " characters"
            );
        identifier.label = label(cells[4]);
        const Cell id = code(cells[0]);
        if (!m_loaded.table.identifiers.emplace(id.text, std::move(identifier)).second)
            complain(id, "identifier " + std::string(id.text) + " is there twice");
    }

    void take_type(const std::vector<Cell>& cells) {
        if (!has(cells, 2))
            return;
        const Cell type = code(cells[0]);
        if (!m_loaded.table.types.emplace(type.text, label(cells[1])).second)
            complain(type, "type " + std::string(type.text) + " is there twice");
    }

    void complain(const Cell& cell, std::string message) {
        m_loaded.problems.push_back(
            {.file = m_file,
             .line = std::max(m_line, 1),
             .column = cell.column,
             .message = std::move(message)}
        );
    }

private:
    bool has(const std::vector<Cell>& cells, std::size_t count) {
        if (cells.size() == count)
            return true;
        complain(cells.front(), "a line has " + std::to_string(count) + " columns, between tabs");
        return false;
    }

    const Cell& code(const Cell& cell) {
        if (!is_code(cell.text))
            complain(cell, "two characters are needed, 0-9 or A-Z");
        return cell;
    }

    std::string label(const Cell& cell) {
        if (cell.text.empty())
            complain(cell, "a name is needed");
        return std::string(cell.text);
    }

    std::string m_file;
    LoadedCodeTable& m_loaded;
    int m_line{0};
};

} // namespace

const Identifier* CodeTable::find(std::string_view id) const {
    const auto found = identifiers.find(id);
    return found == identifiers.end() ? nullptr : &found->second;
}

std::string_view CodeTable::type_name(std::string_view type) const {
    const auto found = types.find(type);
    return found == types.end() ? std::string_view{} : std::string_view{found->second};
}

LoadedCodeTable parse_code_table(const CodeTableText& text) {
    LoadedCodeTable loaded;
    Lines identifiers(text.identifiers_file, loaded);
    identifiers.read(text.identifiers, &Lines::take_identifier);
    if (loaded.table.identifiers.empty())
        identifiers.complain({}, "there is no identifier");
    Lines types(text.types_file, loaded);
    types.read(text.types, &Lines::take_type);
    if (loaded.table.types.empty())
        types.complain({}, "there is no type");
    return loaded;
}

LoadedCodeTable load_code_table(const std::filesystem::path& folder) {
    const auto identifiers_file = folder / "2d-doc-identifiers.tsv";
    const auto types_file = folder / "2d-doc-types.tsv";
    const auto identifiers = read_file(identifiers_file, largest_file);
    const auto types = read_file(types_file, largest_file);
    LoadedCodeTable loaded;
    for (const auto* each : {&identifiers, &types})
        if (!*each)
            loaded.problems.push_back(
                {.file = (each == &types ? types_file : identifiers_file).string(),
                 .message = "cannot be read"}
            );
    if (!loaded.problems.empty())
        return loaded;
    return parse_code_table(
        {.identifiers = *identifiers,
         .types = *types,
         .identifiers_file = identifiers_file.string(),
         .types_file = types_file.string()}
    );
}

const Result<CodeTable>& code_table() {
    static const Result<CodeTable> table = []() -> Result<CodeTable> {
        auto loaded = load_code_table(data_folder() / "forms" / "codes");
        if (loaded.problems.empty())
            return std::move(loaded.table);
        std::string detail;
        for (const auto& problem : loaded.problems)
            detail += (detail.empty() ? "" : "\n") + procedure::to_text(problem);
        return fail(Error::Kind::Invalid, std::move(detail));
    }();
    return table;
}

} // namespace guichet::scan
