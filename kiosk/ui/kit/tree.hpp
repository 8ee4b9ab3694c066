// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/message.hpp"
#include "text/style.hpp"
#include "ui/kit/geometry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guichet::ui {

enum class Role { Heading, Text, Button, Option, TextBox, Key, Picture, Progress, Alert, Group };

/// One thing on the screen, for whoever does not look at pixels: voice, focus, a mediator's
/// pointer, tests.
struct Node {
    std::string id; ///< "continue", "option:oui", "key:A", "part:0"; unique in a frame
    Role role{};
    std::string name; ///< the words shown, in the person's language
    std::string value{};
    std::string language{};
    Rect rect{}; ///< in screen pixels, mirrored already
    int order{}; ///< reading order
    bool enabled{true};
    bool chosen{false};
    bool focused{false};
    bool secret{false}; ///< not said on the loudspeaker
    std::string say{};  ///< what the voice says; the name and value when empty
    std::optional<text::Colour> foreground{};
    std::optional<text::Colour> background{};
    bool clipped{false};  ///< its words do not fit its rect: a defect
    bool scrolled{false}; ///< lies in a scrolling area, perhaps out of sight
    bool shared{false};   ///< its name is our own words, whoever is here and whatever they wrote
    bool covered{false};  ///< something lies over it: cannot be touched, not to be read out
    /// The part of `rect` in sight; equal to it outside scrolling areas.
    Rect seen{};

    bool touchable() const;
};

using Tree = std::vector<Node>;

/// Words of ours with nothing put into them: the same for everybody.
bool is_same_for_all(const i18n::Message& words);

const Node* find(const Tree& tree, const std::string& id);

} // namespace guichet::ui
