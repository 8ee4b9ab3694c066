// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screen/drive.hpp"
#include "app/screen/figures.hpp"
#include "app/screen/window.hpp"
#include "app/work/workers.hpp"
#include "ui/interface.hpp"
#include "visit/visit.hpp"

#include <optional>
#include <string>

namespace guichet::app {

/// What a driver may look at and touch. It looks at what a person sees, and touches as they do.
struct Driven {
    Window& window;
    const ui::Interface& interface;
    const visit::Visit& visit;
    const Workers& workers;
    const Figures& figures;
};

/// `{"do": …}`: `tree`; `tap` with `id`; `type` with `text`; `key` with `name` (tab, enter, up,
/// down, left, right, home, backspace, f13…f24); `shot` with `file`; `wait` with `for`
/// ({"id"}, {"gone"}, {"screen"} or {"text"}) and `seconds`; `screen`; `window`; `figures`;
/// `processes`; `settle` (until the input so far is drawn). Replies with one JSON object, which has
/// "error" when it could not. nullopt: ask again after the next frame.
std::optional<std::string> answer(Drive::Request& request, const Driven& driven);

} // namespace guichet::app
