// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/hub_settings.hpp"
#include "hub/people.hpp"

#include <iosfwd>
#include <string>

namespace guichet::app {

/// `guichet hub`: serves until it is told to stop. On a first start it makes the account "accueil"
/// and prints a link that signs in once.
int run_hub(const HubSetup& setup);

/// `guichet hub adduser`: the password is the first line of `in`; an account of that name gets
/// what is new, and must sign in again.
int add_user(const HubSetup& setup, hub::Account account, std::istream& in);
/// `guichet hub deluser`: signed out everywhere within seconds.
int remove_user(const HubSetup& setup, const std::string& account);
/// `guichet hub addkiosk`: prints its key, which is kept nowhere else.
int add_kiosk(const HubSetup& setup, hub::KioskEntry kiosk, std::ostream& out);
/// `guichet hub delkiosk`: its open calls end. One that still runs is refused within a minute.
int remove_kiosk(const HubSetup& setup, const std::string& kiosk);
/// `guichet hub link`: prints an address that signs in once, within a day.
int make_link(const HubSetup& setup, const std::string& account, std::ostream& out);
/// `guichet hub export`: what may leave the site of its anonymous counts, as "csv" or "json".
int export_activity(const HubSetup& setup, const std::string& format, std::ostream& out);
/// `guichet hub backup`: a whole copy into a new file, while the hub runs or not.
int back_up(const HubSetup& setup, const std::string& file);

} // namespace guichet::app
