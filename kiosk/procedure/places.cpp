// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"

#include "base/files.hpp"
#include "i18n/catalogue.hpp"
#include "i18n/locales.hpp"
#include "procedure/type.hpp"
#include "procedure/yaml.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <tuple>
#include <utility>

namespace guichet::procedure {

namespace {

constexpr std::size_t largest_table = 16 << 20;

std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto field = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return field;
}

/// The lines of a tab separated table behind its header, three columns each.
using Line = std::array<std::string_view, 3>;
Result<std::vector<Line>> lines(std::string_view table, const std::filesystem::path& file) {
    std::vector<Line> all;
    take_until(table, '\n');
    for (int number = 2; !table.empty(); ++number) {
        auto rest = take_until(table, '\n');
        if (!rest.empty() && rest.back() == '\r')
            rest.remove_suffix(1);
        if (rest.empty())
            continue;
        const auto code = take_until(rest, '\t');
        const auto name = take_until(rest, '\t');
        if (code.empty() || name.empty())
            return fail(
                Error::Kind::Invalid, file.string() + ":" + std::to_string(number) + ": no name"
            );
        all.push_back({code, name, take_until(rest, '\t')});
    }
    return all;
}

/// A file's lines, with the text they point into.
struct Table {
    std::unique_ptr<const std::string> text; ///< stays where it is when the table moves
    std::vector<Line> lines;
};

Result<Table> read_table(const std::filesystem::path& file) {
    auto text = read_file(file, largest_table);
    if (!text)
        return tl::unexpected(text.error());
    auto kept = std::make_unique<const std::string>(std::move(*text));
    return lines(*kept, file).map([&kept](std::vector<Line> found) {
        return Table{.text = std::move(kept), .lines = std::move(found)};
    });
}

Result<std::vector<Area>> load_areas(const std::filesystem::path& file) {
    const auto table = read_table(file);
    if (!table)
        return tl::unexpected(table.error());
    std::vector<Area> areas;
    areas.reserve(table->lines.size());
    for (const auto& [code, name, rest] : table->lines)
        areas.push_back({.code = std::string(code), .name = std::string(name)});
    return areas;
}

std::string text_of(const Yaml& entry, std::string_view key) {
    const auto* value = entry.find(key);
    return value == nullptr ? std::string() : value->text;
}

// iso-codes' tables are JSON, which is YAML too.
Result<std::vector<Country>> load_countries(const std::filesystem::path& file) {
    const auto text = read_file(file, largest_table);
    if (!text)
        return tl::unexpected(text.error());
    const auto table = parse_yaml(*text);
    const auto* list = table ? table->find("3166-1") : nullptr;
    if (list == nullptr)
        return fail(Error::Kind::Invalid, file.string() + ": no list 3166-1");
    std::vector<Country> countries;
    for (const auto& entry : list->items) {
        auto name = text_of(entry, "common_name");
        if (name.empty())
            name = text_of(entry, "name");
        countries.push_back(
            {.code = text_of(entry, "alpha_2"),
             .alpha_3 = text_of(entry, "alpha_3"),
             .name = {.domain = i18n::Domain::Countries, .id = std::move(name)}}
        );
    }
    // France has recognised it since 2008; ISO 3166-1 leaves XK to its users, and its passports say
    // RKS (ICAO Doc 9303-3).
    countries.push_back({.code = "XK", .alpha_3 = "RKS", .name = i18n::tr("Kosovo")});
    std::ranges::sort(countries, {}, &Country::code);
    return countries;
}

// A language without a catalogue is searched in the others.
void name_countries(std::vector<Country>& countries, const std::filesystem::path& locales) {
    for (const auto& language : i18n::languages()) {
        const auto words = i18n::Catalogue::load(locales, language);
        if (!words)
            continue;
        for (auto& country : countries)
            country.folded.push_back(fold(words->text(country.name)));
    }
}

} // namespace

struct Places::Row {
    std::string folded;
    std::string_view postal_code;
    std::string_view code;
    std::string_view name;

    /// One for each postal code, in the order of their folded names.
    static std::vector<Row> all(const std::vector<Line>& lines);
};

std::vector<Places::Row> Places::Row::all(const std::vector<Line>& lines) {
    std::vector<Row> rows;
    rows.reserve(lines.size() + lines.size() / 8);
    for (auto [code, name, postal_codes] : lines) {
        const auto folded = fold(name);
        while (!postal_codes.empty()) {
            const auto postal_code = take_until(postal_codes, ' ');
            if (!postal_code.empty())
                rows.push_back(
                    {.folded = folded, .postal_code = postal_code, .code = code, .name = name}
                );
        }
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        const auto order = a.folded.compare(b.folded);
        return order != 0 ? order < 0
                          : std::tie(a.postal_code, a.code) < std::tie(b.postal_code, b.code);
    });
    return rows;
}

Result<Places> Places::load(const std::filesystem::path& folder, const PlaceSources& sources) {
    const auto table = read_table(folder / "communes.tsv");
    if (!table)
        return tl::unexpected(table.error());
    auto departements = load_areas(folder / "departements.tsv");
    if (!departements)
        return tl::unexpected(departements.error());
    auto regions = load_areas(folder / "regions.tsv");
    if (!regions)
        return tl::unexpected(regions.error());
    auto countries = load_countries(sources.countries);
    if (!countries)
        return tl::unexpected(countries.error());
    Places places;
    places.m_departements = std::move(*departements);
    places.m_regions = std::move(*regions);
    places.m_countries = std::move(*countries);
    name_countries(
        places.m_countries, sources.locales.empty() ? i18n::locales_folder() : sources.locales
    );
    places.add(Row::all(table->lines));
    places.index();
    return places;
}

void Places::add(const std::vector<Row>& rows) {
    m_communes.reserve(rows.size());
    m_begins.reserve(rows.size() + 1);
    for (const auto& row : rows) {
        m_folded += '\n';
        m_begins.push_back(m_folded.size());
        m_folded += row.folded;
        m_communes.push_back(
            {.code = std::string(row.code),
             .name = std::string(row.name),
             .postal_code = std::string(row.postal_code)}
        );
    }
    m_begins.push_back(m_folded.size() + 1);
}

void Places::index() {
    m_by_postal.resize(m_communes.size());
    std::iota(m_by_postal.begin(), m_by_postal.end(), std::size_t{0});
    m_by_code = m_by_postal;
    // Under one postal code the communes stay in the order of their names.
    const auto by = [this](std::string Commune::*key) {
        return [this, key](std::size_t a, std::size_t b) {
            const auto order = (m_communes[a].*key).compare(m_communes[b].*key);
            return order != 0 ? order < 0 : a < b;
        };
    };
    std::ranges::sort(m_by_postal, by(&Commune::postal_code));
    std::ranges::sort(m_by_code, by(&Commune::code));
}

namespace {

const Places* places_in_use = nullptr;

} // namespace

void use_places(const Places& places) {
    places_in_use = &places;
}

const Places* known_places() {
    return places_in_use;
}

} // namespace guichet::procedure
