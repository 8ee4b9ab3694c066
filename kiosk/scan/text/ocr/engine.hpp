// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/engine_slot.hpp"
#include "scan/text/ocr/language.hpp"

#include <memory>

#include <tesseract/baseapi.h>

namespace guichet::scan {

/// Frees what Tesseract gives away.
struct DeleteText {
    void operator()(char* text) const { delete[] text; } // NOLINT: Tesseract allocates so
};

/// An engine that stays warm as long as the process; null when Tesseract's data is missing. French
/// stands in for English that is not installed.
tesseract::TessBaseAPI* text_engine(Language language, EngineSlot slot = EngineSlot::First);

/// One that tells which way up print is; null when its data is missing. It weighs as much as both
/// languages and is seldom wanted: each is for one page.
std::unique_ptr<tesseract::TessBaseAPI> orientation_engine();

} // namespace guichet::scan
