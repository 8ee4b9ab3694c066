#pragma once

#include "base/clock.hpp"
#include "call/words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guichet::hub {

/// What /metrics shows; no name of anybody in it.
struct Figures {
    std::size_t open_calls{};
    std::size_t waiting_calls{};
    std::size_t kiosk_streams{};
    std::size_t console_streams{};
    long opened{};
    long ended{};
    long acknowledged{};
    double acknowledged_seconds{}; ///< the sum
    long claimed{};
    long store_failures{};
};

/// What a page says of itself each fifteen seconds.
struct PageState {
    std::string id{}; ///< drawn by the page
    call::Declared declared{call::Declared::Present};
    std::optional<std::vector<std::string>> rooms{};
};

/// Whether the digits given at a kiosk are those on the console.
enum class CodeCheck { Right, Wrong, TooMany };

/// What tells two kiosks with one key apart: words their programmes drew, in turns.
struct Twins {
    std::string last{};
    std::string before{};
    Instant since{};
    std::optional<Instant> seen{};
};

} // namespace guichet::hub
