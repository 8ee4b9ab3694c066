// SPDX-License-Identifier: GPL-3.0-or-later
// Our own share of drawing: laying words out, and a whole frame when nothing changes.
#include "spent.hpp"
#include "ui/kit/text_box.hpp"
#include "ui/kit/widgets.hpp"
#include "ui/kit_harness.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace guichet {
namespace {

void print(const char* what, int times, const std::function<void(int)>& work) {
    std::vector<double> spent;
    for (int i = 0; i < times; ++i) {
        const double start = bench::processor_time();
        work(i);
        spent.push_back(bench::processor_time() - start);
    }
    std::ranges::sort(spent);
    std::printf(
        "%-44s median %8.3f ms   p99 %8.3f ms\n",
        what,
        bench::rank(spent, 0.5),
        bench::rank(spent, 0.99)
    );
}

void measure_words() {
    const text::Style style{.cap_height = 27};
    const i18n::Language arabic{"ar", "", i18n::Direction::RightToLeft};
    std::size_t bytes = 0;
    print("lay out a French sentence", 500, [&](int i) {
        const auto words = "Il est écrit sur votre carte d’identité. " + std::to_string(i);
        bytes += text::Paragraph{words, style, i18n::french(), 500}.lines() > 0 ? 1 : 0;
    });
    print("lay out an Arabic sentence", 500, [&](int i) {
        const auto words = "ما هو اسمك عند الولادة؟ " + std::to_string(i);
        bytes += text::Paragraph{words, style, arabic, 500}.lines() > 0 ? 1 : 0;
    });
    const text::Paragraph line{"Quel est votre nom de naissance ?", style, i18n::french(), 0};
    print("pixels of a line", 500, [&](int) { bytes += line.pixels().rows.size(); });
    if (bytes == 0)
        std::puts("nothing was laid out");
}

void draw_screen(ui::Frame& frame) {
    frame.fill(frame.screen(), frame.colours().paper);
    ui::Rect rest = frame.screen().inset(60);
    const ui::TextBox box{.label = i18n::tr("Nom de naissance"), .text = "Dupont"};
    const auto height = ui::text_box_height(frame, box, rest.width);
    ui::text_box(frame, "part:0", ui::take_top(rest, height, 12), box);
    for (int i = 0; i < 4; ++i) {
        const ui::Choice choice{.label = i18n::tr("Je ne sais pas")};
        const auto rect = ui::take_top(rest, ui::choice_height(frame, choice, rest.width), 12);
        ui::choice(frame, "option:" + std::to_string(i), rect, choice);
    }
    const auto keys = procedure::Keyboard::Letters;
    ui::keyboard(frame, ui::take_bottom(rest, 300, 0), keys, box);
}

void measure_frame() {
    ui::Bench bench;
    bench.display = {1920, 1080, 5.56f};
    const auto frame = [&](int) { bench.frame(draw_screen); };
    print("first frame of a screen", 1, frame);
    print("a frame, nothing changed (reach: 1 ms)", 2000, frame);
    std::printf("%zu widgets\n", bench.memory.tree().size());
}

} // namespace
} // namespace guichet

int main() {
    guichet::measure_words();
    guichet::measure_frame();
}
