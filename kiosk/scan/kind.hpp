#pragma once

#include "base/result.hpp"
#include "i18n/message.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace guichet::scan {

/// How one field of a document is found.
struct Field {
    std::string name; ///< "nom"
    i18n::Message label;
    std::string mrz{}; ///< MRZ part that holds it ("primary-identifier"); empty when read from text
    /// 2D-Doc identifiers that hold it ("46"); the first one present wins.
    std::vector<std::string> code{};
    std::vector<std::string> near{}; ///< printed words beside or above it, any of them
    std::string format{};            ///< "date", "money", "tax-number", "name", "digits:13"
};

/// A kind of document, as forms/documents/<id>.yaml describes it.
struct Kind {
    std::string id;
    i18n::Message name;
    bool by_mrz{false};
    std::vector<std::string> words{}; ///< printed words that tell it, and how many are enough
    int enough{2};
    std::vector<std::string> code_types{}; ///< 2D-Doc document types that are this kind ("28")
    std::vector<Field> fields;
};

/// Every kind under `folder`, sorted by id. Invalid names file, line and column.
Result<std::vector<Kind>> load_kinds(const std::filesystem::path& folder);

} // namespace guichet::scan
