// SPDX-License-Identifier: GPL-3.0-or-later
// The French texts of forms/ as a gettext template: forms_texts <forms folder> > forms.pot
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace {

/// Keys whose value is a text for people, wherever they stand.
constexpr std::array<std::string_view, 12> text_keys{
    "title",
    "label",
    "name",
    "help",
    "say",
    "summary",
    "duration",
    "counter",
    "send_to",
    "notes",
    "none",
    "unlisted"};
/// Keys whose value is a list of texts.
constexpr std::array<std::string_view, 1> list_keys{"next"};

/// Texts in the order they are met, each with the files it is in and the question it belongs to.
struct Texts {
    struct Entry {
        std::string text;
        std::set<std::string> files;
        std::string about;
    };
    std::vector<Entry> entries;
    std::map<std::string, std::size_t> places;

    void add(const std::string& text, const std::string& file, const std::string& about) {
        if (text.empty())
            return;
        const auto [place, fresh] = places.emplace(text, entries.size());
        if (fresh)
            entries.push_back({.text = text, .files = {}, .about = about});
        entries[place->second].files.insert(file);
    }
};

template <typename Keys>
bool among(const Keys& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

void collect(const YAML::Node& node, const std::string& file, Texts& texts);

void collect_entry(
    const std::string& key,
    const YAML::Node& value,
    const std::string& about,
    Texts& texts,
    const std::string& file
) {
    if (value.IsScalar() && among(text_keys, key))
        texts.add(value.Scalar(), file, about + key);
    else if (value.IsSequence() && among(list_keys, key))
        for (const auto& line : value)
            line.IsScalar() ? texts.add(line.Scalar(), file, key) : collect(line, file, texts);
    else
        collect(value, file, texts);
}

void collect(const YAML::Node& node, const std::string& file, Texts& texts) {
    if (node.IsSequence())
        for (const auto& child : node)
            collect(child, file, texts);
    if (!node.IsMap())
        return;
    std::string about;
    for (const auto* id : {"question", "step", "field", "id", "kind", "procedure"})
        if (about.empty() && node[id] && node[id].IsScalar())
            about = node[id].Scalar() + ": ";
    for (const auto& pair : node)
        collect_entry(pair.first.Scalar(), pair.second, about, texts, file);
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            result += '\\';
        result += letter == '\n' ? "\\n" : std::string(1, letter);
    }
    return result + "\"";
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: forms_texts <forms folder>\n";
        return 2;
    }
    namespace fs = std::filesystem;
    const fs::path folder = arguments[1];
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".yaml")
            files.push_back(entry.path());
    std::ranges::sort(files);
    Texts texts;
    for (const auto& file : files) {
        try {
            collect(YAML::LoadFile(file), "forms" / fs::relative(file, folder), texts);
        } catch (const YAML::Exception& error) {
            std::cerr << file.string() << ": " << error.what() << '\n';
            return 1;
        }
    }
    std::cout << "msgid \"\"\nmsgstr \"\"\n"
                 "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                 "\"Content-Transfer-Encoding: 8bit\\n\"\n";
    for (const auto& entry : texts.entries) {
        std::cout << "\n#. " << entry.about << '\n';
        for (const auto& file : entry.files)
            std::cout << "#: " << file << '\n';
        std::cout << "msgid " << quoted(entry.text) << "\nmsgstr \"\"\n";
    }
    return 0;
}
