// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/ocr/ocr.hpp"

#include <vector>

namespace guichet::scan {

/// Makes words again of letters of one line printed apart, as letterheads and titles are:
/// "S E L A R L   D U R A N D" is "SELARL DURAND", "F a c t u r e   n °   1 2" is "Facture n° 12".
/// Where the gaps are wider a new word begins.
void join_spaced_letters(std::vector<Word>& words);

} // namespace guichet::scan
