// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text as a machine-readable zone, and the bytes of a model of letters: anything must give
// parts, a model or nothing, never a crash.
#include "scan/mrz/glyphs.hpp"
#include "scan/mrz/parts.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace guichet;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(scan::parse_glyph_model(bytes));
    std::istringstream text(bytes);
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);)
        lines.push_back(line);
    const Date today{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};
    for (const auto& part : scan::parts_of_text(lines, today))
        for (const int index : part.doubtful)
            if (index < 0 || index >= static_cast<int>(part.value.size()))
                std::abort();
    return 0;
}
