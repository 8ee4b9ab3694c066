// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_words.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/format.hpp"

#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

/// Of words, the first of which stands so much further from the others than a blank.
std::optional<Extract> extracted(const char* format, const std::string& text, int gap = 0) {
    auto line = row(text, 100, 100);
    for (std::size_t i = 1; i < line.words.size(); ++i)
        line.words[i].box.x += gap;
    std::vector<const Word*> words;
    for (const auto& word : line.words)
        words.push_back(&word);
    return extract(format, words);
}

std::string read(const char* format, const std::string& text) {
    const auto found = extracted(format, text);
    return found ? found->value : "";
}

} // namespace

TEST_CASE("values are taken out of what is printed") {
    struct Row {
        const char* format;
        const char* printed;
        const char* value;
    };
    const auto rows = std::to_array<Row>({
        {"date", "né le 14/03/1968 à Lyon", "1968-03-14"},
        {"date", ": 14 mars 1968", "1968-03-14"},
        {"date", "31/02/2020", ""},
        {"money", ": 11 284 € 3", "11284"},
        {"money", "1 479,85€", "1479,85"},
        {"money", "en 1985", ""},
        {"money", "1985,00", "1985"}, // with cents no year
        {"money", "aucun", ""},
        {"money", "CS 10001", ""}, // a box at the post
        {"money", "du 1 er au 31", ""},
        {"money", "3,00 parts", ""},
        {"money", "reste 409 jours", ""},
        {"date", "(loi du 12 mai 1980)", ""},
        {"money", "cinq cents euros (500 €)", "500"},
        {"money", "soit (500 €)", ""},
        {"caf-number", "n° 0472916, a reçu", "0472916"},
        {"digits:1", "catégorie 1, sans emploi", "1"},
        {"digits:8", "0472916, 5", ""},   // of two numbers
        {"money", "2628. 80", "2628,80"}, // parted at its point
        {"money", "***x%1740.14", "1740,14"},
        {"money", "2053 51", "2053,51"}, // its point was not seen
        {"money", "36.62-", "-36,62"},
        {"money", "1 234,50-", "-1234,50"},
        {"money", "2 628. 13", "2628,13"},
        {"money", "1.234.567,00", "1234567"},
        {"money", "1.2345.678", ""},
        {"date", "14/03/68", "1968-03-14"}, // no year to come
        {"date", "2025-04-00257", ""},      // a reference
        {"date", "1O mars 2026", "2026-03-10"},
        {"date", "vingt-deux avril deux mil neuf (22/04/2009) à 6 heures", "2009-04-22"},
        {"money", "— 861,40 €", "-861,40"},
        {"money", "—861,40 €", "-861,40"},
        {"money", "29520 CHATEAULIN", ""}, // a postal code
        {"number", "36110 CHATEAU", ""},
        {"date", "{er janvier 2026", "2026-01-01"},
        {"reference", "D 26.00418 / MOK / 3", "D 26.00418 / MOK / 3"},
        {"reference", "G 330 946 B1", "G 330 946 B1"},
        {"reference", "537 1170284461", "537 1170284461"},
        {"act-number", "ORAN.2009.00441", "ORAN.2009.00441"},
        {"act-number", "n° DE", ""},
        {"act-number", "n° 000871 / 2008", "000871/2008"},
        {"delivery-point", "PDL 24 118 740 052 316", "24118740052316"},
        {"delivery-point", "PCE : GI 148 207", "GI148207"},
        {"delivery-point", "GI 148", ""},
        {"grade", ": N3A", "N3A"},
        {"grade", "165 Échelon 2", "165"},
        {"grade", "1,25", "1,25"},
        {"nir", "2 89 11 85 191 077 – 29", "289118519107729"},
        {"nir", "2 89 11 85 191 077 – clé 29", "289118519107729"},
        {"date", "07 10 1998", "1998-10-07"},
        {"date", "0 7 Mo 1 0 An 1 9 9 8", "1998-10-07"},
        {"date", "0 7 1 0 1 9 9 8", ""},
        {"name", "FERREIRA LOPES Maria da Conceição", "FERREIRA LOPES Maria da Conceição"},
        {"names", "MME MARTEL née DA COSTA Maria", "MME MARTEL née DA COSTA Maria"},
        {"number", ": 2,5 parts", "2,5"},
        {"digits:4", "l’année 2024", "2024"},
        {"digits:13", ": 25 63 047 112 908", "2563047112908"},
        {"digits:13", "12345", ""},
        {"tax-number", ": 30 23 217 600 053", "3023217600053"},
        {"tax-number", "3O23217600O53", "3023217600053"},
        {"name", ": BENALI Samira 12", "BENALI Samira"},
        {"date", "le 1er mars 2026", "2026-03-01"},
        {"date", "né le 24 04. 1994", "1994-04-24"},
        {"date", "13 07 1990", "1990-07-13"},
        {"date", "29 janv. 2021", "2021-01-29"},
        {"date", "1 juil. 2021", "2021-07-01"},
        {"date", "le 1 er mars 2026", "2026-03-01"}, // raised letters are a word of their own
        {"date", "1 jui 2021", ""},
        {"date", "le quatorze mars mil neuf cent soixante-huit", "1968-03-14"},
        {"date", "né le vingt et un août mil neuf cent quatre-vingt-dix-sept à Lyon", "1997-08-21"},
        {"date", "premier juin deux mille quatre", "2004-06-01"},
        {"date", "deux parts en mars", ""},
        {"month", "Période : octobre 2026", "2026-10"},
        {"month", "11/2025", "2025-11"},
        {"month", "article 21 de la loi du 6 juillet 1989", ""},
        {"money", "montant 1.234,56 EUR", "1234,56"},
        {"money", "au 31/10/2026 1 492,27", "1492,27"},
        {"money", "avril 2025 : 563 €", "563"},
        {"money", "de 2023", ""}, // a year is no amount
        {"money", "de 2023 €", "2023"},
        {"money", "TVA 20,00 % 9,50", "9,50"},
        {"money", "0 809 401 401", ""}, // a phone number is no amount
        {"money", "FR76 3000 4008 2800 0123 4567 843", ""},
        {"money", "HS25 1 250,00", "1250"}, // too short for an IBAN
        {"money", "(taux 3,50", ""},        // "%)" stands in the next line
        {"money", "taux 35,80 €", "35,80"},
        {"name", "de 12", ""},
        {"name", "Maëlle, Loïc BÛCHER", "Maëlle Loïc BÛCHER"}, // ë and û share bytes with « and »
        {"name", "« Anne »", "Anne"},
        {"words", "KERBRAT & OYONO- MENGUE", "KERBRAT & OYONO-MENGUE"},
        {"words", "HABITAT - OPH", "HABITAT - OPH"},
        {"words", "Aide à domicile (IDCC 3239) | CDI", "Aide à domicile (IDCC 3239)"},
        {"name", "YANN OU", "YANN"},
        {"name", "SARL DURAND ET FILS", "SARL DURAND ET FILS"},
        {"iban", "IBANFR7630006000011234567890189", "FR7630006000011234567890189"},
        {"percent", "taux 20,00 %", "20,00"},
        {"height", "1,64 m", "1,64"},
        {"height", "1.968", "1,96"},
        {"height", "1.9", ""},
        {"place", "par SOUS-PREFECTURE DE BELLE", "SOUS-PREFECTURE DE BELLE"},
        {"place", "PARIS IE ARRONDISSEMENT", "PARIS 1E ARRONDISSEMENT"},
        {"nir", "2 69 05 49 588 157 80", "269054958815780"},
        {"nir", "2 69 O5 49 588 I57 80", "269054958815780"},
        {"iban", "FR76 1333 5000 4008 9328 9136 106", "FR7613335000400893289136106"},
        {"bic", "B T C O F R P P X X X", "BTCOFRPPXXX"},
        {"bic", "C E P A F R P P 3 3 3", "CEPAFRPP333"},
        {"bic", "CE PA FR PP IBAN FR76", "CEPAFRPP"},
        {"bic", "CVOSFR2A RIB : 10278", "CVOSFR2A"},
        {"bic", "VOTREBIC", ""}, // no country has the letters EB
        {"authority", "par SOUS-PREFECTURE DE BELLE 1021.", "SOUS-PREFECTURE DE BELLE (02)"},
        {"authority", "PREFECTURE DE CORSE I2A)", "PREFECTURE DE CORSE (2A)"},
        {"authority", "PREFECTURE DE LA REUNION (9741", "PREFECTURE DE LA REUNION (974)"},
        {"authority", "MAIRIE DE BELLE 1991", "MAIRIE DE BELLE 1991"},
        {"place", "42, LYON 4E ARRONDISSEMENT — |", "LYON 4E ARRONDISSEMENT"},
        {"siret", "SIRET 356 000 000 00048", "35600000000048"},
        {"phone", "tél 06 39 98 41 27", "0639984127"},
        {"plate", "A FK-418-RV", "FK418RV"},
        {"vin", "VF3CCYHYPKW084417", "VF3CCYHYPKW084417"},
        {"vehicle-type", "M10RENVP62L4418", "M10RENVP62L4418"},
        {"vehicle-type", "MIORENVP62L4418", "M10RENVP62L4418"},
        {"vehicle-type", "M10RENVPO41K827", "M10RENVP041K827"},
        {"vehicle-type", "MCT5102PX318", "MCT5102PX318"},
        {"caf-number", "n° 4182207", "4182207"},
        {"reference", ": OLV-2026-4418", "OLV-2026-4418"},
        {"reference", "37", "37"},
        {"reference", "37 rue", ""}, // it is alone where so short a number is one
        {"office", ": BRETAGNE 537 2201441809", "BRETAGNE 537 2201441809"},
        {"office", "ILE-DE-FRANCE", "ILE-DE-FRANCE"},
        {"office", "NORD PAS DE CALAIS N° 317 000002650132", "317 000002650132"},
        {"office",
         "Centre national 42000 depuis 2020 ou avant",
         "Centre national 42000 depuis 2020"},
        {"office", "527 441820917", "527 441820917"},
        {"office", "MALADIE 1614,05 13,00", ""},
        {"name", "BEN AMOR épouse TRABELSI Souad", "BEN AMOR Souad"},
        {"name", "DURAND née MARTIN", "DURAND"},
        {"name", "Marie Anne Claire DURAND LE BRIS", "Marie Anne Claire DURAND LE BRIS"},
        {"name", "SALIMATA le 12/03/2026", "SALIMATA"},
        {"name", "Office Public de l'Habitat", "Office Public de l'Habitat"},

        {"reference", "Lot 5 AB12345.", "AB12345"}, // a lone figure is none, nor hides one
        {"words", "TOYOTA YARIS", "TOYOTA YARIS"},
        {"words", "Marque__________", ""}, // to be filled in by hand
        {"names",
         "Mme MORARD Estelle et M. KAYA Deniz, 3 rue",
         "Mme MORARD Estelle et M. KAYA Deniz"},
        {"names", "DURAND Anne et", "DURAND Anne"},
        {"tax-reference", "25A4402716853", "25A4402716853"},
        {"tax-reference", ": 24 76 3118402 27", "2476311840227"},
        {"act-number", "n° 417/1993", "417/1993"},
        {"act-number", "n° 418 de l’année 1996", "418"},
        {"act-number", "n° A", ""},
        {"naf", ": 9499Z", "9499Z"},
        {"naf", "62.01Z", "6201Z"},
        {"naf", "94997", "9499Z"}, // a Z is easily taken for a figure
        {"naf", "84l1Z", ""},
        {"tax-reference", "ABCDEFGHIJKLM", ""},
        {"day", "du 10/07/2024 au 09/01/2025", ""},
        {"day", "du 1er au 31 janvier 2025", ""},
        {"day", "du 10/07/2024 au 09/01/2025 émise le 14/01/2025", "2025-01-14"},
        {"date", "du 1er au 31 janvier 2025", "2025-01-01"},
        {"date", "du 1 er au 31 janvier 2025", "2025-01-01"},
        {"nir", "2670999350416 clé 50", "267099935041650"},
        {"iban", "DOSPROFGRADECERTIFIECN02ENFA", ""},
        {"reference", "n° 3741902 B", "3741902 B"},
        {"reference", "0317448206 25C0-3B14", "0317448206 25C0-3B14"},
        {"reference", "BAJ 2025/001846", "BAJ 2025/001846"},
        {"reference", "A 04 0218", "A 04 0218"},
        {"reference", "2025 E 0317748", "2025 E 0317748"},
        {"reference", "3741902 B 75011", "3741902 B"},
        {"reference", "rappeler A 04 0218", "04 0218"}, // "à"
        {"reference", "DU 2025/001846", "2025/001846"},
        {"address", "2025 52 QUAI DE LA FOSSE 63000 CLERMONT-FERRAND", ""},
        {"sex", "F", "F"},
        {"address", ": 12 RUE DES LILAS 63000 CLERMONT-FERRAND", "12"},
    });
    for (const auto& r : rows) {
        CAPTURE(r.format);
        CAPTURE(r.printed);
        if (std::string(r.format) == "address")
            CHECK(read(r.format, r.printed).ends_with("63000 CLERMONT-FERRAND"));
        else
            CHECK(read(r.format, r.printed) == r.value);
    }
}

TEST_CASE("thousands of typewriter print stand a letter apart") {
    auto line = row("2 057,72", 0, 0);
    line.words[1].box.x += 5; // a blank and a half
    line.words[0].box.height = line.words[1].box.height = 14;
    const std::vector<const Word*> words{line.words.data(), &line.words[1]};
    const auto found = extract("money", words);
    REQUIRE(found);
    CHECK(found->value == "2057,72");
}

TEST_CASE("what may have lost a figure is not sure") {
    const auto sureness = [](const char* format, const std::string& text, int gap) {
        const auto found = extracted(format, text, gap);
        return found ? found->sureness : 0;
    };
    CHECK(sureness("date", "2 06/2025", 0) < 0.8);
    CHECK(sureness("date", "27/06/2025", 0) > 0.9);
    CHECK(sureness("date", "2 juin 2025", 0) > 0.9);
    CHECK(sureness("date", "2 juin 2025", 15) < 0.8); // "27 juin"
    CHECK(sureness("money", "057,72", 0) < 0.8);      // "2 057,72"
    CHECK(sureness("money", "57,72", 0) > 0.9);
}

TEST_CASE("a tax number that disagrees with its key is refuted, not proven") {
    const auto line = row("3023217600054", 0, 0);
    const auto found = extract("tax-number", {&line.words.front()});
    REQUIRE(found);
    CHECK_FALSE(found->proven);
    CHECK(found->refuted);
}

TEST_CASE("letters are taken for digits only where a key agrees, and are marked otherwise") {
    const auto line = row("4O17", 0, 0);
    const auto found = extract("digits:4", {&line.words.front()});
    REQUIRE(found);
    CHECK(found->value == "4017");
    CHECK_FALSE(found->proven);
    CHECK(found->doubtful.size() == 4);
    const auto number = row("269054958815780", 0, 0);
    const auto proven = extract("nir", {&number.words.front()});
    REQUIRE(proven);
    CHECK(proven->proven);
}

TEST_CASE("a minus that begins a cell is the amount's, a dash behind words is not") {
    const auto amount = [](const char* printed, int gap) {
        return extracted("money", printed, gap);
    };
    CHECK(amount("− 87,41 €", 0)->value == "-87,41");
    CHECK(amount("− 87,41 €", 0)->box.x > 100); // of the figures
    CHECK(amount("SOLDE - 112,35", 100)->value == "-112,35");
    CHECK(amount("Loyer – 112,35", 0)->value == "112,35");
    CHECK(amount("— 112,35", 0)->sureness < 0.8); // any line
    CHECK(amount("-112,35", 0)->sureness > 0.9);
}

TEST_CASE("a BIC whose last boxes were not read is never taken for a short one") {
    const auto found = [](const char* printed) { return extracted("bic", printed); };
    REQUIRE(found("C E P A F R P P 3 3"));
    CHECK(found("C E P A F R P P 3 3")->refuted);
    CHECK_FALSE(found("C E P A F R P P")->refuted);
    CHECK_FALSE(found("C E P A F R P P 3 3 3")->refuted);
}

TEST_CASE("figures taken for the brackets of a department are marked") {
    const auto line = row("PREFECTURE 1021", 0, 0);
    const auto found = extract("authority", {&line.words.front(), &line.words.back()});
    REQUIRE(found);
    CHECK(found->value == "PREFECTURE (02)");
    CHECK(found->doubtful == std::vector<int>{12, 13});
}

TEST_CASE("one key digit proves nothing that was not read clearly") {
    auto line = row("35600000000048", 0, 0);
    CHECK(extract("siret", {&line.words.front()})->proven);
    line.words[0].sureness[3] = 0.4F;
    CHECK_FALSE(extract("siret", {&line.words.front()})->proven);
    const auto letter = row("356O0000000048", 0, 0);
    CHECK(extract("siret", {&letter.words.front()})->value == "35600000000048");
    CHECK_FALSE(extract("siret", {&letter.words.front()})->proven);
}

TEST_CASE("the same thing written in two ways is the same value") {
    CHECK(same_value("Maëlys-Gaëlle, Marie", "MAELYS GAELLE MARIE"));
    CHECK(same_value("MÜLLER", "MUELLER"));
    CHECK_FALSE(same_value("1,5", "15"));
    CHECK_FALSE(same_value("1,50", "15,0"));
    CHECK_FALSE(same_value("-12,50", "12,50"));
    CHECK(same_value("31.5", "31,50"));
    CHECK_FALSE(same_value("0612", "612"));
}

TEST_CASE("a word without its first letter is another word") {
    CHECK_FALSE(alike("preleve", "releve"));
    CHECK(alike("preleve", "preleva"));
}

TEST_CASE("words forgive accents and one wrong letter, short ones do not") {
    CHECK(fold("Référence") == "reference");
    CHECK(fold("Œuvre") == "oeuvre");
    CHECK(folded_words("d’impôt") == std::vector<std::string>{"d", "impot"});
    CHECK(alike("impot", "inpot"));
    CHECK_FALSE(alike("nom", "non"));
}

TEST_CASE("a town goes on in the next line behind a dash") {
    CHECK(
        read("address", "33 cours Gambetta, 38950 SAINT-ÉGRÈVE, la somme") ==
        "33 cours Gambetta, 38950 SAINT-ÉGRÈVE"
    );
    CHECK(
        read("address", "17 rue Haute 88100 SAINT-DIÉ-DES -VOSGES") ==
        "17 rue Haute 88100 SAINT-DIÉ-DES-VOSGES"
    );
    CHECK(
        read("address", "7 rue des Bons-Raisins 93390 CLAIRVAUX-SOUS- BOIS") ==
        "7 rue des Bons-Raisins 93390 CLAIRVAUX-SOUS-BOIS"
    );
}

TEST_CASE("an address begins where it does and ends with the whole town") {
    CHECK(
        read("address", "23 AVENUE FOCH 38400 ST MARTIN D HERES") ==
        "23 AVENUE FOCH 38400 ST MARTIN D HERES"
    );
    CHECK(
        read("address", "Type 3 - 64 m² - conventionné 8 RUE HAUTE 62300 LENS") ==
        "8 RUE HAUTE 62300 LENS"
    );
    CHECK(read("address", "Espace client : gaz.exemple 76934 ROUEN").empty());
}

TEST_CASE("what is known of a format is told of each") {
    CHECK(is_format("grade"));
    CHECK(is_format("digits:4-8"));
    CHECK_FALSE(is_format("digits:8-4"));
    CHECK(has_key("iban"));
    CHECK_FALSE(has_key("siret")); // one key digit is none
    CHECK(tells_itself("siret"));
    CHECK_FALSE(tells_itself("money"));
    CHECK(is_bounded("digits:4"));
    CHECK_FALSE(is_bounded("reference"));
    CHECK(is_number("reference"));
    CHECK_FALSE(is_number("name"));
    CHECK(is_wordy(""));
    CHECK(is_wordy("address"));
    CHECK_FALSE(is_wordy("date"));
}

TEST_CASE("a text is a value of a format as a whole or not at all") {
    CHECK(is_value_of("vin", "VF1RJA00264718305"));
    CHECK_FALSE(is_value_of("vin", "VF1RJA0026471830")); // one sign less
    CHECK(is_value_of("plate", "GK418TZ"));
    CHECK_FALSE(is_value_of("plate", "GK418TZ VF1"));
    CHECK(tells_itself("vin"));
    CHECK_FALSE(tells_itself("words"));
}
