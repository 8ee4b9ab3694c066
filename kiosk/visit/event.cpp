// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/event.hpp"

#include <array>
#include <utility>

namespace guichet::visit {
namespace {

template <std::size_t... indices>
void take(AnyEvent& event, std::size_t index, void* what, std::index_sequence<indices...>) {
    using Take = void (*)(AnyEvent&, void*);
    static constexpr std::array<Take, sizeof...(indices)> each{[](AnyEvent& mine, void* from) {
        using What = std::variant_alternative_t<indices, AnyEvent>;
        mine.emplace<indices>(std::move(*static_cast<What*>(from)));
    }...};
    each.at(index)(event, what);
}

} // namespace

Event::Event(std::size_t index, void* what) {
    take(*this, index, what, std::make_index_sequence<std::variant_size_v<AnyEvent>>{});
}

Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

} // namespace guichet::visit
