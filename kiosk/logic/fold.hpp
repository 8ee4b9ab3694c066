// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/outcome.hpp"

#include <optional>
#include <utility>

namespace guichet::logic {

/// Combines booleans, errors and unknowns as && and || do.
class Fold {
public:
    explicit Fold(bool deciding) : m_deciding(deciding) {}

    /// True when the result is decided.
    bool add(Outcome operand) {
        const auto* truth = operand.failed() ? nullptr : operand.value().get<bool>();
        if (truth != nullptr)
            m_decided = *truth == m_deciding;
        else if (operand.is_unknown())
            m_unknown = true;
        else if (!m_failure)
            m_failure = operand.failed() ? std::move(operand) : Outcome::from(no_such_overload());
        return m_decided;
    }

    Outcome result() && {
        if (m_decided)
            return Outcome(m_deciding);
        if (m_unknown)
            return Outcome::unknown();
        return m_failure ? std::move(*m_failure) : Outcome(!m_deciding);
    }

private:
    bool m_deciding;
    bool m_decided{false};
    bool m_unknown{false};
    std::optional<Outcome> m_failure{};
};

} // namespace guichet::logic
