#include "logic/value.hpp"

namespace guichet::logic {

Value::Value(List value) : m_content(std::make_shared<const List>(std::move(value))) {}

Value::Value(Map value) : m_content(std::make_shared<const Map>(std::move(value))) {}

} // namespace guichet::logic
