// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// The code of a tax notice, and what was read in it.
namespace guichet::scan {

inline const std::string notice = "47"
                                  "1234567890066"
                                  "46ESSAI NATACHA\x1d"
                                  "4131250\x1d"
                                  "4A31072025";

inline const procedure::Proposal*
find(const std::vector<procedure::Proposal>& all, const char* name) {
    const auto found = std::ranges::find(all, name, &procedure::Proposal::field);
    return found == all.end() ? nullptr : &*found;
}

} // namespace guichet::scan
