// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace guichet::i18n {

/// Which catalogue a message belongs to (locales/<language>/<domain>.po).
enum class Domain {
    Ui,        ///< our own screens
    Forms,     ///< procedures, documents: the texts of forms/
    Countries, ///< names of countries, from the iso-codes package (ISO 3166-1)
    Verbatim,  ///< a person's or a document's own words: shown as they are, never looked up
};

/// A text for a screen or a sheet, not yet in any language. A label can only be a Message, so a raw
/// string cannot reach the screen untranslated. `id` is the French source text.
/// `{name}` in the text is replaced by the argument of that name; `count` chooses between singular
/// and plural.
struct Message {
    Domain domain{Domain::Verbatim};
    std::string id;
    std::string plural{}; ///< the French plural, for texts that count; empty otherwise
    long count{1};
    std::vector<std::pair<std::string, std::string>> arguments{};

    bool operator==(const Message&) const = default;
    bool empty() const { return id.empty(); }

    /// The same message with one more argument.
    Message with(std::string name, std::string value) const {
        auto copy = *this;
        copy.arguments.emplace_back(std::move(name), std::move(value));
        return copy;
    }
};

/// Our own screens' words, in French. Extracted by xgettext (keywords `tr` and `tr_count:1,2`).
inline Message tr(std::string french) {
    return {.domain = Domain::Ui, .id = std::move(french)};
}

inline Message tr_count(std::string singular, std::string plural, long count) {
    Message message{
        .domain = Domain::Ui,
        .id = std::move(singular),
        .plural = std::move(plural),
        .count = count};
    return message.with("n", std::to_string(count));
}

/// The person's own words, or what stands on a document.
inline Message verbatim(std::string words) {
    return {.domain = Domain::Verbatim, .id = std::move(words)};
}

} // namespace guichet::i18n
