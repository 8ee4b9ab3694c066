// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/visit.hpp"

#include <vector>

namespace guichet::visit {

// Walking along a route. Private to this folder. A list is one stop here; the questions of its
// items are reached through it.

/// The stop at `path`; nullptr when it is not asked now.
const procedure::Stop* stop_at(const Visit& visit, const procedure::Path& path);

/// The next stop after the place of `path` in the procedure, even when that question is not asked
/// any more. Passes over answers that were read on a document: the person confirmed them.
const procedure::Stop* next_stop(const Visit& visit, const procedure::Path& path);

/// The stop before the place of `path`; the last one of all when it is empty.
const procedure::Stop* previous_stop(const Visit& visit, const procedure::Path& path);

/// The stops of one item of a list, in order.
std::vector<const procedure::Stop*> item_stops(const Visit& visit, std::string_view list, int item);

/// The stop has no answer and needs one.
bool is_missing(const Visit& visit, const procedure::Stop& stop);

/// A person answered something in this item.
bool has_answers(const Visit& visit, std::string_view list, int item);

} // namespace guichet::visit
