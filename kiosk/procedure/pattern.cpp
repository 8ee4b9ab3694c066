// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace guichet::procedure {

namespace {

constexpr std::size_t longest_pattern = 200;
constexpr std::size_t largest_count = 100;
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

bool is_plain(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The number in front of `source`, which moves behind it.
tl::expected<std::size_t, std::string> take_count(std::string_view& source) {
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(source.data(), source.data() + source.size(), count);
    if (error != std::errc{} || count > largest_count)
        return tl::unexpected(std::string("a count is a number up to 100"));
    source.remove_prefix(static_cast<std::size_t>(end - source.data()));
    return count;
}

} // namespace

tl::expected<Pattern, std::string> Pattern::create(std::string_view source) {
    if (source.empty() || source.size() > longest_pattern)
        return tl::unexpected(std::string("a pattern has 1 to 200 signs"));
    Pattern pattern;
    while (true) {
        const auto bar = source.find('|');
        auto sequence = read_sequence(source.substr(0, bar));
        if (!sequence)
            return tl::unexpected(sequence.error());
        pattern.m_alternatives.push_back(std::move(*sequence));
        if (bar == std::string_view::npos)
            return pattern;
        source.remove_prefix(bar + 1);
    }
}

tl::expected<Pattern::Sequence, std::string> Pattern::read_sequence(std::string_view source) {
    Sequence sequence;
    while (!source.empty()) {
        auto element = read_element(source);
        if (!element)
            return tl::unexpected(element.error());
        if (auto counted = read_count(source, *element); !counted)
            return tl::unexpected(counted.error());
        sequence.push_back(std::move(*element));
    }
    if (sequence.empty())
        return tl::unexpected(std::string("an alternative is empty"));
    return sequence;
}

tl::expected<Pattern::Element, std::string> Pattern::read_element(std::string_view& source) {
    const char first = source.front();
    source.remove_prefix(1);
    if (first == '.')
        return Element{};
    if (first == '\\' && !source.empty() && source.front() == 'd') {
        source.remove_prefix(1);
        return Element{.signs = "0123456789"};
    }
    if (first == '[') {
        auto signs = read_class(source);
        if (!signs)
            return tl::unexpected(signs.error());
        return Element{.signs = std::move(*signs)};
    }
    if (!is_plain(static_cast<unsigned char>(first)))
        return tl::unexpected("\"" + std::string(1, first) + "\" is not known in a pattern");
    return Element{.signs = std::string(1, first)};
}

tl::expected<std::string, std::string> Pattern::read_class(std::string_view& source) {
    std::string signs;
    while (!source.empty() && source.front() != ']') {
        const auto from = static_cast<unsigned char>(source.front());
        auto to = from;
        std::size_t used = 1;
        if (source.size() >= 3 && source[1] == '-' && source[2] != ']') {
            to = static_cast<unsigned char>(source[2]);
            used = 3;
        }
        if (!is_plain(from) || !is_plain(to) || to < from)
            return tl::unexpected(std::string("a class holds letters, digits and ranges of them"));
        for (unsigned sign = from; sign <= to; ++sign)
            signs += static_cast<char>(sign);
        source.remove_prefix(used);
    }
    if (source.empty() || signs.empty())
        return tl::unexpected(std::string("a class is empty or not closed by ]"));
    source.remove_prefix(1);
    return signs;
}

tl::expected<void, std::string> Pattern::read_count(std::string_view& source, Element& element) {
    const char first = source.empty() ? '\0' : source.front();
    if (first == '?')
        element.least = 0;
    else if (first == '*' || first == '+')
        element.most = no_limit;
    else if (first != '{')
        return {};
    if (first == '*')
        element.least = 0;
    source.remove_prefix(1);
    if (first != '{')
        return {};
    const auto least = take_count(source);
    if (!least)
        return tl::unexpected(least.error());
    element.least = *least;
    element.most = *least;
    if (!source.empty() && source.front() == ',') {
        source.remove_prefix(1);
        const auto most = take_count(source);
        if (!most || *most < *least)
            return tl::unexpected(std::string("{a,b} wants a number from a to 100"));
        element.most = *most;
    }
    if (source.empty() || source.front() != '}')
        return tl::unexpected(std::string("a count is not closed by }"));
    source.remove_prefix(1);
    return {};
}

// reached[i]: the elements so far can match the first i signs.
std::vector<bool>
Pattern::advance(const Element& element, std::string_view text, const std::vector<bool>& reached) {
    std::vector<bool> next(text.size() + 1, false);
    for (std::size_t from = 0; from <= text.size(); ++from) {
        auto left = text.substr(from);
        for (std::size_t count = 0; reached[from] && count <= element.most; ++count) {
            if (count >= element.least)
                next[from + count] = true;
            if (left.empty() || !element.takes(left.front()))
                break;
            left.remove_prefix(1);
        }
    }
    return next;
}

bool Pattern::matches(std::string_view text) const {
    return std::ranges::any_of(m_alternatives, [text](const Sequence& sequence) {
        std::vector<bool> reached(text.size() + 1, false);
        reached[0] = true;
        for (const auto& element : sequence)
            reached = advance(element, text, reached);
        return static_cast<bool>(reached.back());
    });
}

} // namespace guichet::procedure
