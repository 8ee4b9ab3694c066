// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::procedure {

/// What a reference looks like, in a small part of the usual regular expressions that can neither
/// loop nor grow: letters and digits as they are, `\d`, `.`, classes `[A-Z0-9]`, and behind each
/// `?`, `*`, `+`, `{7}` or `{2,4}`; `|` between whole alternatives. It holds for the whole text.
class Pattern {
public:
    /// What is wrong, in English, when `source` is not such a pattern.
    static tl::expected<Pattern, std::string> create(std::string_view source);

    bool matches(std::string_view text) const;

private:
    struct Element {
        std::string signs{}; ///< any of them; empty: every sign
        std::size_t least{1};
        std::size_t most{1};

        bool takes(char sign) const {
            return signs.empty() || signs.find(sign) != std::string::npos;
        }
    };
    using Sequence = std::vector<Element>;

    static tl::expected<Sequence, std::string> read_sequence(std::string_view source);
    static tl::expected<Element, std::string> read_element(std::string_view& source);
    static tl::expected<std::string, std::string> read_class(std::string_view& source);
    static tl::expected<void, std::string> read_count(std::string_view& source, Element& element);
    static std::vector<bool>
    advance(const Element& element, std::string_view text, const std::vector<bool>& reached);

    std::vector<Sequence> m_alternatives;
};

} // namespace guichet::procedure
