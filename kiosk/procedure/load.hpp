// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/procedure.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::procedure {

/// Something wrong in one of our own files, for its author: `file:line:col: error: message`.
struct Problem {
    enum class Weight { Error, Warning };

    std::string file;
    int line{1};
    int column{1};
    std::string message;
    Weight weight{Weight::Error};

    bool operator==(const Problem&) const = default;
};

std::string to_text(const Problem& problem);

/// The ids and field names of forms/documents, for checking `read:`, `need:` and `kinds:`.
struct DocumentKinds {
    struct Kind {
        std::string id;
        i18n::Message name;
        std::vector<std::string> fields;
    };
    std::vector<Kind> kinds{};
};

/// Reads one procedure from its YAML text. All problems are reported at once; never throws.
tl::expected<std::shared_ptr<const Procedure>, std::vector<Problem>>
load_procedure(std::string_view yaml, const std::string& file, const DocumentKinds& kinds);

/// What a procedure file may say that is legal but unkind: sentences over 15 words, missing texts,
/// questions nobody can reach, `verified` older than a year at `today`.
std::vector<Problem> lint(const Procedure& procedure, const std::string& file, Date today);

/// The ids, names and fields of forms/documents/*.yaml, sorted by id.
tl::expected<DocumentKinds, std::vector<Problem>> load_kinds(const std::filesystem::path& folder);

} // namespace guichet::procedure
