// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/load.hpp"
#include "scenarios/script.hpp"
#include "visit/visit.hpp"

#include <memory>
#include <string>

namespace guichet::scenarios {

/// One visit being played, with its own clock and what it asked of the outside.
class Stage {
public:
    Stage();

    /// Sets up before the first event: `procedure FILE`, `offer …`, `today 2026-11-22`.
    bool set_up(const std::string& verb, Words& words);

    void happen(const visit::Event& event);
    /// Lets time pass, with a Tick at every moment the visit asks for.
    void wait(std::chrono::seconds time);

    visit::Visit& visit();
    Instant now() const { return m_now; }
    /// What was asked for since the last line that did something.
    const visit::Effects& effects() const { return m_effects; }
    void forget_effects() { m_effects.clear(); }
    const procedure::DocumentKinds& kinds() const { return m_kinds; }

private:
    void load(const std::string& file);

    std::shared_ptr<visit::Offer> m_offer;
    procedure::DocumentKinds m_kinds;
    std::optional<visit::Visit> m_visit;
    visit::Effects m_effects;
    Instant m_now{};
    Date m_today;
};

} // namespace guichet::scenarios
