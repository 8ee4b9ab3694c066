// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "i18n/catalogue.hpp"
#include "procedure/answers.hpp"
#include "procedure/procedure.hpp"

#include <string>

namespace guichet::deliver {

/// Who prints the sheet, for its foot.
struct Place {
    std::string name;
    std::string contact;
};

/// The catalogues of the person's language, and of French for the names of countries.
struct SheetWords {
    i18n::Catalogue own{};
    i18n::Catalogue french{};
};

/// The recap sheet: A4, tagged PDF (cairo structure tags), fonts embedded, answers with their
/// origins, what to send where, and the human contacts. In the person's language with the French
/// beside it when they differ. Pure but for fonts: no file is touched. Error only when cairo fails.
Result<std::string> make_sheet(
    const procedure::Procedure& procedure,
    const procedure::Answers& answers,
    const SheetWords& words,
    Date today,
    const Place& place
);

} // namespace guichet::deliver
