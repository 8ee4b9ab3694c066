// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "base/json.hpp"
#include "base/themes.hpp"
#include "fixture.hpp"
#include "procedure/keys.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include <nlohmann/json.hpp>

using namespace guichet;
using namespace guichet::procedure;

namespace {

Json schema(const std::string& name) {
    const auto text = read_file(std::string(GUICHET_SOURCE "/forms/schema/") + name, 1 << 20);
    REQUIRE(text);
    const auto json = parse_json(*text);
    REQUIRE(json);
    return *json;
}

std::set<std::string> names(std::span<const Key> keys, bool required_only) {
    std::set<std::string> all;
    for (const auto& key : keys)
        if (key.required || !required_only)
            all.emplace(key.name);
    return all;
}

void check_same(const Json& object, std::span<const Key> keys) {
    std::set<std::string> properties;
    for (const auto& property : object.at("properties").items()) {
        properties.insert(property.key());
        CAPTURE(property.key());
        CHECK((property.value().contains("description") || property.value().contains("$ref")));
    }
    CHECK(properties == names(keys, false));
    CHECK(
        object.value("required", Json::array()).get<std::set<std::string>>() == names(keys, true)
    );
    CHECK(object.at("additionalProperties") == false);
}

std::set<std::string> to_set(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

} // namespace

TEST_CASE("the schema of procedures and the loader know the same keys") {
    const auto json = schema("procedure.schema.json");
    check_same(json, keys::procedure);
    const auto& parts = json.at("$defs");
    const auto pairs = std::to_array<std::pair<const char*, std::span<const Key>>>({
        {"verified", keys::verified},
        {"need", keys::need},
        {"step", keys::step},
        {"question", keys::question},
        {"option", keys::option},
        {"item", keys::item},
        {"check", keys::check},
        {"exit", keys::exit},
        {"human", keys::human},
    });
    for (const auto& row : pairs) {
        CAPTURE(row.first);
        check_same(parts.at(row.first), row.second);
    }
}

TEST_CASE("the schema and the loader know the same types, themes and deliveries") {
    const auto json = schema("procedure.schema.json");
    std::set<std::string> type_names;
    for (const auto* kind : types())
        type_names.emplace(kind->name());
    const auto& question = json.at("$defs").at("question");
    CHECK(
        question.at("properties").at("type").at("enum").get<std::set<std::string>>() == type_names
    );
    const auto& properties = json.at("properties");
    CHECK(
        properties.at("theme").at("enum").get<std::set<std::string>>() == to_set(guichet::themes())
    );
    CHECK(
        properties.at("deliver").at("items").at("enum").get<std::set<std::string>>() ==
        to_set(deliveries())
    );
}

TEST_CASE("each type's own keys are in the tables") {
    for (const auto* kind : types())
        for (const auto key : kind->keys()) {
            CAPTURE(key);
            CHECK(std::ranges::find(keys::question, key, &Key::name) != keys::question.end());
        }
}

TEST_CASE("the schema of documents and the loader know the same keys") {
    const auto json = schema("document.schema.json");
    check_same(json, keys::document);
    const auto& parts = json.at("$defs");
    check_same(parts.at("field"), keys::field);
    check_same(parts.at("piece"), keys::piece);
    check_same(parts.at("side"), keys::side);
    check_same(parts.at("valid"), keys::valid);
    check_same(parts.at("sum"), keys::sum);
}

TEST_CASE("the schema of papers that are not read and the loader know the same keys") {
    const auto json = schema("other-papers.schema.json");
    check_same(json, keys::other_papers);
    check_same(json.at("$defs").at("paper"), keys::other_paper);
}
