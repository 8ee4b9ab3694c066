// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "base/json.hpp"
#include "fixture.hpp"

#include <array>
#include <filesystem>

#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::procedure;

namespace {

bool accepted(std::string_view type_name, const std::string& written) {
    const Question question{.id = "q", .type = find_type(type_name)};
    return type(type_name).parse(question, {.parts = {written}}).has_value();
}

} // namespace

TEST_CASE("real identifiers are accepted and wrong ones refused") {
    const std::filesystem::path file = GUICHET_SHARED "/data/scan/identifiers/vectors.json";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: the team's identifiers are not here");
        return;
    }
    const auto text = read_file(file, 1 << 20);
    REQUIRE(text);
    const auto vectors = parse_json(*text);
    REQUIRE(vectors);
    struct Case {
        const char* type;
        const char* group;
        const char* list;
        bool accepts;
    };
    const auto cases = std::to_array<Case>({
        {"nir", "nir", "valid", true},
        {"nir", "nir", "invalid", false},
        {"iban", "iban", "valid", true},
        {"iban", "iban", "invalid", false},
        {"siret", "siret", "valid", true},
        {"siret", "siret", "valid_la_poste_sum5", true},
        {"siret", "siret", "invalid", false},
        {"tax-number", "numero_fiscal_spi", "valid", true},
        {"tax-number", "numero_fiscal_spi", "invalid", false},
    });
    for (const auto& row : cases) {
        CAPTURE(row.group);
        CAPTURE(row.list);
        REQUIRE(vectors->contains(row.group));
        const auto& written = vectors->at(row.group).at(row.list);
        CHECK_FALSE(written.empty());
        for (const auto& identifier : written) {
            const auto one = identifier.get<std::string>();
            CAPTURE(one);
            CHECK(accepted(row.type, one) == row.accepts);
        }
    }
}
