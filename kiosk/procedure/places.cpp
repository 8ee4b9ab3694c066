#include "procedure/places.hpp"

#include "base/files.hpp"
#include "i18n/catalogue.hpp"
#include "i18n/locales.hpp"
#include "procedure/type.hpp"
#include "procedure/yaml.hpp"

#include <algorithm>
#include <array>
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

/// The rows of a tab separated table behind its header line, three columns each.
using Row = std::array<std::string_view, 3>;
Result<std::vector<Row>> rows(std::string_view table, const std::filesystem::path& file) {
    std::vector<Row> all;
    take_until(table, '\n');
    for (int line = 2; !table.empty(); ++line) {
        auto rest = take_until(table, '\n');
        if (!rest.empty() && rest.back() == '\r')
            rest.remove_suffix(1);
        if (rest.empty())
            continue;
        const auto code = take_until(rest, '\t');
        const auto name = take_until(rest, '\t');
        if (code.empty() || name.empty())
            return fail(
                Error::Kind::Invalid, file.string() + ":" + std::to_string(line) + ": no name"
            );
        all.push_back({code, name, take_until(rest, '\t')});
    }
    return all;
}

Result<std::vector<Area>> load_areas(const std::filesystem::path& file) {
    const auto table = read_file(file, largest_table);
    if (!table)
        return tl::unexpected(table.error());
    const auto found = rows(*table, file);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<Area> areas;
    areas.reserve(found->size());
    for (const auto& [code, name, rest] : *found)
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

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

bool has_word(std::string_view text, std::string_view beginning) {
    for (auto at = text.find(beginning); at != std::string_view::npos;
         at = text.find(beginning, at + 1))
        if (at == 0 || text[at - 1] == ' ')
            return true;
    return false;
}

} // namespace

Result<Places> Places::load(const std::filesystem::path& folder, const PlaceSources& sources) {
    const auto file = folder / "communes.tsv";
    const auto table = read_file(file, largest_table);
    if (!table)
        return tl::unexpected(table.error());
    const auto found = rows(*table, file);
    if (!found)
        return tl::unexpected(found.error());
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
    places.m_communes.reserve(found->size() + found->size() / 8);
    for (const auto& [code, name, postal_codes] : *found)
        places.add(code, name, postal_codes);
    places.index();
    return places;
}

void Places::add(std::string_view code, std::string_view name, std::string_view postal_codes) {
    const auto folded = fold(name);
    while (!postal_codes.empty()) {
        const auto postal_code = take_until(postal_codes, ' ');
        if (!postal_code.empty())
            m_communes.push_back(
                {.commune =
                     {.code = std::string(code),
                      .name = std::string(name),
                      .postal_code = std::string(postal_code)},
                 .folded = folded}
            );
    }
}

void Places::index() {
    std::ranges::sort(m_communes, [](const Entry& a, const Entry& b) {
        return std::tie(a.folded, a.commune.postal_code, a.commune.code) <
               std::tie(b.folded, b.commune.postal_code, b.commune.code);
    });
    m_by_postal.resize(m_communes.size());
    std::iota(m_by_postal.begin(), m_by_postal.end(), std::size_t{0});
    m_by_code = m_by_postal;
    // Stable: under one postal code the communes stay in the order of their names.
    std::ranges::stable_sort(m_by_postal, {}, [this](std::size_t i) -> const std::string& {
        return m_communes[i].commune.postal_code;
    });
    std::ranges::stable_sort(m_by_code, {}, [this](std::size_t i) -> const std::string& {
        return m_communes[i].commune.code;
    });
}

std::vector<Commune> Places::communes(std::string_view typed, std::size_t most) const {
    const auto words = fold(typed);
    if (words.empty() || most == 0)
        return {};
    const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
    return digits > 0 ? by_postal_code(
                            std::string_view(words).substr(0, digits),
                            std::string_view(words).substr(digits),
                            most
                        )
                      : by_name(words, most);
}

std::vector<Commune>
Places::by_postal_code(std::string_view digits, std::string_view words, std::size_t most) const {
    while (!words.empty() && words.front() == ' ')
        words.remove_prefix(1);
    std::vector<Commune> found;
    const auto postal = [this](std::size_t i) -> std::string_view {
        return m_communes[i].commune.postal_code;
    };
    for (auto at = std::ranges::lower_bound(m_by_postal, digits, {}, postal);
         at != m_by_postal.end() && found.size() < most && begins(postal(*at), digits);
         ++at)
        if (words.empty() || has_word(m_communes[*at].folded, words))
            found.push_back(m_communes[*at].commune);
    return found;
}

std::vector<Commune> Places::by_name(std::string_view words, std::size_t most) const {
    std::vector<Commune> found;
    const auto folded = [](const Entry& entry) -> std::string_view { return entry.folded; };
    for (auto at = std::ranges::lower_bound(m_communes, words, {}, folded);
         at != m_communes.end() && found.size() < most && begins(at->folded, words);
         ++at)
        found.push_back(at->commune);
    for (auto at = m_communes.begin(); at != m_communes.end() && found.size() < most; ++at)
        if (!begins(at->folded, words) && has_word(at->folded, words)) // "Rochelle": "La Rochelle"
            found.push_back(at->commune);
    return found;
}

const Commune* Places::commune(std::string_view code) const {
    const auto of = [this](std::size_t i) -> std::string_view {
        return m_communes[i].commune.code;
    };
    const auto at = std::ranges::lower_bound(m_by_code, code, {}, of);
    return at != m_by_code.end() && of(*at) == code ? &m_communes[*at].commune : nullptr;
}

const Commune* Places::commune(std::string_view code, std::string_view postal_code) const {
    const auto of = [this](std::size_t i) -> std::string_view {
        return m_communes[i].commune.code;
    };
    for (auto at = std::ranges::lower_bound(m_by_code, code, {}, of);
         at != m_by_code.end() && of(*at) == code;
         ++at)
        if (m_communes[*at].commune.postal_code == postal_code)
            return &m_communes[*at].commune;
    return nullptr;
}

const Country* Places::country(std::string_view code) const {
    const auto by_code = std::ranges::lower_bound(m_countries, code, {}, &Country::code);
    if (by_code != m_countries.end() && by_code->code == code)
        return &*by_code;
    const auto by_alpha_3 = std::ranges::find(m_countries, code, &Country::alpha_3);
    return by_alpha_3 == m_countries.end() ? nullptr : &*by_alpha_3;
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
