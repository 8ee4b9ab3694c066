// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/load.hpp"
#include "procedure/route.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace guichet;

/// The loader on arbitrary bytes; what it accepts is linted and walked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const procedure::DocumentKinds kinds{
        .kinds = {{.id = "identite", .name = {}, .fields = {"nom"}}}};
    constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT: bytes as text
    const auto loaded = procedure::load_procedure(text, "fuzz.yaml", kinds);
    if (loaded) {
        procedure::lint(**loaded, "fuzz.yaml", today);
        procedure::route(**loaded, {}, today);
        procedure::findings(**loaded, {}, today);
    }
    return 0;
}
