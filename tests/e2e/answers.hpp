// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace e2e {

/// What a fictional person does on one question.
struct Answer {
    enum class Kind {
        Type,   ///< words, one for each box; then the first match where there are some
        Option, ///< ids of the options to touch
        Scan,   ///< a file of the samples
        Add,    ///< one item of a list
        Skip,
    };
    Kind kind{};
    std::vector<std::string> words{};
};

/// By question, "enfants.prenom" inside a list.
using Answers = std::map<std::string, Answer>;

/// Lines of `question kind word | word`; `#` begins a remark. Throws Failure with file:line.
Answers load_answers(const std::filesystem::path& file);

/// "enfants[0].prenom" as "enfants.prenom".
std::string without_item(const std::string& path);

} // namespace e2e
