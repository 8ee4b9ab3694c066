// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hub_titles.hpp"

#include "base/files.hpp"
#include "base/json.hpp"

#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace guichet::app {

namespace {

constexpr std::size_t largest_file = 2 << 20;

void add(const YAML::Node& procedure, Json& known) {
    auto& titles = known["titles"];
    const auto id = procedure["procedure"].as<std::string>();
    titles[id] = procedure["title"].as<std::string>(id);
    known["themes"][id] = procedure["theme"].as<std::string>("");
    for (const auto& step : procedure["steps"]) {
        const auto name = step["step"].as<std::string>();
        titles[std::string(id).append("/").append(name)] = step["title"].as<std::string>(name);
    }
}

} // namespace

std::string read_titles(const std::filesystem::path& procedures) {
    Json known{{"titles", Json::object()}, {"themes", Json::object()}};
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(procedures, error)) {
        const auto text = read_file(entry.path() / "procedure.yaml", largest_file);
        if (!text)
            continue;
        try {
            add(YAML::Load(*text), known);
        } catch (const YAML::Exception&) { // `guichet check` says what is wrong with it
            continue;
        }
    }
    return to_text(known);
}

} // namespace guichet::app
