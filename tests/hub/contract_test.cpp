// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/routes.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

namespace guichet::hub {
namespace {

const YAML::Node& contract() {
    static const auto file = YAML::LoadFile(GUICHET_SOURCE "/kiosk/hub/openapi.yaml");
    return file;
}

std::string upper(std::string text) {
    for (auto& letter : text)
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

bool has_scheme(const YAML::Node& operation, const std::string& scheme) {
    const auto schemes = operation["security"];
    return std::any_of(schemes.begin(), schemes.end(), [&](const YAML::Node& each) {
        return each[scheme].IsDefined();
    });
}

YAML::Node operation_of(const Route& route) {
    std::string method = route.method;
    for (auto& letter : method)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return contract()["paths"][route.path][method];
}

} // namespace

TEST_CASE("the OpenAPI file and the routes say the same") {
    std::set<std::string> written;
    for (const auto& path : contract()["paths"])
        for (const auto& each : path.second)
            if (each.first.as<std::string>() != "parameters")
                written.insert(
                    upper(each.first.as<std::string>()) + " " + path.first.as<std::string>()
                );
    std::set<std::string> served;
    for (const auto& route : routes())
        served.insert(std::string(route.method) + " " + route.path);
    CHECK(written == served);
    CHECK(written.size() == routes().size());
}

TEST_CASE("the OpenAPI file says who may ask what") {
    for (const auto& route : routes()) {
        CAPTURE(route.path);
        const auto operation = operation_of(route);
        REQUIRE(operation.IsDefined());
        CHECK(has_scheme(operation, "kiosk") == (route.who == Who::Kiosk));
        CHECK(has_scheme(operation, "session") == (route.who == Who::Console));
        const bool changes = std::string(route.method) == "POST" && route.who == Who::Console;
        CHECK(has_scheme(operation, "csrf") == changes);
        CHECK((operation["parameters"].IsDefined()) == route.needs_page);
    }
}

TEST_CASE("no route ends or deletes a call but the kiosk’s own") {
    int ends = 0;
    for (const auto& route : routes()) {
        CAPTURE(route.path);
        const std::string method = route.method;
        CHECK((method == "GET" || method == "POST"));
        const std::string path = route.path;
        const bool names_an_end =
            path.find("/end") != std::string::npos || path.find("delete") != std::string::npos ||
            path.find("close") != std::string::npos || path.find("cancel") != std::string::npos;
        if (!names_an_end)
            continue;
        ends++;
        CHECK(route.who == Who::Kiosk);
    }
    CHECK(ends == 1);
}

TEST_CASE("no console’s request carries a word a person typed, or types one") {
    const std::set<std::string> known{
        "account",
        "password",
        "ticket",
        "declared",
        "noticed",
        "things",
        "text", // between colleagues, of the place
        "rooms",
        "to",
        "reply",
        "theme",
        "minutes",
        "autonomy",
        "redirected",
        "procedure",
        "mark"};
    std::set<std::string> used;
    const auto schemas = contract()["components"]["schemas"];
    const std::function<void(const YAML::Node&)> collect = [&](const YAML::Node& schema) {
        if (schema["$ref"]) {
            const auto name = schema["$ref"].as<std::string>();
            collect(schemas[name.substr(name.rfind('/') + 1)]);
        }
        for (const auto& part : schema["allOf"])
            collect(part);
        for (const auto& property : schema["properties"])
            used.insert(property.first.as<std::string>());
    };
    for (const auto& route : routes())
        if (route.who != Who::Kiosk && operation_of(route)["requestBody"])
            collect(operation_of(route)["requestBody"]["content"]["application/json"]["schema"]);
    CHECK(used == known);
}

TEST_CASE("every reference in the OpenAPI file leads somewhere") {
    const auto text = YAML::Dump(contract());
    std::set<std::string> names;
    for (std::size_t at = text.find("#/components/"); at != std::string::npos;
         at = text.find("#/components/", at + 1)) {
        const auto end = text.find_first_of("\"'}\n ", at);
        names.insert(text.substr(at + 13, end - at - 13));
    }
    CHECK(names.size() > 20);
    for (const auto& name : names) {
        CAPTURE(name);
        const auto slash = name.find('/');
        CHECK(contract()["components"][name.substr(0, slash)][name.substr(slash + 1)].IsDefined());
    }
}

} // namespace guichet::hub
