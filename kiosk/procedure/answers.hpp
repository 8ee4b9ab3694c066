// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "i18n/message.hpp"
#include "procedure/value.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure {

/// Where one question's answer is: "nom_naissance", or "enfants[0].prenom" in the first item of a
/// list.
using Path = std::string;

/// Path of a question inside an item of a list.
Path item_path(std::string_view list, int item, std::string_view question);

/// A path taken apart: {"", -1, "nom"} or {"enfants", 0, "prenom"}.
struct PathParts {
    std::string list;
    int item{-1};
    std::string question;

    bool operator==(const PathParts&) const = default;
};
PathParts split(const Path& path);

/// Where a value comes from. Shown beside every answer, to the person and on the printed sheet.
struct Origin {
    enum class Kind { Typed, Read, Mediator };

    Kind kind{Kind::Typed};
    std::string document{};        ///< Read: the document kind's id
    i18n::Message document_name{}; ///< Read: the kind in words; empty when it is not known
    bool proven{false};            ///< Read: by a check digit or a signature
    std::string mediator{};        ///< Mediator: the first name shown on the claim

    bool operator==(const Origin&) const = default;
};

struct Answer {
    Value value;
    Origin origin;
    double confidence{1.0}; ///< 0 to 1; 1 for what the person typed
    Picture crop{};         ///< the place on the document it was read from; may be null

    bool operator==(const Answer&) const = default;
};

/// All the answers of one visit. Items of a list are numbered from 0 without holes.
class Answers {
public:
    const Answer* find(const Path& path) const;
    void set(const Path& path, Answer answer);
    void erase(const Path& path);

    int items(std::string_view list) const;
    /// The new item's number.
    int add_item(std::string_view list);
    /// Removes the item and its answers; later items move down by one.
    void remove_item(std::string_view list, int item);

    /// Goes up by one with each change; lets a reader know that its conclusions are old.
    long version() const { return m_version; }
    const std::map<Path, Answer>& all() const { return m_answers; }

private:
    std::map<Path, Answer> m_answers;
    std::map<std::string, int, std::less<>> m_items;
    long m_version{0};
};

} // namespace guichet::procedure
