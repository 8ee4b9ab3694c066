// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/find/known.hpp"
#include "scan/text/match.hpp"

#include <cstddef>
#include <map>

namespace guichet::scan {

/// What a code or a zone told of that field; null when nothing.
const procedure::Proposal* known_of(const Kind& kind, const Field& field, Known known);

/// Whether it may be a zone's name that had no room to go on: its last letter is marked.
bool may_go_on(const procedure::Proposal& told);

/// The words of the line that prints what a code or a zone told, from the first of them on: a name
/// may go on where a zone had no room. Empty when none does.
Words printed_place(const PageText& page, const Field& field, const procedure::Proposal& known);

/// By the first word of such a value, which of the kind's codes stands before it.
std::map<const Word*, std::size_t>
codes_before_known(const PageText& page, const Kind& kind, Known known);

} // namespace guichet::scan
