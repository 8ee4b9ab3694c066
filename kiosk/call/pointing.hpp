// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace guichet::call {

/// One thing on the screen of a kiosk as a mediator elsewhere may see it: what it is called and
/// where it lies, in fractions of the screen from its top left corner. Never a value.
struct Mark {
    std::string id{};
    std::string role{}; ///< "heading", "text", "button", "option", "text-box"
    std::string name{};
    double x{};
    double y{};
    double width{};
    double height{};

    bool operator==(const Mark&) const = default;
};

/// The labels of one screen.
struct Layout {
    std::vector<Mark> marks{};

    bool operator==(const Layout&) const = default;
};

/// What a console's wish to point comes to at the kiosk (facts/mediation.md section 10, CON-06).
struct PointNews {
    struct Asked { ///< somebody would like to; nothing has been shown to them
        std::string mediator;
    };
    struct At { ///< look at this thing
        std::string mark;
    };
    struct Over {}; ///< they stopped, or the hub did
    std::string id; ///< of the wish
    std::variant<Asked, At, Over> what;
};

/// What the kiosk tells of it.
struct PointErrand {
    struct Answer {
        bool accepted{};
        bool operator==(const Answer&) const = default;
    };
    struct Shown { ///< only after the person accepted
        Layout layout;
        bool operator==(const Shown&) const = default;
    };
    struct Stop {
        bool operator==(const Stop&) const = default;
    };
    std::string id;
    std::variant<Answer, Shown, Stop> what;

    bool operator==(const PointErrand&) const = default;
};

} // namespace guichet::call
