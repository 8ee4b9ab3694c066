// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/load.hpp"
#include "procedure/reader.hpp"

#include <vector>

namespace guichet::procedure {

/// A condition read and not yet compiled: it may name questions that come later in the file.
struct Condition {
    const Yaml* source{};
    int step{-1};
    int question{-1}; ///< -1: the step's own condition
    int item{-1};     ///< -1: not in an item of a list
};

/// What loading one procedure works on.
struct Loading {
    Reader& reader;
    const DocumentKinds& kinds;
    Procedure& procedure;
    std::vector<Condition> conditions{};
};

/// Reads the questions of one step into it; ids, types, options, items. Problems go to the reader.
void load_questions(Loading& loading, const Yaml& step, int index);

/// Compiles every condition, check and exit, and finds those that read an answer that is not there
/// yet.
void load_conditions(Loading& loading, const Yaml& root);

/// Reports a kind of document that forms/documents does not describe.
void check_kind(Loading& loading, const Yaml& id);

} // namespace guichet::procedure
