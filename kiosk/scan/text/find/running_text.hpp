// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/places.hpp"
#include "scan/text/format/format.hpp"

namespace guichet::scan {

// What looks like a value may be words of a sentence.

/// Whether small words go on where a value ends: "Il est écrit".
bool leads_on(const PageText& page, const Box& value);

/// Whether words found there are no value after all: the heading of another cell, an amount with
/// cents, what goes on a sentence ("Entreprise de travail temporaire") or a longer label
/// ("Entreprise utilisatrice :").
bool is_no_value(const PageText& page, const Extract& value, const Place& place, const Box& label);

/// Whether a number stands in running text rather than behind or below its label: far behind the
/// beginning of a line below, or behind many words.
bool is_in_sentence(const Extract& value, const Place& place, const Box& label);

} // namespace guichet::scan
