// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "i18n/language.hpp"
#include "i18n/message.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace guichet::i18n {

/// The texts of one language, from the compiled catalogues (.mo) under `folder`. Cheap to copy.
class Catalogue {
public:
    /// NotFound when a language other than French has no catalogue there.
    static Result<Catalogue> load(const std::filesystem::path& folder, const Language& language);

    /// French without any file: messages are their own text.
    Catalogue();

    /// The words to show, arguments put in. Verbatim words and numbers inside a right-to-left text
    /// are isolated (Unicode FSI/PDI) so that they keep their own direction. Spaces before ? : ; »
    /// and behind « are no-break, whatever the source has.
    std::string text(const Message& message) const;

    const Language& language() const { return *m_language; }

    /// 14/03/1968; never spelled with words, so that it compares with the paper.
    std::string date(Date date) const;
    std::string month(Month month) const;
    /// "9 842 €" or "9 842,50 €", with no-break spaces, in the manner of the language.
    std::string money(std::int64_t cents) const;
    std::string number(std::int64_t number) const;

private:
    struct Texts;
    const Language* m_language;
    std::shared_ptr<const Texts> m_texts;
};

} // namespace guichet::i18n
