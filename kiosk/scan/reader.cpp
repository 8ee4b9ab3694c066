// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/reader.hpp"

namespace guichet::scan {

const std::vector<Reader>& readers() {
    using procedure::ReadingStage;
    static const std::vector<Reader> all{
        {.stage = ReadingStage::Codes, .read = read_codes},
        {.stage = ReadingStage::Codes, .read = read_mrz},
        {.stage = ReadingStage::Text, .read = read_text}};
    return all;
}

} // namespace guichet::scan
