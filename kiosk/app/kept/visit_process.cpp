// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/visit_process.hpp"

#include "app/calls/random_word.hpp"
#include "app/child/hardening.hpp"
#include "app/child/process.hpp"
#include "app/kept/keeper_line.hpp"
#include "app/kept/visit_loop.hpp"
#include "base/files.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <future>

#include <unistd.h>

namespace guichet::app {

namespace {

int refuse(const Mistakes& mistakes) {
    for (const auto& mistake : mistakes)
        std::fprintf(stderr, "%s\n", mistake.c_str());
    return cannot_start;
}

/// "1280x800"; nullopt for anything else.
std::optional<std::pair<int, int>> parse_size(const std::string& text) {
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end || width < 320 || height < 240)
        return std::nullopt;
    return std::pair{width, height};
}

Window::Wish wish(const Screen& screen, const std::string& size) {
    Window::Wish wish{
        .fullscreen = screen.fullscreen,
        .pixels_per_mm = screen.pixels_per_mm,
        .diagonal_inches = screen.diagonal_inches};
    if (const auto given = parse_size(size)) {
        wish.fullscreen = false;
        wish.width = given->first;
        wish.height = given->second;
    }
    return wish;
}

Figures::Clock::time_point started(const VisitArguments& arguments) {
    if (arguments.since)
        return Figures::Clock::time_point{std::chrono::milliseconds{*arguments.since}};
    return Figures::Clock::now();
}

/// With a keeper: hidden until it says so, and no longer than it lives or the loop turns.
void wait_to_be_shown(VisitLoop& loop, bool kept) {
    if (!kept) {
        loop.show();
        return;
    }
    const auto keeper = std::make_shared<KeeperLine>(Window::wake);
    loop.at_each_turn([keeper] { keeper->answer_ping(); });
    keeper->say_ready();
    loop.wait_for([&] { return keeper->wants_show(); });
    loop.show();
    keeper->say_shown();
}

int run_in_window(
    Window& window, const Stock& stock, const Site& site, const VisitArguments& arguments
) {
    Figures figures(started(arguments));
    const auto instance = arguments.instance.empty() ? random_word() : arguments.instance;
    const auto children = Children::ours({instance, arguments.opening});
    VisitLoop loop(window, stock, site, children, figures);
    loop.prepare();
    figures.ready();
    wait_to_be_shown(loop, arguments.kept);
    if (!arguments.drive.empty()) {
        auto drive = Drive::open(arguments.drive, Window::wake);
        if (!drive) {
            std::fprintf(stderr, "guichet visit: %s\n", drive.error().detail.c_str());
            return cannot_start;
        }
        loop.accept(std::move(*drive));
    }
    loop.run();
    if (!arguments.measure.empty())
        write_file(arguments.measure, figures.text() + "\n");
    return 0;
}

} // namespace

int run_visit(const VisitArguments& arguments) {
    if (arguments.kept && !tie_to_parent()) {
        std::fputs("guichet visit: --kept is for the keeper\n", stderr);
        return cannot_start;
    }
    harden();
    if (!arguments.window.empty() && !parse_size(arguments.window))
        return refuse({"guichet visit: --window is a size like 1280x800"});
    const auto found = find_site(arguments.site);
    if (!found)
        return refuse(found.error());
    // Mesa needs a third of a second to start, our files as well: both at once.
    auto loading = std::async(std::launch::async, [&] { return load_stock(found->site); });
    auto window = Window::create(wish(found->site.screen, arguments.window));
    const auto stock = loading.get();
    if (!stock)
        return refuse(stock.error());
    if (!window) {
        std::fprintf(stderr, "guichet visit: %s\n", window.error().detail.c_str());
        return 1;
    }
    const int status = run_in_window(**window, *stock, found->site, arguments);
    // Straight to the kernel: no destructor may keep a person waiting, or a copy alive.
    std::fflush(nullptr);
    ::_exit(status);
}

} // namespace guichet::app
