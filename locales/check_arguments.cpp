// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the arguments {name} of each message are in its translation: check_arguments FILE.po…
// The singular forms of a counting message may leave out {n}: "one person" needs no figure.
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Names = std::set<std::string, std::less<>>;

struct Entry {
    std::string id;
    std::string plural;
    std::vector<std::string> translations;
};

std::string unquoted(std::string_view line) {
    const auto open = line.find('"');
    const auto close = line.rfind('"');
    return close > open && open != std::string_view::npos
               ? std::string(line.substr(open + 1, close - open - 1))
               : std::string();
}

/// Reads entries; obsolete ones ("#~") are comments. Escapes stay: they hold no braces.
std::vector<Entry> read(std::istream& file) {
    std::vector<Entry> entries;
    std::string line;
    std::string* target = nullptr;
    while (std::getline(file, line)) {
        if (line.starts_with("msgid \"")) {
            entries.emplace_back();
            target = &entries.back().id;
        } else if (line.starts_with("msgid_plural")) {
            target = &entries.back().plural;
        } else if (line.starts_with("msgstr")) {
            target = &entries.back().translations.emplace_back();
        } else if (!line.starts_with('"')) {
            target = nullptr;
        }
        if (target != nullptr)
            *target += unquoted(line);
    }
    return entries;
}

Names arguments_of(std::string_view text) {
    Names names;
    for (;;) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return names;
        names.emplace(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

int check(const std::string& file, const Entry& entry) {
    int problems = 0;
    auto wanted = arguments_of(entry.id);
    wanted.merge(arguments_of(entry.plural));
    for (const auto& translation : entry.translations) {
        if (translation.empty() || entry.id.empty())
            continue;
        auto found = arguments_of(translation);
        if (!entry.plural.empty())
            found.insert("n");
        auto expected = wanted;
        if (!entry.plural.empty())
            expected.insert("n");
        if (found == expected)
            continue;
        std::cerr << file << ": arguments differ in \"" << entry.id << "\" → \"" << translation
                  << "\"\n";
        ++problems;
    }
    return problems;
}

} // namespace

int main(int count, char** arguments) {
    int problems = 0;
    for (int i = 1; i < count; ++i) {
        std::ifstream file(arguments[i]);
        const auto entries = read(file);
        if (entries.empty()) {
            std::cerr << arguments[i] << ": no message\n";
            ++problems;
        }
        for (const auto& entry : entries)
            problems += check(arguments[i], entry);
    }
    return problems == 0 ? 0 : 1;
}
