// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/match.hpp"

namespace guichet::scan {

/// Whose part of a paper a label stands in: nobody's, the field's own, another field's.
enum class Section { Open, Own, Other };

/// By the nearest heading of all fields above the label or before it on its line. Open to a field
/// without headings.
Section section_of(const PageText& page, const Kind& kind, const Box& label, const Field& field);

/// Whether it stands in that of any field.
bool is_in_section(const PageText& page, const Kind& kind, const Box& label);

} // namespace guichet::scan
