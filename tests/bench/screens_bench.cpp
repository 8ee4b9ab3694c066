// SPDX-License-Identifier: GPL-3.0-or-later
// Our share of the first frames of every screen of the gallery, without OpenGL: each comes up with
// words that were not laid out before.
#include "app/cli/gallery_states.hpp"
#include "app/site/offer.hpp"
#include "spent.hpp"
#include "ui/interface.hpp"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <imgui/imgui.h>

namespace guichet {
namespace {

constexpr int frames_of_a_screen = 3;

struct Spent {
    double most{0}; ///< milliseconds
    std::string screen;
};

void print(const char* language, std::vector<double> times, const Spent& worst) {
    std::ranges::sort(times);
    std::printf(
        "%zu frames of the screens in %s, ms: median %.3f  p99 %.3f  most %.3f, %s (reach: 4 "
        "p99)\n",
        times.size(),
        language,
        bench::rank(times, 0.5),
        bench::rank(times, 0.99),
        worst.most,
        worst.screen.c_str()
    );
}

void measure(const app::Stock& stock, const char* language, visit::TextSize size) {
    const ui::Display display{1920, 1080, 5.56f};
    ui::NoTextures textures;
    ui::Interface interface { textures };
    for (const auto* code : {"fr", "ar"}) // as a visit does before anybody looks
        ui::Interface::warm(i18n::language(code), display);
    std::vector<double> times;
    Spent worst;
    for (auto& state : app::gallery_states(stock.offer)) {
        state.visit.language = language;
        state.visit.size = size;
        for (int i = 0; i < frames_of_a_screen; ++i) {
            const double start = bench::processor_time();
            ImGui::NewFrame();
            const ui::Words words{stock.words.at(language), stock.beside_words(state.visit)};
            interface.draw(state.visit, words, display, state.now);
            ImGui::Render();
            times.push_back(bench::processor_time() - start);
            if (times.back() > worst.most)
                worst = {times.back(), state.name};
        }
    }
    interface.forget();
    print(language, std::move(times), worst);
}

} // namespace
} // namespace guichet

int main() {
    const auto stock = guichet::app::load_stock(guichet::app::gallery_site());
    if (!stock)
        return 1;
    ImGuiContext* imgui = ImGui::CreateContext();
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    ImGui::GetIO().DisplaySize = {1920, 1080};
    for (const auto* language : {"fr", "en", "ar"})
        guichet::measure(*stock, language, guichet::visit::TextSize::Normal);
    guichet::measure(*stock, "ar", guichet::visit::TextSize::Largest);
    ImGui::DestroyContext(imgui);
}
