// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "deliver/flow.hpp"
#include "i18n/catalogue.hpp"
#include "procedure/procedure.hpp"

#include <string>

namespace guichet::deliver {

inline constexpr text::Style title_style{.cap_height = 13.0f, .weight = text::Weight::Bold};
inline constexpr text::Style heading_style{.cap_height = 9.5f, .weight = text::Weight::Bold};
inline constexpr text::Style body_style{.cap_height = 7.4f};
inline constexpr text::Style value_style{.cap_height = 7.4f, .weight = text::Weight::Bold};
inline constexpr text::Style small_style{.cap_height = 6.0f};

/// Writes a paper in the person's language, with the French under it when they differ: whoever
/// receives it reads French.
class Writer {
public:
    explicit Writer(i18n::Catalogue words, i18n::Catalogue french = {})
        : m_words(std::move(words)), m_french(std::move(french)) {}

    std::string both(const i18n::Message& message) const;
    std::string both(const std::string& own, const std::string& french) const;

    void
    paragraph(const i18n::Message& message, const char* tag, const text::Style& style, float after);
    void heading(const i18n::Message& message);

    /// From the left where one reads from the left.
    struct Span {
        float x;
        float width;
    };
    Column
    column(const std::string& text, const char* tag, const text::Style& style, Span span) const;

    /// The whole PDF; `foot` is on every page beside its number.
    Result<std::string> write(const i18n::Message& title, const std::string& foot) const;

    const i18n::Catalogue& words() const { return m_words; }
    const i18n::Catalogue& french() const { return m_french; }
    Flow& flow() { return m_flow; }

private:
    i18n::Catalogue m_words;
    i18n::Catalogue m_french;
    Flow m_flow{};

    bool is_mirrored() const;
};

/// When people answer, in both languages.
i18n::Message hours_in_both(const Writer& writer, const std::string& hours);
/// Who helps with a procedure: by telephone, at a counter, on paper.
void write_human(Writer& writer, const procedure::Human& human);

} // namespace guichet::deliver
