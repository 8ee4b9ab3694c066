// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace guichet {

/// A text that occurs nowhere else, and every way it could hide: what must leave no trace is given
/// it, then everything is searched.
class Canary {
public:
    explicit Canary(std::string word) {
        add("as it is", word);
        add("in capitals", changed(word, [](int letter) { return std::toupper(letter); }));
        add("in small letters", changed(word, [](int letter) { return std::tolower(letter); }));
        add("as UTF-16", widened(word, 2));
        add("as UTF-32", widened(word, 4));
        add("in base64", base64(word));
        add("percent-encoded", encoded(word, "%"));
        add("in hexadecimal", encoded(word, ""));
        add("backwards", {word.rbegin(), word.rend()});
    }

    const std::string& word() const { return m_shapes.front().bytes; }

    /// How it occurs in `bytes`; empty: it does not.
    std::string found_in(std::string_view bytes) const {
        for (const auto& shape : m_shapes)
            if (bytes.find(shape.bytes) != std::string_view::npos)
                return shape.name;
        return {};
    }

    /// The files below `folder` it occurs in, in their bytes or their names.
    std::vector<std::string> found_under(const std::filesystem::path& folder) const {
        std::vector<std::string> places;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored)) {
            if (!found_in(entry.path().string()).empty())
                places.push_back(entry.path().string() + ": its name");
            if (!entry.is_regular_file(ignored))
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(file), {});
            if (const auto how = found_in(bytes); !how.empty())
                places.push_back(entry.path().string() + ": " + how);
        }
        return places;
    }

private:
    struct Shape {
        std::string name;
        std::string bytes;
    };
    std::vector<Shape> m_shapes{};

    void add(std::string name, std::string bytes) {
        m_shapes.push_back({std::move(name), std::move(bytes)});
    }
    template <typename Change>
    static std::string changed(std::string word, Change change) {
        std::ranges::transform(word, word.begin(), [&](unsigned char letter) {
            return static_cast<char>(change(letter));
        });
        return word;
    }
    static std::string widened(const std::string& word, std::size_t bytes_each) {
        std::string wide;
        for (const char letter : word)
            wide += letter + std::string(bytes_each - 1, '\0');
        return wide;
    }
    static std::string encoded(const std::string& word, const std::string& sign) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string text;
        for (const unsigned char letter : word)
            text += sign + digits[letter / 16U] + digits[letter % 16U];
        return text;
    }
    static std::string base64(const std::string& word) {
        constexpr std::string_view letters =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string text;
        for (std::size_t at = 0; at + 2 < word.size(); at += 3) {
            const auto three = static_cast<unsigned>(static_cast<unsigned char>(word[at])) << 16U |
                               static_cast<unsigned>(static_cast<unsigned char>(word[at + 1]))
                                   << 8U |
                               static_cast<unsigned>(static_cast<unsigned char>(word[at + 2]));
            for (const auto shift : std::array{18U, 12U, 6U, 0U})
                text += letters[three >> shift & 63U];
        }
        return text;
    }
};

} // namespace guichet
