// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms_score.hpp"
#include "reading.hpp"
#include "scan/pix.hpp"

#include <map>
#include <memory>

#include <doctest/doctest.h>

using namespace guichet;

namespace {

/// What must be reached on the flat scan of one paper of each kind; nothing may be wrong and sure.
/// Raise must_read when a run reports more.
const std::map<std::string, int> must_read{
    {"rib", 7},
    {"releve-bancaire", 8},
    {"bulletin-paie", 14},
    {"facture-energie", 8},
    {"facture-eau", 9},
    {"facture-telephone", 9},
    {"quittance-loyer", 8},
    {"attestation-droits", 8},
    {"attestation-caf", 7},
    {"attestation-france-travail", 6},
    {"acte-naissance", 9},
    {"courrier", 6},
    {"carte-vitale", 4},
    {"carte-identite", 8},
    {"carte-identite-1988", 3},
    {"titre-sejour", 7},
    {"permis-conduire", 6},
    {"carte-grise", 10},
};

scan::Page scanned(const samples::Form& form, double dpi) {
    return {.picture = std::make_shared<const Image>(draw(form, dpi)), .dpi = dpi, .words = {}};
}

} // namespace

TEST_CASE("a paper of every kind is known and read, and other papers say nothing") {
    const auto kinds = samples::our_kinds();
    const auto options = samples::patient();
    for (const auto& form : samples::all_forms()) {
        CAPTURE(form.kind);
        const auto seen = scan::examine({scanned(form, form.card ? 300 : 200)}, kinds, options);
        REQUIRE(seen);
        CHECK(seen->kind == form.kind);
        const auto score = samples::score(form, *seen);
        MESSAGE(
            form.kind,
            ": ",
            score.right,
            " of ",
            score.wanted,
            " right, ",
            score.proposed,
            " proposed",
            score.mistakes
        );
        CHECK(score.wrong_sure == 0);
        if (form.kind.empty())
            CHECK(seen->fields.empty());
        else
            CHECK(score.right >= must_read.at(form.kind));
    }
}

TEST_CASE("a card that lies on its head or its side is read all the same") {
    const auto kinds = samples::our_kinds();
    const auto options = samples::patient();
    for (const auto& form : samples::card_forms()) {
        if (form.kind != "carte-vitale" && form.kind != "permis-conduire")
            continue;
        for (const int quarters : {1, 2, 3}) {
            CAPTURE(form.kind);
            CAPTURE(quarters);
            auto page = scanned(form, 300);
            page.picture = scan::to_picture(scan::turned(scan::to_pix(page.picture), quarters));
            const auto seen = scan::examine({page}, kinds, options);
            REQUIRE(seen);
            const auto score = samples::score(form, *seen);
            CHECK(score.right >= must_read.at(form.kind));
            CHECK(score.wrong_sure == 0);
        }
    }
}
