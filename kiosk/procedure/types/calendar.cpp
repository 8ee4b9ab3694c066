// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/calendar.hpp"

#include "procedure/types/one_box.hpp"

#include <array>

namespace guichet::procedure::type {

i18n::Message month_name(unsigned month) {
    static const std::array<i18n::Message, 12> names{
        i18n::tr("janvier"),
        i18n::tr("février"),
        i18n::tr("mars"),
        i18n::tr("avril"),
        i18n::tr("mai"),
        i18n::tr("juin"),
        i18n::tr("juillet"),
        i18n::tr("août"),
        i18n::tr("septembre"),
        i18n::tr("octobre"),
        i18n::tr("novembre"),
        i18n::tr("décembre"),
    };
    return names.at(month - 1);
}

logic::Value to_timestamp(Date date) {
    const std::chrono::sys_seconds midnight{std::chrono::sys_days{date}};
    return logic::Value(logic::Timestamp{.seconds = midnight.time_since_epoch().count()});
}

std::optional<int> small_number(std::string_view text) {
    if (!all_digits(text) || text.size() > 4)
        return {};
    int number = 0;
    for (const char c : text)
        number = number * 10 + (c - '0');
    return number;
}

tl::expected<int, Rejection> check_year(const std::string& typed, int part) {
    const auto year = small_number(typed);
    if (typed.empty())
        return reject(i18n::tr("Écrivez l’année."), part);
    if (!year)
        return reject(i18n::tr("Écrivez l’année avec quatre chiffres."), part);
    if (typed.size() < 4)
        return reject(i18n::tr("Écrivez l’année avec quatre chiffres, comme 1968."), part);
    if (*year < 1850 || *year > 2200)
        return reject(i18n::tr("Vérifiez l’année."), part);
    return *year;
}

tl::expected<Month, Rejection>
check_month(const std::string& month, const std::string& year, int part) {
    if (month.empty())
        return reject(i18n::tr("Écrivez le mois."), part - 1);
    const auto number = small_number(month);
    if (!number)
        return reject(i18n::tr("Écrivez le mois avec des chiffres."), part - 1);
    if (*number < 1 || *number > 12)
        return reject(i18n::tr("Le mois va de 1 à 12."), part - 1);
    return check_year(year, part).map([number](int checked) {
        return Month{
            std::chrono::year{checked}, std::chrono::month{static_cast<unsigned>(*number)}};
    });
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

Part day_box() {
    return {.label = i18n::tr("Jour"), .keyboard = Keyboard::Digits, .longest = 2, .width = 3};
}

Part month_box() {
    return {.label = i18n::tr("Mois"), .keyboard = Keyboard::Digits, .longest = 2, .width = 3};
}

Part year_box() {
    return {.label = i18n::tr("Année"), .keyboard = Keyboard::Digits, .longest = 4, .width = 5};
}

} // namespace guichet::procedure::type
