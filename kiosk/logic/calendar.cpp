// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/functions.hpp"
#include "logic/time.hpp"

#include <chrono>

namespace guichet::logic {
namespace {

using Kind = Type::Kind;
using Int = std::int64_t;

Int day_of_year(const Civil& civil) {
    const auto first = std::chrono::sys_days(civil.day.year() / std::chrono::January / 1);
    return (std::chrono::sys_days(civil.day) - first).count();
}

Int full_year(const Civil& civil) {
    return static_cast<int>(civil.day.year());
}

Int month(const Civil& civil) {
    return static_cast<Int>(static_cast<unsigned>(civil.day.month())) - 1;
}

Int date(const Civil& civil) {
    return static_cast<unsigned>(civil.day.day());
}

Int day_of_month(const Civil& civil) {
    return date(civil) - 1;
}

Int day_of_week(const Civil& civil) {
    return std::chrono::weekday(std::chrono::sys_days(civil.day)).c_encoding();
}

Int hours(const Civil& civil) {
    return civil.hour;
}

Int minutes(const Civil& civil) {
    return civil.minute;
}

Int seconds(const Civil& civil) {
    return civil.second;
}

/// An accessor of the wall clock, in UTC or in the zone of the second argument.
template <Int (*part)(const Civil&)>
Answer in_zone(const Arguments& arguments) {
    const std::string_view zone =
        arguments.values.size() == 2 ? std::string_view(arguments.text(1)) : "UTC";
    const auto civil = to_civil(arguments.get<Timestamp>(0), zone);
    return civil ? Value(part(*civil)) : failure("unknown time zone");
}

Answer milliseconds(const Arguments& arguments) {
    if (arguments.values.size() == 2 && !to_civil(arguments.get<Timestamp>(0), arguments.text(1)))
        return failure("unknown time zone");
    return Value(static_cast<Int>(arguments.get<Timestamp>(0).nanos / 1'000'000));
}

template <Int divisor>
Answer whole_units(const Arguments& arguments) {
    return Value(arguments.get<Duration>(0).seconds / divisor);
}

Answer duration_milliseconds(const Arguments& arguments) {
    return Value(static_cast<Int>(arguments.get<Duration>(0).nanos / 1'000'000));
}

std::chrono::year_month_day to_date(Timestamp time) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(time.seconds)};
    return std::chrono::floor<std::chrono::days>(moment);
}

Answer today(const Arguments& arguments) {
    const auto day = arguments.session.context().today;
    if (!day.ok())
        return failure("the day is not known");
    const std::chrono::seconds since{std::chrono::sys_days(day).time_since_epoch()};
    return Value(Timestamp{since.count(), 0});
}

/// Born on 29 February, a person is a year older on 1 March of a common year.
Answer age(const Arguments& arguments) {
    const auto day = arguments.session.context().today;
    if (!day.ok())
        return failure("the day is not known");
    const auto born = to_date(arguments.get<Timestamp>(0));
    const bool birthday_to_come = std::chrono::month_day{day.month(), day.day()} <
                                  std::chrono::month_day{born.month(), born.day()};
    return Value(static_cast<Int>((day.year() - born.year()).count() - (birthday_to_come ? 1 : 0)));
}

} // namespace

std::vector<Function> time_functions() {
    const Type number{Kind::Int, {}, {}};
    return {
        {"getHours", true, {Kind::Duration}, number, whole_units<3600>},
        {"getMinutes", true, {Kind::Duration}, number, whole_units<60>},
        {"getSeconds", true, {Kind::Duration}, number, whole_units<1>},
        {"getMilliseconds", true, {Kind::Duration}, number, duration_milliseconds},
        {"today", false, {}, {Kind::Timestamp, {}, {}}, today},
        {"age", false, {Kind::Timestamp}, number, age},
    };
}

std::vector<Function> calendar_functions() {
    struct Accessor {
        std::string_view name;
        Answer (*run)(const Arguments&);
    };
    const std::vector<Accessor> accessors{
        {"getFullYear", in_zone<full_year>},
        {"getMonth", in_zone<month>},
        {"getDate", in_zone<date>},
        {"getDayOfMonth", in_zone<day_of_month>},
        {"getDayOfWeek", in_zone<day_of_week>},
        {"getDayOfYear", in_zone<day_of_year>},
        {"getHours", in_zone<hours>},
        {"getMinutes", in_zone<minutes>},
        {"getSeconds", in_zone<seconds>},
        {"getMilliseconds", milliseconds},
    };
    const Type number{Kind::Int, {}, {}};
    std::vector<Function> functions;
    for (const auto& accessor : accessors) {
        functions.push_back({accessor.name, true, {Kind::Timestamp}, number, accessor.run});
        functions.push_back(
            {accessor.name, true, {Kind::Timestamp, Kind::String}, number, accessor.run}
        );
    }
    return functions;
}

} // namespace guichet::logic
