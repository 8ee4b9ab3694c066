// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/doc_value.hpp"
#include "scan/codes/two_d_doc.hpp"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;

namespace {

const std::string gs(1, '\x1d');
const std::string rs(1, '\x1e');
const std::string us(1, '\x1f');
const std::string header = "DC04FR030001"
                           "23F823F9"
                           "2801FR";

const CodeTable& table() {
    const auto& loaded = code_table();
    REQUIRE(loaded);
    return *loaded;
}

TwoDDoc parsed(const std::string& payload) {
    const auto doc = parse_2d_doc(payload, table());
    REQUIRE(doc);
    return *doc;
}

std::vector<DocField> fields(const std::string& message) {
    return parsed(header + message + us + "AAAA").fields;
}

} // namespace

TEST_CASE("the header of each version is as long as it should be") {
    struct Row {
        const char* payload;
        int version;
        const char* type;
        const char* perimeter;
        const char* country;
    };
    constexpr auto rows = std::to_array<Row>({
        {"DC01FR0AXT4A0E840E8A01", 1, "01", "", ""},
        {"DC02FR0AXT4A0E840E8A01", 2, "01", "", ""},
        {"DC03FR0AXT4A0E840E8A0101", 3, "01", "01", ""},
        {"DC04FR0AXT4A0E840E8A0101FR", 4, "01", "01", "FR"},
    });
    for (const auto& row : rows) {
        CAPTURE(row.payload);
        const auto doc = parsed(
            row.payload + std::string("2475001\x1f"
                                      "AAAA")
        );
        CHECK(doc.version == row.version);
        CHECK(doc.authority == "FR0A");
        CHECK(doc.certificate == "XT4A");
        CHECK(to_iso(*doc.issued) == "2010-03-05");
        CHECK(to_iso(*doc.signed_on) == "2010-03-11");
        CHECK(doc.type == row.type);
        CHECK(doc.perimeter == row.perimeter);
        CHECK(doc.country == row.country);
        REQUIRE(doc.fields.size() >= 1);
        CHECK(doc.fields[0].text == "75001");
    }
}

TEST_CASE("what is no 2D-Doc is refused") {
    for (const char* payload :
         {"",
          "DC",
          "DC0",
          "DC04",
          "DC05FR0AXT4A0E840E8A0101FR",
          "DC00FR0AXT4A0E840E8A01",
          "DC04FR0AXT4A0E840E8A01",
          "dc04FR0AXT4A0E840E8A0101FR",
          ("DC04FR0AXT4A0E84\x1d"
           "E8A0101FR"),
          "https://example.org"}) {
        CAPTURE(payload);
        CHECK_FALSE(parse_2d_doc(payload, table()));
    }
}

TEST_CASE("a date that is not there is no date") {
    CHECK_FALSE(parsed("DC02FR030001FFFFFFFF01"
                       "2475001")
                    .issued);
    CHECK_FALSE(date_of_days("12G4"));
    CHECK_FALSE(date_of_days("123"));
    CHECK(to_iso(*date_of_days("0000")) == "2000-01-01");
}

TEST_CASE("fixed and variable values follow each other") {
    const auto all = fields(
        "432,75" + gs +
        "4422780123456784520214"
        "6RETI PATRICK" +
        gs +
        "4A3107202241"
        "63198" +
        gs
    );
    REQUIRE(all.size() == 6);
    const auto expected = std::to_array<std::pair<const char*, const char*>>({
        {"43", "2,75"},
        {"44", "2278012345678"},
        {"45", "2021"},
        {"46", "RETI PATRICK"},
        {"4A", "2022-07-31"},
        {"41", "63198"},
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        CHECK(all[i].id == expected[i].first);
        CHECK(all[i].value == expected[i].second);
        CHECK(all[i].known);
        CHECK_FALSE(all[i].doubtful);
        CHECK_FALSE(all[i].truncated);
    }
}

TEST_CASE("a useless separator behind a fixed value is skipped") {
    const auto all = fields("2475001" + gs + "26FR" + gs + gs + "22RUE");
    REQUIRE(all.size() == 3);
    CHECK(all[1].text == "FR");
    CHECK(all[2].text == "RUE");
    CHECK_FALSE(all[2].doubtful);
}

TEST_CASE("a value that was too long for the code is flagged") {
    const auto all = fields("22ALLEE DES VERY LONG" + rs + "26FR");
    REQUIRE(all.size() == 2);
    CHECK(all[0].truncated);
    CHECK(all[0].value == "ALLEE DES VERY LONG");
    CHECK_FALSE(all[1].truncated);
}

TEST_CASE("a value at its longest needs no separator") {
    const std::string longest(38, 'A');
    const auto all = fields("22" + longest + "26FR");
    REQUIRE(all.size() == 2);
    CHECK(all[0].text == longest);
    CHECK(all[1].text == "FR");
    CHECK_FALSE(all[0].doubtful);
}

TEST_CASE("an unknown identifier costs only itself") {
    const auto all = fields("2475001ZZNOUVEAU" + gs + "26FR");
    REQUIRE(all.size() == 3);
    CHECK_FALSE(all[1].known);
    CHECK(all[1].id == "ZZ");
    CHECK(all[1].value == "NOUVEAU");
    CHECK_FALSE(all[0].doubtful);
    CHECK(all[2].text == "FR");
    CHECK_FALSE(all[2].doubtful);
}

TEST_CASE("a value that may have swallowed the next identifier is doubtful") {
    // DH ends at 20 characters, and what follows is nothing we know: it ran on.
    const auto all = fields("DF012345678DHFR123456789012345DQSPECIMEN" + gs + "DRLEA" + gs);
    REQUIRE(all.size() == 4);
    CHECK_FALSE(all[0].doubtful);
    CHECK(all[1].doubtful);
    CHECK_FALSE(all[2].known);
    CHECK(all[3].value == "LEA");
    CHECK_FALSE(all[3].doubtful);
}

TEST_CASE("a fixed value that ends early is doubtful") {
    const auto all = fields("44123" + gs + "452021");
    REQUIRE(all.size() == 2);
    CHECK(all[0].doubtful);
    CHECK(all[1].text == "2021");
    CHECK_FALSE(all[1].doubtful);
}

TEST_CASE("values are given as a person would type them") {
    struct Row {
        const char* text;
        const char* value;
        Holds holds;
        bool good;
    };
    constexpr auto rows = std::to_array<Row>({
        {"15032012", "2012-03-15", Holds::Date, true},
        {"31022012", "31022012", Holds::Date, false},
        {"1503201A", "1503201A", Holds::Date, false},
        {"1985", "2017-11-20", Holds::Days, true},
        {"FFFF", "FFFF", Holds::Days, false},
        {"020320201400", "2020-03-02 14:00", Holds::Moment, true},
        {"020320201475", "020320201475", Holds::Moment, false},
        {"1517,42", "1517,42", Holds::Number, true},
        {"-234,78", "-234,78", Holds::Number, true},
        {"12,3,4", "12,3,4", Holds::Number, false},
        {"12 O", "12 O", Holds::Number, false},
        {",", ",", Holds::Number, false},
        {"75001", "75001", Holds::Digits, true},
        {"7500I", "7500I", Holds::Digits, false},
        {"NB2WS43TNFSXELLKOVZXI2LDMUXGM4RPGE4DSNRVGQ3TQNJTIFBA",
         "huissier-justice.fr/1896547853AB",
         Holds::Url,
         true},
        {"NB2W1", "NB2W1", Holds::Url, false},
        {"RUE", "RUE", Holds::Text, true},
    });
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto value = readable(row.text, row.holds);
        CHECK(value.text == row.value);
        CHECK(value.good == row.good);
    }
}

TEST_CASE("a name written as one value comes apart at its slashes") {
    const auto name = split_name("MME/SPECIMEN/NATACHA");
    REQUIRE(name);
    CHECK(name->title == "MME");
    CHECK(name->family == "SPECIMEN");
    CHECK(name->given == "NATACHA");
    CHECK(split_name("SPECIMEN/NATACHA")->family == "SPECIMEN");
    for (const char* text : {"SPECIMEN", "NATACHA/CORINNE/ANNE", "M/SPECIMEN", "A/B/C/D", ""}) {
        CAPTURE(text);
        CHECK_FALSE(split_name(text));
    }
}

TEST_CASE("what stands behind the signature is not covered by it") {
    const auto doc = parsed(
        header + "26FR" + us + "ABCD" + gs +
        "24"
        "75001"
    );
    CHECK(doc.signature == "ABCD");
    REQUIRE(doc.fields.size() == 2);
    CHECK_FALSE(doc.fields[0].annexe);
    CHECK(doc.fields[1].annexe);
    CHECK(doc.find("24") == nullptr);
    CHECK(doc.signed_text == header + "26FR");
}

TEST_CASE("the signature of the first version is bytes and is left alone") {
    const auto doc = parsed(
        "DC01FR03000123F823F901"
        "2475001" +
        us + "\x80\xff\x1d\x01"
    );
    CHECK(doc.signature.empty());
    REQUIRE(doc.fields.size() == 1);
    CHECK(doc.fields[0].text == "75001");
}

TEST_CASE("a code without its end is read as far as it goes and doubted") {
    const auto doc = parsed(
        header + "26FR"
                 "22RUE DU BO"
    );
    CHECK(doc.signature.empty());
    REQUIRE(doc.fields.size() == 2);
    CHECK_FALSE(doc.fields[0].doubtful);
    CHECK(doc.fields[1].doubtful);
}
