#pragma once

#include "base/result.hpp"
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

/// The communes of France with their postal codes (forms/geo/communes.tsv), departements and
/// regions.
class Places {
public:
    static Result<Places> load(const std::filesystem::path& folder);

    /// By postal code ("69003") or by the beginning of the name, forgiving accents, hyphens and
    /// "Saint/St".
    std::vector<Commune> communes(std::string_view typed, std::size_t most) const;
    const Commune* commune(std::string_view code) const;
    const std::vector<Area>& departements() const { return m_departements; }
    const std::vector<Area>& regions() const { return m_regions; }

private:
    struct Entry {
        Commune commune;
        std::string folded; ///< lower case without accents, for searching
    };
    std::vector<Entry> m_communes; ///< sorted by folded name
    std::vector<Area> m_departements;
    std::vector<Area> m_regions;
};

/// Lower case, without accents and punctuation, "st" for "saint": what searches compare.
std::string fold(std::string_view words);

} // namespace guichet::procedure
