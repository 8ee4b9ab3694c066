// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/literal.hpp"

#include "base/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <system_error>

namespace guichet::logic {
namespace {

template <typename Number>
std::optional<Number> read_digits(std::string_view digits, int base) {
    Number number{};
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, base);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

/// Reads one escape after its backslash.
class Escapes {
public:
    explicit Escapes(std::string_view body) : m_body(body) {}

    tl::expected<std::string, BadEscape> run() {
        std::string text;
        text.reserve(m_body.size());
        while (m_at < m_body.size()) {
            const auto start = m_at;
            if (m_body[m_at] != '\\') {
                text.push_back(m_body[m_at++]);
                continue;
            }
            ++m_at;
            const auto character = read();
            if (!character)
                return tl::unexpected(BadEscape{start, message(start)});
            append_utf8(text, *character);
        }
        return text;
    }

private:
    std::optional<char32_t> read() {
        if (m_at >= m_body.size())
            return std::nullopt;
        static constexpr std::string_view letters = "abfnrtv\\?\"'`";
        static constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\?\"'`";
        const char c = m_body[m_at];
        if (const auto found = letters.find(c); found != std::string_view::npos) {
            ++m_at;
            return static_cast<char32_t>(meanings[found]);
        }
        if (c >= '0' && c <= '3')
            return read_code(3, 8);
        ++m_at;
        if (c == 'x' || c == 'X')
            return read_code(2, 16);
        if (c == 'u')
            return read_pair();
        if (c == 'U')
            return valid(read_code(8, 16));
        return std::nullopt;
    }

    std::optional<char32_t> read_code(std::size_t length, int base) {
        if (m_body.size() - m_at < length)
            return std::nullopt;
        const auto digits = m_body.substr(m_at, length);
        m_at += length;
        const auto code = read_digits<std::uint32_t>(digits, base);
        return code ? std::optional<char32_t>(*code) : std::nullopt;
    }

    /// \uXXXX, or two of them that make one character of another plane.
    std::optional<char32_t> read_pair() {
        const auto first = read_code(4, 16);
        if (!first || *first < 0xD800 || *first > 0xDBFF)
            return valid(first);
        if (m_body.substr(m_at, 2) != "\\u")
            return std::nullopt;
        m_at += 2;
        const auto second = read_code(4, 16);
        if (!second || *second < 0xDC00 || *second > 0xDFFF)
            return std::nullopt;
        return 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00);
    }

    static std::optional<char32_t> valid(std::optional<char32_t> character) {
        const bool good =
            character && *character <= 0x10FFFF && (*character < 0xD800 || *character > 0xDFFF);
        return good ? character : std::nullopt;
    }

    std::string message(std::size_t start) const {
        auto shown = m_body.substr(start, 2);
        std::size_t end = 1;
        if (shown.size() == 2 && decode_character(m_body.substr(start), end))
            shown = m_body.substr(start, end);
        return "unknown or incomplete escape '" + std::string(shown) + "'";
    }

    std::string_view m_body;
    std::size_t m_at{0};
};

std::optional<double> special_double(std::string_view text) {
    static constexpr auto infinity = std::numeric_limits<double>::infinity();
    static constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    if (text == "NaN" || text == "nan")
        return nan;
    if (text == "Infinity" || text == "+Infinity" || text == "Inf" || text == "+Inf" ||
        text == "inf")
        return infinity;
    if (text == "-Infinity" || text == "-Inf" || text == "-inf")
        return -infinity;
    return std::nullopt;
}

} // namespace

tl::expected<std::string, BadEscape> unescape(std::string_view body) {
    return Escapes(body).run();
}

std::optional<std::int64_t> to_int(std::string_view text) {
    const bool negative = text.substr(0, 1) == "-";
    const bool hexadecimal = text.substr(negative ? 1 : 0, 2) == "0x";
    if (hexadecimal) {
        const auto digits = text.substr(negative ? 3 : 2);
        const auto value = read_digits<std::uint64_t>(digits, 16);
        const std::uint64_t limit = (std::uint64_t{1} << 63U) - (negative ? 0U : 1U);
        if (!value || *value > limit)
            return std::nullopt;
        return static_cast<std::int64_t>(negative ? 0 - *value : *value);
    }
    if (text.substr(0, 1) == "+" && text.substr(1, 1) != "-")
        text.remove_prefix(1);
    return read_digits<std::int64_t>(text, 10);
}

std::optional<double> to_double(std::string_view text) {
    if (const auto special = special_double(text))
        return special;
    if (text.substr(0, 1) == "+" && text.substr(1, 1) != "-")
        text.remove_prefix(1);
    // from_chars also reads "inf" and "nan(…)", which are not numbers of ours
    if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos)
        return std::nullopt;
    double number{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (stop != end || text.empty() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        number =
            std::strtod(std::string(text).c_str(), nullptr); // too small is 0, too large infinite
        if (std::isinf(number))
            return std::nullopt;
    }
    return number;
}

std::string to_text(double number) {
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    const auto size = std::fabs(number);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e21);
    std::array<char, 64> buffer{};
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

} // namespace guichet::logic
