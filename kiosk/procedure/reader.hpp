// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/keys.hpp"
#include "procedure/load.hpp"
#include "procedure/yaml.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure {

/// Reads values out of one of our YAML files and collects everything wrong with it. A value that is
/// wrong is reported once and read as empty.
class Reader {
public:
    Reader(std::string_view source, std::string file) : m_source(source), m_file(std::move(file)) {}

    void error(const Yaml& at, std::string message);
    /// About byte `offset` of a scalar's text.
    void error_inside(const Yaml& scalar, std::size_t offset, std::string message);

    /// Reports keys that are not in the table, are there twice, are missing, or hold the wrong kind
    /// of value. False when `map` is no map at all; `what` names it for the author.
    bool check_map(const Yaml& map, std::span<const Key> keys, std::string_view what);

    bool ok() const { return m_problems.empty(); }
    /// In the order of the file.
    std::vector<Problem> problems() const;

private:
    void check_value(const Key& key, const Yaml& value);
    void check_list(const Key& key, const Yaml& value);

    std::string_view m_source;
    std::string m_file;
    std::vector<Problem> m_problems;
};

/// The value of a key whose kind was checked by check_map; empty when it is absent or wrong.
i18n::Message message_of(const Yaml& map, std::string_view key);
std::string word_of(const Yaml& map, std::string_view key);
std::optional<long> whole_of(const Yaml& map, std::string_view key);
bool boolean_of(const Yaml& map, std::string_view key, bool otherwise);
Date date_of(const Yaml& map, std::string_view key);

/// The scalars (or maps) of a list, in order; each can be reported on.
std::vector<const Yaml*> scalars_of(const Yaml& map, std::string_view key);
std::vector<const Yaml*> maps_of(const Yaml& map, std::string_view key);

/// In quotes, cut when it is long, for a message.
std::string quote(std::string_view text);

/// Letters, digits and "_", beginning with a letter, and no word of the expression language.
bool is_id(std::string_view text);

/// Lower case letters, digits, "-" and "_".
bool is_slug(std::string_view text);

} // namespace guichet::procedure
