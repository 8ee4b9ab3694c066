// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.hpp"
#include "hub/coop_link.hpp"
#include "hub/told.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

namespace guichet::hub {
namespace {

/// What a browser makes of the link: base64url, then zlib.
Json opened(const std::string& link) {
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string packed;
    unsigned waiting = 0;
    int bits = 0;
    for (const char letter : link.substr(link.find("?v=") + 3)) {
        waiting = (waiting << 6U) | static_cast<unsigned>(letters.find(letter));
        bits += 6;
        if (bits < 8)
            continue;
        bits -= 8;
        packed += static_cast<char>((waiting >> static_cast<unsigned>(bits)) & 255U);
    }
    std::array<char, 4096> text{};
    uLongf length = text.size();
    REQUIRE(
        ::uncompress(
            reinterpret_cast<Bytef*>(text.data()),
            &length,
            reinterpret_cast<const Bytef*>(packed.data()),
            packed.size()
        ) == Z_OK
    );
    return Json::parse(std::string(text.data(), length)).at("json");
}

} // namespace

TEST_CASE("the link opens La Coop’s form with what is known, and nothing personal") {
    auto told = help("2026-11-25", "social_sante", 1);
    told.redirected = "administration";
    const auto link = coop_link(told, "Complémentaire santé solidaire");
    REQUIRE(link);
    CHECK(link->starts_with(
        "https://coop-numerique.anct.gouv.fr/coop/mes-activites/cra/individuel?v="
    ));
    CHECK(link->find('=', link->find("?v=") + 3) == std::string::npos); // no padding
    const Json known{
        {"date", "2026-11-25"},
        {"duree", {{"duree", "30"}}},
        {"typeLieu", "LieuActivite"},
        {"materiel", {"Autre"}},
        {"thematiques", {"AideAuxDemarchesAdministratives", "SocialSante"}},
        {"precisionsDemarche", "Complémentaire santé solidaire"},
        {"autonomie", "PartiellementAutonome"},
        {"orienteVersStructure", "yes"},
        {"structureDeRedirection", "Administration"}};
    CHECK(opened(*link) == known);

    Activity bare{.day = "2026-11-25"};
    CHECK_FALSE(opened(*coop_link(bare, "")).contains("duree"));
    bare.minutes = 75; // not one of La Coop’s own
    const auto duration = opened(*coop_link(bare, "")).at("duree");
    CHECK(duration.at("duree") == "personnaliser");
    CHECK(duration.at("dureePersonnaliseeHeures") == 1);
    CHECK(duration.at("dureePersonnaliseeMinutes") == 15);

    const auto rows = qr_rows(*link);
    REQUIRE(rows);
    CHECK(rows->size() >= 21);
    for (const auto& row : *rows)
        CHECK(row.size() == rows->size());
    CHECK(rows->front().starts_with("1111111"));
    CHECK_FALSE(qr_rows(std::string(5000, 'x')));
}

} // namespace guichet::hub
