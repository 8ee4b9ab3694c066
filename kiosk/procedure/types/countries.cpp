// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/pick.hpp"

#include <algorithm>
#include <array>

namespace guichet::procedure::type {

namespace {

constexpr int no_match = 9;

/// Usual words that do not begin like the country's name.
struct Alias {
    std::string_view begins; ///< folded
    std::string_view code;
};
constexpr std::array<Alias, 20> aliases{{
    {"anglais", "GB"},   {"angleterre", "GB"}, {"britanni", "GB"},   {"ecoss", "GB"},
    {"hollan", "NL"},    {"neerlan", "NL"},    {"grec", "GR"},       {"turc", "TR"},
    {"laotien", "LA"},   {"ivoirien", "CI"},   {"malgache", "MG"},   {"birman", "MM"},
    {"americain", "US"}, {"usa", "US"},        {"etats unis", "US"}, {"tcheque", "CZ"},
    {"salvador", "SV"},  {"emirien", "AE"},    {"kossov", "XK"},     {"coreen", "KR"},
}};

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

/// How many first letters two words share.
std::size_t shared(std::string_view a, std::string_view b) {
    const auto [end, unused] = std::mismatch(
        a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()
    );
    return static_cast<std::size_t>(end - a.begin());
}

/// "algerienne" for "algerie": four letters or more in common and only an ending that differs.
bool is_derived(std::string_view name, std::string_view typed) {
    if (name.empty() || typed.find(' ') != std::string_view::npos)
        return false;
    const std::size_t letter = (static_cast<unsigned char>(name.front()) & 0x80U) != 0 ? 2 : 1;
    const auto common = shared(name, typed) / letter; // Arabic ones take two bytes
    return common >= 4 && common + 3 >= std::min(name.size(), typed.size()) / letter &&
           typed.size() <= name.size() + 5 * letter;
}

/// 0: the whole name or code; smaller is better; no_match: none.
int rank_name(std::string_view name, std::string_view typed) {
    if (name == typed)
        return 0;
    if (begins(name, typed))
        return 1;
    if (name.find(" " + std::string(typed)) != std::string_view::npos)
        return 3;
    return is_derived(name, typed) ? 4 : no_match;
}

int rank(const Country& country, std::string_view typed) {
    if (fold(country.code) == typed || fold(country.alpha_3) == typed)
        return 0;
    int best = no_match;
    for (const auto& name : country.folded)
        best = std::min(best, rank_name(name, typed));
    for (const auto& alias : aliases)
        if (alias.code == country.code &&
            (begins(typed, alias.begins) || (typed.size() >= 3 && begins(alias.begins, typed))))
            best = std::min(best, 2);
    return best;
}

std::vector<std::string> folded(std::initializer_list<std::string_view> names) {
    std::vector<std::string> all;
    for (const auto name : names)
        all.push_back(fold(name));
    return all;
}

/// What papers and machine-readable zones say in place of a nationality (ICAO Doc 9303-3, part D).
std::vector<Country> without_country() {
    return {
        {.code = "XXA",
         .alpha_3 = "XXA",
         .name = i18n::tr("Apatride, sans nationalité"),
         .folded = folded(
             {"Apatride, sans nationalité",
              "Sans nationalité",
              "Stateless, no nationality",
              "No nationality",
              "عديم الجنسية",
              "بدون جنسية"}
         )},
        {.code = "XXB",
         .alpha_3 = "XXB",
         .name = i18n::tr("Réfugié ou réfugiée"),
         .folded =
             folded({"Réfugié ou réfugiée", "Réfugiée", "Refugee", "لاجئ أو لاجئة", "لاجئة"})}};
}

/// Countries of the table, and what else can be picked.
class CountryType : public Pick {
public:
    explicit CountryType(std::string_view name, std::vector<Country> more = {})
        : m_name(name), m_more(std::move(more)) {}

    std::string_view name() const override { return m_name; }

    std::vector<Part> parts(const Question& question) const override {
        auto parts = Pick::parts(question);
        parts.front().keyboard = Keyboard::Letters;
        parts.front().own_letters = true;
        return parts;
    }

    std::vector<Option> matches(std::string_view typed) const override {
        const auto words = fold(typed);
        std::vector<std::pair<int, const Country*>> ranked;
        const auto add = [&](const std::vector<Country>& countries) {
            for (const auto& country : countries)
                if (const auto value = rank(country, words); value != no_match)
                    ranked.emplace_back(value, &country);
        };
        const auto* places = known_places();
        if (places != nullptr && !words.empty()) {
            add(places->countries());
            add(m_more);
        }
        std::ranges::stable_sort(ranked, {}, &std::pair<int, const Country*>::first);
        std::vector<Option> found;
        for (const auto& [value, country] : ranked)
            if (found.size() < most_matches)
                found.push_back({.id = country->code, .label = country->name});
        return found;
    }

    // A document says FRA; a person, France.
    Draft read(const Question& question, std::string_view value) const override {
        const auto* country = country_of(value);
        return country == nullptr ? Pick::read(question, value)
                                  : draft(question, Value(country->code));
    }

protected:
    Option find(std::string_view code) const override {
        const auto* country = country_of(code);
        if (country == nullptr)
            return {};
        return {.id = country->code, .label = country->name};
    }

private:
    const Country* country_of(std::string_view code) const {
        const auto own = std::ranges::find(m_more, code, &Country::code);
        if (own != m_more.end())
            return &*own;
        const auto* places = known_places();
        return places == nullptr ? nullptr : places->country(code);
    }

    std::string_view m_name;
    std::vector<Country> m_more;
};

} // namespace

const Type& country() {
    static const CountryType type("country");
    return type;
}

const Type& nationality() {
    static const CountryType type("nationality", without_country());
    return type;
}

} // namespace guichet::procedure::type
