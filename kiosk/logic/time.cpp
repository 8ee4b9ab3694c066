// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/time.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <utility>

namespace guichet::logic {
namespace {

constexpr std::int64_t nanos_per_second = 1'000'000'000;
constexpr std::int64_t first_second = -62'135'596'800; // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31T23:59:59Z
constexpr std::int64_t longest_duration = 315'576'000'000;

// Nanoseconds of 10,000 years leave 64 bits.
// NOLINTNEXTLINE(modernize-use-using): a pedantic compiler takes only this form
__extension__ typedef __int128 Wide;

/// Reads a text from the left; each `take` fails without moving.
class Reader {
public:
    explicit Reader(std::string_view text) : m_left(text) {}

    bool done() const { return m_left.empty(); }

    bool take(std::string_view text) {
        if (m_left.substr(0, text.size()) != text)
            return false;
        m_left.remove_prefix(text.size());
        return true;
    }

    /// Exactly so many digits, within bounds.
    bool number(std::size_t length, int least, int most, int& out) {
        const auto text = m_left.substr(0, length);
        if (text.size() != length || text.find_first_not_of(digits) != std::string_view::npos)
            return false;
        std::from_chars(text.data(), text.data() + text.size(), out);
        m_left.remove_prefix(length);
        return out >= least && out <= most;
    }

    std::string_view take_digits() {
        const auto text = m_left.substr(0, m_left.find_first_not_of(digits));
        m_left.remove_prefix(text.size());
        return text;
    }

private:
    static constexpr std::string_view digits = "0123456789";
    std::string_view m_left;
};

/// The first nine digits after a decimal point, as nanoseconds.
std::int32_t to_nanos(std::string_view fraction) {
    std::int32_t nanos = 0;
    for (std::size_t i = 0; i < 9; ++i)
        nanos = nanos * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    return nanos;
}

Wide to_wide(std::int64_t seconds, std::int32_t nanos) {
    return static_cast<Wide>(seconds) * nanos_per_second + nanos;
}

std::optional<Duration> to_duration(Wide nanos) {
    const Wide limit = std::numeric_limits<std::int64_t>::max();
    if (nanos > limit || nanos < -limit - 1)
        return std::nullopt;
    return Duration{
        static_cast<std::int64_t>(nanos / nanos_per_second),
        static_cast<std::int32_t>(nanos % nanos_per_second)};
}

std::optional<Timestamp> to_timestamp(Wide nanos) {
    auto seconds = nanos / nanos_per_second;
    auto rest = nanos % nanos_per_second;
    if (rest < 0) {
        rest += nanos_per_second;
        seconds -= 1;
    }
    if (seconds < first_second || seconds > last_second)
        return std::nullopt;
    return Timestamp{static_cast<std::int64_t>(seconds), static_cast<std::int32_t>(rest)};
}

template <typename Moment>
Answer in_range_or_failure(std::optional<Moment> moment) {
    if (!moment)
        return failure("timestamp or duration out of range");
    return Value(*moment);
}

bool read_offset(Reader& reader, std::int64_t& seconds) {
    if (reader.take("Z"))
        return true;
    const bool west = reader.take("-");
    if (!west && !reader.take("+"))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!reader.number(2, 0, 23, hours) || !reader.take(":") || !reader.number(2, 0, 59, minutes))
        return false;
    seconds = std::int64_t{hours * 60 + minutes} * (west ? -60 : 60);
    return true;
}

std::optional<std::chrono::sys_days> read_day(Reader& reader) {
    int year = 0;
    int month = 0;
    int day = 0;
    const bool read = reader.number(4, 0, 9999, year) && reader.take("-") &&
                      reader.number(2, 1, 12, month) && reader.take("-") &&
                      reader.number(2, 1, 31, day);
    const std::chrono::year_month_day date{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    if (!read || !date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date);
}

struct Unit {
    std::string_view name;
    std::int64_t nanos;
};

// longest names first: "ms" before "m"
constexpr std::array<Unit, 8> units{{
    {"ns", 1},
    {"us", 1'000},
    {"µs", 1'000},
    {"μs", 1'000},
    {"ms", 1'000'000},
    {"s", nanos_per_second},
    {"m", 60 * nanos_per_second},
    {"h", 3600 * nanos_per_second},
}};

std::optional<std::int64_t> read_unit(Reader& reader) {
    for (const auto& unit : units)
        if (reader.take(unit.name))
            return unit.nanos;
    return std::nullopt;
}

/// One "12.5h" in nanoseconds.
std::optional<Wide> read_part(Reader& reader) {
    const auto whole = reader.take_digits();
    const auto fraction = reader.take(".") ? reader.take_digits() : std::string_view();
    const auto unit = read_unit(reader);
    if ((whole.empty() && fraction.empty()) || whole.size() > 19 || !unit)
        return std::nullopt;
    Wide nanos = 0;
    for (const char digit : whole)
        nanos = nanos * 10 + (digit - '0');
    nanos *= *unit;
    auto scale = static_cast<Wide>(*unit);
    Wide rest = 0;
    for (const char digit : fraction.substr(0, 15)) {
        rest = rest * 10 + (digit - '0') * static_cast<Wide>(*unit);
        scale *= 10;
    }
    return nanos + rest / (scale / *unit);
}

std::string pad(std::int64_t number, std::size_t width) {
    auto text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// ".5" or nothing.
std::string fraction_text(std::int32_t nanos) {
    if (nanos == 0)
        return {};
    auto text = "." + pad(std::abs(nanos), 9);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

/// A moment or a duration, to count with.
struct Amount {
    Wide nanos;
    bool moment;
};

std::optional<Amount> to_amount(const Value& value) {
    if (const auto* time = value.get<Timestamp>())
        return Amount{to_wide(time->seconds, time->nanos), true};
    if (const auto* span = value.get<Duration>())
        return Amount{to_wide(span->seconds, span->nanos), false};
    return std::nullopt;
}

} // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    Reader reader(text);
    int hour = 0;
    int minute = 0;
    int second = 0;
    const auto day = read_day(reader);
    const bool clock = day && reader.take("T") && reader.number(2, 0, 23, hour) &&
                       reader.take(":") && reader.number(2, 0, 59, minute) && reader.take(":") &&
                       reader.number(2, 0, 59, second);
    if (!clock)
        return std::nullopt;
    std::int32_t nanos = 0;
    if (reader.take(".")) {
        const auto fraction = reader.take_digits();
        if (fraction.empty())
            return std::nullopt;
        nanos = to_nanos(fraction);
    }
    std::int64_t offset = 0;
    if (!read_offset(reader, offset) || !reader.done())
        return std::nullopt;
    const auto days = std::chrono::seconds(day->time_since_epoch()).count();
    const Timestamp time{
        days + std::int64_t{hour} * 3600 + std::int64_t{minute} * 60 + second - offset, nanos};
    return in_range(time) ? std::optional(time) : std::nullopt;
}

std::string to_text(Timestamp time) {
    const auto civil = to_civil(time, "");
    if (!civil)
        return {};
    return pad(static_cast<int>(civil->day.year()), 4) + "-" +
           pad(static_cast<unsigned>(civil->day.month()), 2) + "-" +
           pad(static_cast<unsigned>(civil->day.day()), 2) + "T" + pad(civil->hour, 2) + ":" +
           pad(civil->minute, 2) + ":" + pad(civil->second, 2) + fraction_text(time.nanos) + "Z";
}

std::optional<Duration> parse_duration(std::string_view text) {
    Reader reader(text);
    const bool negative = reader.take("-");
    if (!negative)
        reader.take("+");
    if (reader.take("0") && reader.done())
        return Duration{};
    reader = Reader(text.substr(text.substr(0, 1) == "-" || text.substr(0, 1) == "+" ? 1 : 0));
    Wide nanos = 0;
    do {
        const auto part = read_part(reader);
        if (!part || !to_duration(nanos += negative ? -*part : *part))
            return std::nullopt;
    } while (!reader.done());
    return to_duration(nanos);
}

std::string to_text(Duration duration) {
    const bool negative = duration.seconds < 0 || duration.nanos < 0;
    const auto seconds =
        std::to_string(duration.seconds < 0 ? -duration.seconds : duration.seconds);
    return (negative ? "-" : "") + seconds + fraction_text(duration.nanos) + "s";
}

bool in_range(Timestamp time) {
    return time.seconds >= first_second && time.seconds <= last_second && time.nanos >= 0 &&
           time.nanos < nanos_per_second;
}

bool in_range(Duration duration) {
    const bool same_sign = (duration.seconds >= 0 && duration.nanos >= 0) ||
                           (duration.seconds <= 0 && duration.nanos <= 0);
    return same_sign && duration.seconds >= -longest_duration &&
           duration.seconds <= longest_duration && duration.nanos > -nanos_per_second &&
           duration.nanos < nanos_per_second;
}

std::optional<Answer> time_arithmetic(Operator op, const Value& a, const Value& b) {
    const auto left = to_amount(a);
    const auto right = to_amount(b);
    if (!left || !right || (op != Operator::Add && op != Operator::Subtract))
        return std::nullopt;
    const bool adds = op == Operator::Add;
    const auto result = adds ? left->nanos + right->nanos : left->nanos - right->nanos;
    if (left->moment && right->moment && adds)
        return std::nullopt;
    if (left->moment == right->moment)
        return in_range_or_failure(to_duration(result));
    if (right->moment && !adds)
        return std::nullopt;
    return in_range_or_failure(to_timestamp(result));
}

} // namespace guichet::logic
