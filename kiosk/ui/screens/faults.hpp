// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/proposal.hpp"
#include "ui/screens/flow.hpp"

#include <vector>

namespace guichet::ui {

/// What is wrong with a picture or a document, and what to do, one under the other: the first
/// three. `missing` is the side not seen, in words.
void draw_faults(
    Frame& frame,
    Flow& flow,
    const std::vector<procedure::PictureFault>& faults,
    const i18n::Message& missing
);

} // namespace guichet::ui
