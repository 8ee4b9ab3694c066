// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"
#include "ui/screens/page.hpp"

namespace guichet::ui {

/// On the check page: every document that was read, each with a way to see its picture again.
void draw_documents(Frame& frame, Flow& flow, const visit::Visit& visit, Page& page);

/// Beside the picture of one of them, as it came.
void draw_document_again(Frame& frame, Flow& flow, const visit::Scanning& scanning, Page& page);

} // namespace guichet::ui
