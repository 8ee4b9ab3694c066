// SPDX-License-Identifier: GPL-3.0-or-later
// Our share of the first frames of every screen of the gallery, without OpenGL: each comes up with
// words that were not laid out before.
#include "screens/headless.hpp"
#include "spent.hpp"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace guichet {
namespace {

constexpr int frames_of_a_screen = 3;

struct Spent {
    double most{0}; ///< milliseconds
    std::string screen;
};

void print(const std::string& language, std::vector<double> times, const Spent& worst) {
    std::ranges::sort(times);
    std::printf(
        "%zu frames of the screens in %s, ms: median %.3f  p99 %.3f  most %.3f, %s (reach: 4 "
        "p99)\n",
        times.size(),
        language.c_str(),
        bench::rank(times, 0.5),
        bench::rank(times, 0.99),
        worst.most,
        worst.screen.c_str()
    );
}

void measure(const test::Setting& setting) {
    test::Headless headless{setting.display};
    for (const auto* code : {"fr", "ar"}) // as a visit does before anybody looks
        ui::Interface::warm(i18n::language(code), setting.display);
    std::vector<double> times;
    Spent worst;
    for (auto state : test::all_states()) {
        set_up(state, setting);
        for (int i = 0; i < frames_of_a_screen; ++i) {
            const double start = bench::processor_time();
            headless.frame(state, setting);
            times.push_back(bench::processor_time() - start);
            if (times.back() > worst.most)
                worst = {times.back(), state.name};
        }
    }
    print(setting.language, std::move(times), worst);
}

} // namespace
} // namespace guichet

int main() {
    constexpr guichet::ui::Display display{1920, 1080, 5.56f};
    for (const auto* language : {"fr", "en", "ar"})
        guichet::measure({.language = language, .display = display});
    guichet::measure(
        {.language = "ar", .size = guichet::visit::TextSize::Largest, .display = display}
    );
}
