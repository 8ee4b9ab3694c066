// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "i18n/catalogue.hpp"
#include "procedure/procedure.hpp"

#include <string>
#include <vector>

namespace guichet::deliver {

/// Where somebody finds a human without this machine. Nothing of it is about the person.
struct Ways {
    struct Contact {
        std::string name;
        std::string where; ///< these three may be empty
        std::string phone;
        std::string hours; ///< schema.org openingHours
    };
    std::string place;
    std::vector<Contact> contacts{};
    i18n::Message procedure{}; ///< its title; empty: none was chosen
    procedure::Human human{};  ///< of that procedure
};

/// One A4 page (tagged PDF, fonts embedded) with other ways to be helped, in the person's language
/// and in French. Error only when cairo fails.
Result<std::string> make_ways(const Ways& ways, const i18n::Catalogue& words);

} // namespace guichet::deliver
