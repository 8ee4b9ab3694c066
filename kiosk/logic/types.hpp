// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logic/node.hpp"
#include "logic/type.hpp"

#include <optional>
#include <string>

namespace guichet::logic {

Type make_type(Type::Kind kind);
/// What is nested more than eight deep is dyn.
Type list_of(Type element);
Type map_of(Type key, Type value);

/// As authors of forms read it: "list(string)", "dyn".
std::string to_text(const Type& type);
std::string_view to_text(Operator op);

/// A map or a record.
bool is_mapping(const Type& type);

/// The element of a list; dyn when not known. Likewise the key and value of a map (or record).
Type element_of(const Type& list);
Type key_of(const Type& map);
Type value_of(const Type& map);

/// Whether a value of the type may be given where the kind is asked for.
bool accepts(Type::Kind wanted, const Type& type);

/// Whether == between the two can ever be true.
bool comparable(const Type& a, const Type& b);

/// The type of something that is one or the other.
Type join(const Type& a, const Type& b);

/// The type of `a op b`; nothing when no such operation exists.
std::optional<Type> result_of(Operator op, const Type& a, const Type& b);

} // namespace guichet::logic
