// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace guichet::app {

/// Takes values out of a YAML text and collects what is wrong with them, as
/// `file:line:column: error: …`, instead of stopping at the first mistake.
class YamlReader {
public:
    explicit YamlReader(std::string file) : m_file(std::move(file)) {}

    /// The top map; nullopt, with a mistake noted, when it is none.
    std::optional<YAML::Node> parse(std::string_view text);

    void mistake(const YAML::Node& node, const std::string& what);
    /// Notes each other key of the map with those that exist.
    void only_keys(const YAML::Node& map, std::initializer_list<std::string_view> known);

    std::string as_text(const YAML::Node& node);
    std::string text(const YAML::Node& map, const char* key);
    std::string required_text(const YAML::Node& map, const char* key);

    struct Range {
        double least{};
        double most{};
        double otherwise{}; ///< where a default is to be given
    };
    std::optional<double> number(const YAML::Node& map, const char* key, const Range& range);
    /// Whole ones; `otherwise` when absent or wrong.
    std::chrono::seconds seconds(const YAML::Node& map, const char* key, const Range& range);
    std::optional<bool> truth(const YAML::Node& map, const char* key);

    /// Undefined (false) when absent, or, noted, when it is not a map.
    YAML::Node map(const YAML::Node& map, const char* key);
    std::vector<YAML::Node> list(const YAML::Node& node, const std::string& name);

    const std::vector<std::string>& mistakes() const { return m_mistakes; }

private:
    std::string m_file;
    std::vector<std::string> m_mistakes{};

    void note(const YAML::Mark& mark, const std::string& what);
};

/// What the map holds under `key`; undefined (false) when nothing, or when it is no map.
YAML::Node child_of(const YAML::Node& map, const char* key);

} // namespace guichet::app
