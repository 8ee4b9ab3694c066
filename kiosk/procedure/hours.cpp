// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/hours.hpp"

#include <array>
#include <optional>
#include <regex>

namespace guichet::procedure {

namespace {

using i18n::Message;
using i18n::tr;

std::optional<Message> day_name(std::string_view code) {
    struct Day {
        std::string_view code;
        Message name;
    };
    static const std::array days{
        Day{"Mo", tr("lundi")},
        Day{"Tu", tr("mardi")},
        Day{"We", tr("mercredi")},
        Day{"Th", tr("jeudi")},
        Day{"Fr", tr("vendredi")},
        Day{"Sa", tr("samedi")},
        Day{"Su", tr("dimanche")},
    };
    for (const auto& day : days)
        if (day.code == code)
            return day.name;
    return std::nullopt;
}

std::string
time_of_day(const std::string& hour, const std::string& minute, const i18n::Catalogue& words) {
    const auto shown = std::to_string(std::stoi(hour));
    if (minute == "00")
        return words.text(tr("{hour} h").with("hour", shown));
    return words.text(tr("{hour} h {minute}").with("hour", shown).with("minute", minute));
}

/// One part, "Mo-Fr 08:30-17:30" or "Sa 09:00-12:00".
std::optional<std::string> show_part(const std::string& part, const i18n::Catalogue& words) {
    static const std::regex shape(
        R"(\s*([A-Z][a-z])(?:-([A-Z][a-z]))?\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s*)"
    );
    std::smatch found;
    if (!std::regex_match(part, found, shape))
        return std::nullopt;
    const auto first = day_name(found.str(1));
    const auto last = found[2].matched ? day_name(found.str(2)) : first;
    if (!first || !last)
        return std::nullopt;
    auto message = found[2].matched
                       ? tr("du {first} au {last}, de {from} à {to}")
                             .with("first", words.text(*first))
                             .with("last", words.text(*last))
                       : tr("le {first}, de {from} à {to}").with("first", words.text(*first));
    return words.text(message.with("from", time_of_day(found.str(3), found.str(4), words))
                          .with("to", time_of_day(found.str(5), found.str(6), words)));
}

} // namespace

std::string show_hours(std::string_view hours, const i18n::Catalogue& words) {
    std::string shown;
    std::size_t start = 0;
    while (start < hours.size()) {
        const auto end = std::min(hours.find_first_of(",;", start), hours.size());
        const auto part = show_part(std::string(hours.substr(start, end - start)), words);
        if (!part)
            return std::string(hours);
        if (!shown.empty())
            shown += "\n";
        shown += *part;
        start = end + 1;
    }
    return shown;
}

} // namespace guichet::procedure
