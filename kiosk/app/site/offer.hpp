// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/site.hpp"
#include "i18n/catalogue.hpp"
#include "procedure/places.hpp"
#include "visit/visit.hpp"

#include <map>
#include <memory>
#include <string>

namespace guichet::app {

/// All that is loaded before a visit can begin.
struct Stock {
    std::shared_ptr<const visit::Offer> offer;
    std::map<std::string, i18n::Catalogue> words; ///< by language code, French too
    std::unique_ptr<procedure::Places> places;    ///< kept alive for the question types

    /// French when there is no such language.
    const i18n::Catalogue& words_in(const std::string& code) const;
    /// Of whoever is at the person's side; null when nobody is.
    const i18n::Catalogue* beside_words(const visit::Visit& visit) const;
};

/// Everything wrong with our own files at once: a kiosk does not start on wrong data.
tl::expected<Stock, Mistakes> load_stock(const Site& site);

} // namespace guichet::app
