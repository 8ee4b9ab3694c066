// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace guichet::scan {

/// A code and the words of a page it is read from; none where print gave only its value.
struct ReadCode {
    std::size_t code{};  ///< in the order they are printed in
    bool is_guess{};     ///< it was not read as it is printed
    std::size_t bytes{}; ///< of the text of the first word that are the code; 0: all
    std::size_t words{};
};

/// Which codes stand right before which words: what is known of values by other means.
using CodesBefore = std::map<const Word*, std::size_t>;

/// Which words of a page are which of the codes, by the first word of each or by the first one of
/// its value: those that say most of all that stand in the order of the codes, column by column,
/// what is lost between them, and others that are whole.
std::map<const Word*, ReadCode> codes_in_order(
    const PageText& page, const std::vector<std::string>& codes, const CodesBefore& before = {}
);

} // namespace guichet::scan
