// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/call.hpp"
#include "call/presence.hpp"
#include "ui/kit/widgets.hpp"
#include "visit/visit.hpp"

#include <array>
#include <string>
#include <vector>

namespace guichet::ui {

/// What is true in each state of a call, and nothing more (DESIGN.md section 6).
struct CallWords {
    Icon icon{};
    i18n::Message heading{};
    i18n::Message say{};
};
CallWords call_words(const visit::Visit& visit);

/// "Nadia : dans 2 minutes."; empty when nothing was answered.
i18n::Message reply_words(const call::Call& call);

/// Whether somebody would come, as a sentence and as the few words a button has room for.
i18n::Message staff_words(call::Staff staff);
i18n::Message staff_in_short(call::Staff staff);
Icon staff_icon(call::Staff staff);

/// One of the six pictograms offered after the press.
struct ReasonWords {
    call::Reason reason{};
    Icon icon{};
    i18n::Message words{};
};
std::array<ReasonWords, 6> reasons();

/// What the button says that calls somebody.
struct CallLabel {
    i18n::Message label{};
    i18n::Message more{};    ///< a second line, where there is room
    bool more_counts{false}; ///< without room it stands in place of the label
    Icon icon{};
};
CallLabel call_label(const visit::Visit& visit, Instant now);
/// Everything it says that names nobody: the footer makes room for the longest in each language.
std::vector<i18n::Message> call_labels();
/// The same without the mediator's name, which may be too long.
CallLabel call_label_without_name(const visit::Visit& visit, Instant now);

} // namespace guichet::ui
