// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::procedure {

/// A YAML text as plain values that know where they stand. Lines and columns count from 1, columns
/// in characters.
struct Yaml {
    enum class Kind { Null, Scalar, List, Map };

    Kind kind{Kind::Null};
    std::string text{};        ///< Scalar
    bool quoted{false};        ///< Scalar: in quotes or a block, so never a number or a bool
    std::vector<Yaml> items{}; ///< List
    std::vector<std::pair<Yaml, Yaml>> entries{}; ///< Map, in order, twice the same key kept twice
    int line{1};
    int column{1};
    std::size_t offset{0}; ///< byte of the source where it begins

    /// Map: the value of the first `key`; nullptr when there is none.
    const Yaml* find(std::string_view key) const;
};

/// Why a text is not YAML that we read.
struct YamlProblem {
    int line{1};
    int column{1};
    std::string message;
};

/// Reads exactly one document. Limits: 1 MB, 60 levels, 50,000 values; anchors, aliases and tags
/// are refused, so that nothing can grow while it is read. Never throws.
tl::expected<Yaml, YamlProblem> parse_yaml(std::string_view text);

/// Where byte `at` of a scalar's text stands in the source: {line, column}. The scalar's own place
/// when that cannot be told (escapes).
std::pair<int, int> place_in(std::string_view source, const Yaml& scalar, std::size_t at);

} // namespace guichet::procedure
