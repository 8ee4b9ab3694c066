// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "scan/clean/clean.hpp"
#include "scan/read.hpp"

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace guichet::scan {

class TextAhead;

/// What a reader is asked.
struct Task {
    const std::vector<Kind>& kinds;
    const Options& options;
    std::chrono::steady_clock::time_point end;    ///< stop then, with what there is
    std::string kind{};                           ///< what is known so far of the document
    bool kind_is_sure{false};                     ///< a code on this very page told it
    std::span<const procedure::Proposal> known{}; ///< what was read so far of the document
    TextAhead* ahead{nullptr};                    ///< reads the words of this page, if anything
};

/// What one reader found on one page. Boxes are in the page turned by `quarters`.
struct Findings {
    std::string kind;
    std::vector<Code> codes;
    std::vector<procedure::Proposal> fields;
    std::string text;
    std::vector<std::string> sides{}; ///< ids of the sides of the kind that were seen
    int quarters{};                   ///< clockwise, to make the page upright
};

/// One way of reading a page: a code, a machine-readable zone, printed words.
struct Reader {
    procedure::ReadingStage stage{};
    Result<Findings> (*read)(const CleanPage& page, const Task& task){};
};

/// All readers, cheapest and surest first. A new one is added here and nowhere else.
const std::vector<Reader>& readers();

Result<Findings> read_codes(const CleanPage& page, const Task& task);
Result<Findings> read_mrz(const CleanPage& page, const Task& task);
Result<Findings> read_text(const CleanPage& page, const Task& task);

} // namespace guichet::scan
