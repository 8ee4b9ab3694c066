// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept/companion.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <unistd.h>

namespace guichet::app {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds first_pause{250};
constexpr std::chrono::milliseconds longest_pause{30'000};
/// One that ran for longer than this was well: it is started again at once.
constexpr std::chrono::seconds short_life{10};
constexpr std::chrono::milliseconds look{20};
constexpr int looks = 100; ///< two seconds

} // namespace

Companion::Companion(Command command, std::string name)
    : m_command(std::move(command)), m_name(std::move(name)) {}

Companion::~Companion() {
    if (!m_child)
        return;
    m_child->ask_to_end();
    for (int i = 0; i < looks && !m_child->ended(); ++i)
        ::usleep(static_cast<useconds_t>(std::chrono::microseconds(look).count()));
}

void Companion::keep(Instant now) {
    if (m_child && m_child->ended())
        bury(now);
    if (m_child || now < m_next)
        return;
    m_started = now;
    auto child = Child::start(m_command);
    if (child) {
        m_child.emplace(std::move(*child));
        return;
    }
    std::fprintf(stderr, "guichet run: %s\n", child.error().detail.c_str());
    m_next = now + longest_pause;
}

void Companion::bury(Instant now) {
    m_child.reset();
    const auto doubled = std::clamp(m_pause * 2, first_pause, longest_pause);
    m_pause = now - m_started > short_life ? 0ms : doubled;
    m_next = now + m_pause;
    std::fprintf(
        stderr,
        "guichet run: %s has ended and is started again in %.1f s; until then a call reaches "
        "nobody, "
        "and the kiosk shows the contacts\n",
        m_name.c_str(),
        std::chrono::duration<double>(m_pause).count()
    );
}

} // namespace guichet::app
