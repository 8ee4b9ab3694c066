// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressing.hpp"

#include "hand.hpp"
#include "program.hpp"
#include "watch.hpp"

namespace e2e {

void must_become(Hand& hand, const std::string& state) {
    const bool so = comes_true([&] { return hand.screen()["call"] == state; });
    must(so, "the call is “" + hand.screen()["call"].get<std::string>() + "”, not “" + state + "”");
}

void must_read(Hand& hand, const std::string& words) {
    const bool read = comes_true([&] { return hand.all_words().find(words) != std::string::npos; });
    must(read, "the screen does not say “" + words + "”:\n" + hand.all_words());
}

std::string id_of(const Json& call) {
    return call.at("id").get<std::string>();
}

bool is_any(const Json&) {
    return true;
}

} // namespace e2e
