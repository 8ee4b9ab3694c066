// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "procedure/load.hpp"

#include <filesystem>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// How the value of a 2D-Doc identifier is written.
enum class Holds {
    Text,
    Digits,
    Number, ///< with a decimal comma
    Date,   ///< DDMMYYYY
    Days,   ///< four hexadecimal digits: days since 2000-01-01
    Moment, ///< DDMMYYYYHHMM
    Url,    ///< Base32 of UTF-8
};

/// One identifier of the 2D-Doc specification (ANTS), as forms/codes/2d-doc-identifiers.tsv says.
struct Identifier {
    static constexpr std::size_t no_end = std::numeric_limits<std::size_t>::max();

    std::string id; ///< two characters: "46"
    std::size_t least{};
    std::size_t most{no_end};
    Holds holds{Holds::Text};
    std::string label; ///< French: "Déclarant 1"

    /// Its value has one length and no separator behind it.
    bool fixed() const { return least == most; }
};

/// What 2D-Doc codes may hold and which documents carry them. Data, not code: the specification
/// grows, and what is not here is shown as it is.
struct CodeTable {
    std::map<std::string, Identifier, std::less<>> identifiers{};
    std::map<std::string, std::string, std::less<>> types{}; ///< "28" → "Avis d’impôt"

    /// Null when it is not known.
    const Identifier* find(std::string_view id) const;
    /// Empty when it is not known.
    std::string_view type_name(std::string_view type) const;
};

/// A table, and everything that is wrong with its files.
struct LoadedCodeTable {
    CodeTable table{};
    std::vector<procedure::Problem> problems{};
};

/// The two texts, named for the problems.
struct CodeTableText {
    std::string_view identifiers;
    std::string_view types;
    std::string identifiers_file;
    std::string types_file;
};

LoadedCodeTable parse_code_table(const CodeTableText& text);

/// `2d-doc-identifiers.tsv` and `2d-doc-types.tsv` of a folder.
LoadedCodeTable load_code_table(const std::filesystem::path& folder);

/// Our own table, read at the first call and kept. Invalid names file, line and column.
const Result<CodeTable>& code_table();

} // namespace guichet::scan
