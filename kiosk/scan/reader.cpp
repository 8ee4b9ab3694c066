#include "scan/reader.hpp"

#include <algorithm>

namespace guichet::scan {

const std::vector<Reader>& readers() {
    using procedure::ReadingStage;
    static const std::vector<Reader> all{
        {.stage = ReadingStage::Codes, .last_resort = false, .read = read_mrz},
        {.stage = ReadingStage::Text, .last_resort = true, .read = read_text}};
    return all;
}

const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& id) {
    const auto found = std::ranges::find(kinds, id, &Kind::id);
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace guichet::scan
