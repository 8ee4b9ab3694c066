// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/pick.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

enum class Table { Departements, Regions };

const std::vector<Area>& areas(Table table) {
    static const std::vector<Area> none;
    const auto* places = known_places();
    if (places == nullptr)
        return none;
    return table == Table::Regions ? places->regions() : places->departements();
}

/// 0: the whole code or name; 1: a beginning; 2: the beginning of a later word; 3: no match.
int rank(const Area& area, const std::string& typed) {
    const auto name = fold(area.name);
    const auto code = fold(area.code);
    if (code == typed || name == typed)
        return 0;
    if (name.substr(0, typed.size()) == typed || code.substr(0, typed.size()) == typed)
        return 1;
    return name.find(" " + typed) == std::string::npos ? 3 : 2;
}

class AreaType : public Pick {
public:
    explicit AreaType(Table table) : m_table(table) {}

    std::string_view name() const override {
        return m_table == Table::Regions ? "region" : "departement";
    }

    std::vector<Option> matches(std::string_view typed) const override {
        std::vector<Option> found;
        const auto words = fold(typed);
        if (words.empty())
            return found;
        for (int wanted = 0; wanted < 3; ++wanted)
            for (const auto& area : areas(m_table))
                if (found.size() < most_matches && rank(area, words) == wanted)
                    found.push_back(to_option(area));
        return found;
    }

protected:
    Option find(std::string_view code) const override {
        const auto& all = areas(m_table);
        const auto found = std::ranges::find(all, code, &Area::code);
        return found == all.end() ? Option{} : to_option(*found);
    }

private:
    Option to_option(const Area& area) const {
        const auto label =
            m_table == Table::Regions ? area.name : area.name + " (" + area.code + ")";
        return {.id = area.code, .label = i18n::verbatim(label)};
    }

    Table m_table;
};

} // namespace

const Type& departement() {
    static const AreaType type(Table::Departements);
    return type;
}

const Type& region() {
    static const AreaType type(Table::Regions);
    return type;
}

} // namespace guichet::procedure::type
