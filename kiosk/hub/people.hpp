// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::hub {

/// Each may what those before may, and more.
enum class Role { Mediator, Librarian, Administrator };
std::string_view to_name(Role role);
std::optional<Role> to_role(std::string_view name);

/// Somebody who works at a site.
struct Account {
    std::string name{};  ///< to sign in with
    std::string shown{}; ///< what kiosks say: a first name or a role
    Role role{Role::Mediator};
    std::string site{};
    std::vector<std::string> rooms{};
    bool backup{};          ///< on the list of those called last
    std::string password{}; ///< hashed; empty: signs in by link only
};

/// A kiosk a hub knows.
struct KioskEntry {
    std::string id{};
    std::string place{};
    std::string room{};
    std::string site{};
    std::string key_print{}; ///< of its key
};

struct Session {
    std::string token_print{};
    std::string account{};
    Instant started{};
    Instant used{};
};

/// Something a member of staff did; never about a person at a kiosk.
struct Act {
    Instant at{};
    std::string site{};
    std::string account{};
    std::string what{};
};

/// What one shift tells the next about the place, never about a person.
struct PlaceNote {
    std::string site{};
    std::string by{}; ///< as kiosks call them
    Instant written{};
    std::vector<std::string> things{};
    std::string text{};
};

/// Who tells what happened: the kiosk when a visit ends, or the mediator who helped. The same help
/// can be told by both: they are never added up.
enum class Teller { Kiosk, Mediator };

/// Anonymous: how many times this happened that half-day. Empty: not said.
struct Activity {
    Teller teller{Teller::Mediator};
    std::string day{};  ///< YYYY-MM-DD
    std::string half{}; ///< am, pm
    std::string site{};
    std::string kind{};
    std::string theme{};
    int minutes{}; ///< rounded to 15; 0: not said
    std::string autonomy{};
    std::string redirected{};
    std::string outcome{};
    std::string how{};  ///< who did it: alone, helped, in-my-place
    std::string mood{}; ///< how the person found it
    int count{};
};

} // namespace guichet::hub
