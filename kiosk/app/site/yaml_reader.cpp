// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/yaml_reader.hpp"

#include <algorithm>
#include <set>

namespace guichet::app {

namespace {

std::string listed(std::initializer_list<std::string_view> words) {
    std::string all;
    for (const auto word : words)
        all += (all.empty() ? "" : ", ") + std::string(word);
    return all;
}

std::string plain(double number) {
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace

void YamlReader::note(const YAML::Mark& mark, const std::string& what) {
    const int line = mark.is_null() ? 1 : mark.line + 1;
    const int column = mark.is_null() ? 1 : mark.column + 1;
    m_mistakes.push_back(
        m_file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: " + what
    );
}

std::optional<YAML::Node> YamlReader::parse(std::string_view text) {
    try {
        auto root = YAML::Load(std::string(text));
        if (root.IsMap())
            return root;
        mistake(root, "a site file is a list of keys and values");
    } catch (const YAML::Exception& error) {
        note(error.mark, "this is not YAML: " + error.msg);
    }
    return std::nullopt;
}

void YamlReader::mistake(const YAML::Node& node, const std::string& what) {
    note(node.IsDefined() ? node.Mark() : YAML::Mark::null_mark(), what);
}

void YamlReader::only_keys(const YAML::Node& map, std::initializer_list<std::string_view> known) {
    std::set<std::string> seen;
    for (const auto& entry : map) {
        const auto key = as_text(entry.first);
        if (std::ranges::find(known, key) == known.end())
            mistake(entry.first, "unknown key “" + key + "”; known: " + listed(known));
        else if (!seen.insert(key).second)
            mistake(entry.first, "“" + key + "” is there twice");
    }
}

std::string YamlReader::as_text(const YAML::Node& node) {
    if (node.IsScalar())
        return node.Scalar();
    if (!node.IsNull())
        mistake(node, "words are expected here");
    return {};
}

std::string YamlReader::text(const YAML::Node& map, const char* key) {
    const auto node = child_of(map, key);
    return node.IsDefined() ? as_text(node) : std::string{};
}

std::string YamlReader::required_text(const YAML::Node& map, const char* key) {
    const auto node = child_of(map, key);
    const auto before = m_mistakes.size();
    auto words = node.IsDefined() ? as_text(node) : std::string{};
    if (words.empty() && m_mistakes.size() == before)
        mistake(map, std::string("“") + key + "” is missing");
    return words;
}

std::optional<double>
YamlReader::number(const YAML::Node& map, const char* key, const Range& range) {
    const auto node = child_of(map, key);
    if (!node.IsDefined())
        return std::nullopt;
    double number = 0;
    const bool good = node.IsScalar() && YAML::convert<double>::decode(node, number);
    if (good && number >= range.least && number <= range.most)
        return number;
    mistake(
        node,
        std::string(key) + " is a number from " + plain(range.least) + " to " + plain(range.most)
    );
    return std::nullopt;
}

std::chrono::seconds
YamlReader::seconds(const YAML::Node& map, const char* key, const Range& range) {
    return std::chrono::seconds{
        static_cast<long>(number(map, key, range).value_or(range.otherwise))};
}

std::optional<bool> YamlReader::truth(const YAML::Node& map, const char* key) {
    const auto node = child_of(map, key);
    if (!node.IsDefined())
        return std::nullopt;
    bool truth = false;
    if (node.IsScalar() && YAML::convert<bool>::decode(node, truth))
        return truth;
    mistake(node, std::string(key) + " is true or false");
    return std::nullopt;
}

YAML::Node child_of(const YAML::Node& map, const char* key) {
    return map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
}

YAML::Node YamlReader::map(const YAML::Node& map, const char* key) {
    auto node = child_of(map, key);
    if (!node.IsDefined() || node.IsMap())
        return node;
    mistake(node, std::string(key) + " holds keys and values");
    return YAML::Node(YAML::NodeType::Undefined);
}

std::vector<YAML::Node> YamlReader::list(const YAML::Node& node, const std::string& name) {
    std::vector<YAML::Node> all;
    if (!node.IsDefined())
        return all;
    if (!node.IsSequence()) {
        mistake(node, name + " is a list");
        return all;
    }
    for (const auto& item : node)
        all.push_back(item);
    return all;
}

} // namespace guichet::app
