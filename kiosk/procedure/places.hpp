// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "i18n/message.hpp"
#include "procedure/value.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure {

/// A departement or region: code of the Code officiel géographique and name.
struct Area {
    std::string code;
    std::string name;
};

/// A country of ISO 3166-1.
struct Country {
    std::string code;                  ///< alpha-2: "DZ"
    std::string alpha_3;               ///< "DZA", as an MRZ says it
    i18n::Message name;                ///< Domain::Countries
    std::vector<std::string> folded{}; ///< its names for searching, in every language we have
};

/// Where the tables lie besides forms/geo.
struct PlaceSources {
    std::filesystem::path countries{"/usr/share/iso-codes/json/iso_3166-1.json"};
    /// For searching countries by their names in our languages; empty: i18n::locales_folder().
    std::filesystem::path locales{};
};

/// The communes of France with their postal codes (forms/geo/communes.tsv), departements and
/// regions.
class Places {
public:
    static Result<Places>
    load(const std::filesystem::path& folder, const PlaceSources& sources = {});

    /// By postal code ("69003", "51300 vitry") or by the beginning of the name, forgiving accents,
    /// hyphens and "Saint/St".
    std::vector<Commune> communes(std::string_view typed, std::size_t most) const;
    const Commune* commune(std::string_view code) const;
    /// The commune under one of its postal codes; nullptr when the two do not go together.
    const Commune* commune(std::string_view code, std::string_view postal_code) const;
    const std::vector<Area>& departements() const { return m_departements; }
    const std::vector<Area>& regions() const { return m_regions; }
    const std::vector<Country>& countries() const { return m_countries; }
    /// By alpha-2 or alpha-3 code; nullptr when there is none.
    const Country* country(std::string_view code) const;

private:
    struct Row;
    void add(const std::vector<Row>& rows);
    void index();
    std::string_view folded(std::size_t commune) const;
    /// The first commune whose folded name does not come before the words.
    std::size_t first_from(std::string_view words) const;
    std::vector<Commune>
    by_postal_code(std::string_view digits, std::string_view words, std::size_t most) const;
    std::vector<Commune> by_name(std::string_view words, std::size_t most) const;

    std::vector<Commune> m_communes;      ///< one for each postal code, sorted by folded name
    std::string m_folded;                 ///< their folded names in that order, each behind a '\n'
    std::vector<std::size_t> m_begins;    ///< where each begins in m_folded, and the end
    std::vector<std::size_t> m_by_postal; ///< indexes of m_communes, by postal code
    std::vector<std::size_t> m_by_code;   ///< indexes of m_communes, by commune code
    std::vector<Country> m_countries;
    std::vector<Area> m_departements;
    std::vector<Area> m_regions;
};

/// The tables given to use_places; nullptr before.
const Places* known_places();

/// Lower case, without accents and punctuation, "st" for "saint": what searches compare.
std::string fold(std::string_view words);

} // namespace guichet::procedure
