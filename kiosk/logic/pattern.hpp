// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace guichet::logic {

/// A compiled regular expression of RE2's syntax: matching takes time in proportion to the text,
/// never more.
class Pattern {
public:
    /// The error says what is wrong with the expression.
    static tl::expected<std::shared_ptr<const Pattern>, std::string>
    create(std::string_view expression);

    virtual ~Pattern() = default;
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;
    Pattern(Pattern&&) = delete;
    Pattern& operator=(Pattern&&) = delete;

    /// Whether it is found anywhere in the text.
    virtual bool found_in(std::string_view text) const = 0;

protected:
    Pattern() = default;
};

} // namespace guichet::logic
