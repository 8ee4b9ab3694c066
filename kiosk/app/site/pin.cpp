// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/pin.hpp"

#include "base/files.hpp"
#include "hub/secrets.hpp"
#include "visit/beside.hpp"

#include <algorithm>

namespace guichet::app {
namespace {

bool is_everybodys(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code error;
    const auto allowed = std::filesystem::status(file, error).permissions();
    return (allowed & (perms::others_read | perms::others_write)) != perms::none;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

} // namespace

Result<std::string> read_pin(const std::filesystem::path& file) {
    auto pin = read_file(file, 64);
    if (!pin)
        return tl::unexpected(pin.error());
    if (is_everybodys(file))
        return fail(Error::Kind::Refused, "everybody on this computer can read the PIN");
    while (!pin->empty() && (pin->back() == '\n' || pin->back() == '\r'))
        pin->pop_back();
    const bool has_length =
        pin->size() >= visit::Code::shortest_pin && pin->size() <= visit::Code::longest;
    if (!has_length || !std::ranges::all_of(*pin, is_digit))
        return fail(Error::Kind::Invalid, "a PIN is 6 to 12 digits");
    return pin;
}

bool is_pin(const std::filesystem::path& file, std::string_view digits) {
    const auto pin = read_pin(file);
    return pin && hub::same(*pin, digits);
}

} // namespace guichet::app
