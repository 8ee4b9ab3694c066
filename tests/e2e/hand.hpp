// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "driver.hpp"

#include <array>
#include <string>

namespace e2e {

/// Where a visit to the short kiosk can be, in order.
enum class Step { Welcome, Catalogue, Need, Question, Scanning, Confirming, Name, Check, Done };

inline constexpr auto every_step = std::to_array<Step>({
    Step::Welcome,
    Step::Catalogue,
    Step::Need,
    Step::Question,
    Step::Scanning,
    Step::Confirming,
    Step::Name,
    Step::Check,
    Step::Done,
});

const char* name_of(Step step);

/// A hand that touches by name, without a pointer: for tests of what happens behind the screen.
class Hand {
public:
    explicit Hand(const std::string& socket) : m_driver(socket) {}

    Json tree(); ///< every node of the screen
    Json window() { return m_driver.ask({{"do", "window"}}); }
    Json screen() { return m_driver.ask({{"do", "screen"}}); }
    int process(const std::string& which);
    bool sees(const std::string& id);
    /// The name and value of a node, its words; empty when it is not there.
    std::string words(const std::string& id);
    /// All that can be read on the screen.
    std::string all_words();
    void shot(const std::string& file) { m_driver.ask({{"do", "shot"}, {"file", file}}); }

    void wait_for(const std::string& id, int seconds = 20);
    void wait_until_gone(const std::string& id, int seconds = 20);
    void wait_for_screen(const std::string& screen, int seconds = 20);
    /// Waits for it first.
    void tap(const std::string& id);
    /// The same; the visit may end by it.
    void tap_and_leave(const std::string& id);
    /// At once; what is there must have been there for a moment. Returns when it is drawn.
    void press(const std::string& id) { m_driver.ask({{"do", "tap"}, {"id", id}}); }

    /// From the step before to this one. On Scanning the picture is not taken yet.
    void go_on_to(Step step);
    /// From the welcome screen.
    void go_to(Step step);

private:
    void answer_name();
    void see_paper_read();
    Json node(const std::string& id);

    Driver m_driver;
};

} // namespace e2e
