// SPDX-License-Identifier: GPL-3.0-or-later
#include "logic/value.hpp"

namespace guichet::logic {

Value::Value(List value) : m_content(std::make_shared<const List>(std::move(value))) {}

Value::Value(Map value) : m_content(std::make_shared<const Map>(std::move(value))) {}

const List* Value::list() const {
    const auto* shared = get<std::shared_ptr<const List>>();
    return shared != nullptr ? shared->get() : nullptr;
}

const Map* Value::map() const {
    const auto* shared = get<std::shared_ptr<const Map>>();
    return shared != nullptr ? shared->get() : nullptr;
}

bool Value::operator==(const Value& other) const {
    if (const auto* mine = list(), *theirs = other.list(); mine != nullptr && theirs != nullptr)
        return *mine == *theirs;
    if (const auto* mine = map(), *theirs = other.map(); mine != nullptr && theirs != nullptr)
        return *mine == *theirs;
    return m_content == other.m_content;
}

} // namespace guichet::logic
