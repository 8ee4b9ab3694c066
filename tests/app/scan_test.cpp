// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scan.hpp"
#include "app/screen/png.hpp"
#include "base/files.hpp"
#include "base/json.hpp"
#include "samples/make/code.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guichet;
namespace fs = std::filesystem;

namespace {

/// A folder with a letter that carries a signed RIB, its certificate and a file that is no picture.
class Desk {
public:
    Desk() {
        fs::create_directories(m_folder.path() / "certificates");
        const samples::Issuer issuer("XX00");
        payload = issuer.payload(
            "03",
            "30MME SPECIMEN NATACHA\x1d"
            "31FR7630006000011234567890189\x1d"
            "32AGRIFRPP\x1d"
        );
        auto page = samples::draw_letter(150);
        samples::put(samples::draw_data_matrix(payload, 3), 80, 60, page);
        REQUIRE(app::write_png(file("letter.png"), page));
        m_folder.write("broken.png", "not a picture");
        m_folder.write("certificates/XX00-0001.der", issuer.certificate());
    }

    std::string file(const std::string& name) const { return m_folder.file(name); }

    std::string payload;

private:
    TemporaryFolder m_folder{};
};

struct Printed {
    int code{};
    std::vector<Json> lines{};
};

Printed run(const app::ScanArguments& arguments) {
    std::ostringstream out;
    Printed printed;
    printed.code = app::run_scan(arguments, out);
    std::istringstream text(out.str());
    for (std::string line; std::getline(text, line);) {
        const auto json = parse_json(line);
        REQUIRE(json);
        printed.lines.push_back(*json);
    }
    return printed;
}

} // namespace

TEST_CASE("each file is a line, and a bad one stops nothing") {
    const Desk desk;
    const auto printed =
        run({.files = {desk.file("nowhere.png"), desk.file("broken.png"), desk.file("letter.png")}}
        );
    CHECK(printed.code == 1);
    REQUIRE(printed.lines.size() == 3);
    CHECK(printed.lines[0].at("error") == "NotFound");
    CHECK(printed.lines[1].at("error") == "Unreadable");
    CHECK(printed.lines[1].at("file") == desk.file("broken.png"));
    CHECK(printed.lines[1].contains("ms"));
    CHECK_FALSE(printed.lines[2].contains("error"));
    CHECK_FALSE(printed.lines[2].contains("text"));
}

TEST_CASE("a code is printed with its control characters, its values and its box") {
    const Desk desk;
    const auto printed = run({.files = {desk.file("letter.png")}});
    CHECK(printed.code == 0);
    const auto& codes = printed.lines.at(0).at("codes");
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].at("kind") == "2d-doc");
    CHECK(codes[0].at("text") == desk.payload);
    CHECK(codes[0].at("proven") == false);
    CHECK(codes[0].at("signature") == "not-verified");
    CHECK(codes[0].at("values").size() == 3);
    CHECK(codes[0].at("values")[1].at("value") == "FR7630006000011234567890189");
    CHECK(codes[0].at("box").size() == 4);
    CHECK(printed.lines[0].at("kind") == "rib");
    const auto& fields = printed.lines[0].at("fields");
    const auto iban = std::ranges::find_if(fields, [](const auto& field) {
        return field.at("name") == "rib.iban";
    });
    REQUIRE(iban != fields.end());
    CHECK(iban->at("value") == "FR7630006000011234567890189");
    CHECK(iban->at("reader") == "2d-doc");
    CHECK(iban->at("not_verified") == true);
}

TEST_CASE("a test authority proves something only when it is allowed to") {
    const Desk desk;
    app::ScanArguments arguments{.files = {desk.file("letter.png")}};
    arguments.trust.folder = desk.file("certificates");
    CHECK(run(arguments).lines.at(0).at("codes")[0].at("proven") == false);
    arguments.trust.tests = scan::TestAuthorities::Allowed;
    const auto allowed = run(arguments);
    CHECK(allowed.lines.at(0).at("codes")[0].at("proven") == true);
    CHECK(allowed.lines.at(0).at("codes")[0].at("signature") == "verified");
}

TEST_CASE("cleaned pages are written beside each other") {
    const Desk desk;
    const auto printed = run(
        {.clean = desk.file("clean.png"),
         .files = {desk.file("letter.png"), desk.file("letter.png")}}
    );
    CHECK(printed.code == 0);
    for (const char* name : {"clean.png", "clean-2.png"}) {
        CAPTURE(name);
        const auto bytes = read_file(desk.file(name), std::size_t{64} << 20);
        REQUIRE(bytes);
        CHECK(bytes->substr(1, 3) == "PNG");
    }
    const auto nowhere = run({.clean = "/nowhere/clean.png", .files = {desk.file("letter.png")}});
    CHECK(nowhere.code == 1);
    CHECK(nowhere.lines.at(0).contains("error"));
    CHECK(nowhere.lines.at(0).at("codes").size() == 1);
}

TEST_CASE("arguments that make no sense are refused before any file is read") {
    const Desk desk;
    const auto kind = run({.kind = "passport", .files = {desk.file("letter.png")}});
    CHECK(kind.code == 2);
    REQUIRE(kind.lines.size() == 1);
    CHECK(kind.lines[0].at("error") == "Invalid");
    CHECK(kind.lines[0].at("detail").get<std::string>().find("identite") != std::string::npos);
    app::ScanArguments arguments{.files = {desk.file("letter.png")}};
    arguments.trust.folder = "/nowhere";
    CHECK(run(arguments).code == 2);
}
