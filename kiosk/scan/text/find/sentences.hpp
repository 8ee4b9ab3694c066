// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"

#include <vector>

namespace guichet::scan {

/// The sentences in which the field's words stand, from the top, each once; of a field with a
/// format the value in them. None that only offers ("Vous pouvez …") or is a label.
std::vector<FoundValue> sentences_with_words(const PageText& page, const Field& field);

} // namespace guichet::scan
