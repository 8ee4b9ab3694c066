// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/flow.hpp"

namespace guichet::ui {

/// A sheet under the eye of the machine: how to lay a document, without words.
void draw_laying(Frame& frame, const Rect& rect);

/// "1  Posez-le bien à plat": a number in a disc, then words.
void draw_numbered(Frame& frame, Flow& flow, int number, const i18n::Message& words);

} // namespace guichet::ui
