// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/catalogue.hpp"
#include "logic/type.hpp"
#include "logic/value.hpp"
#include "procedure/question.hpp"
#include "procedure/value.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace guichet::procedure {

class Places;

/// Ids in Draft::chosen for yes-no and consent ("yes" only).
inline constexpr std::string_view yes = "yes";
inline constexpr std::string_view no = "no";
/// Id of the option "autre": the loader adds it to the options of a question with `other: true`.
inline constexpr std::string_view other_option = "autre";

/// How the screen takes the answer. One screen layout each; the type says the rest.
enum class Input {
    Boxes,     ///< one or several boxes to type in: see Type::parts
    Paragraph, ///< one tall box
    YesNo,
    OneOf, ///< the question's options, one of them
    ManyOf,
    Pick,        ///< a box that searches, and a list of matches: Type::matches
    AddressForm, ///< boxes for the street, then a Pick for the commune
    Items,       ///< list: the items so far, add one, open one, remove one
    Scan,
    Agree, ///< consent: a sentence to accept
    Read,  ///< information: nothing to answer
};

/// How many entries of a table are proposed for what is typed: more than the communes of any one
/// postal code (46 of 51300).
inline constexpr std::size_t most_matches = 50;

/// Id for Question::none, beside the options of a question.
inline constexpr std::string_view none_option = "none";
/// Id of a match for Question::unlisted.
inline constexpr std::string_view unlisted_option = "unlisted";

/// Which keys the on-screen keyboard shows.
enum class Keyboard { None, Letters, Digits, Nir, Phone, Email, Amount, Mixed };

/// One box of an answer.
struct Part {
    i18n::Message label{}; ///< "Jour"; empty when the question itself is the label
    Keyboard keyboard{Keyboard::Letters};
    int longest{80};         ///< characters accepted
    int width{24};           ///< characters to make room for
    bool capitals{false};    ///< a capital begins each word while typing
    bool secret{false};      ///< not spoken on the loudspeaker
    bool own_letters{false}; ///< the letters of the person's language will do: a message, a search
    i18n::Message suffix{};  ///< "€"
};

/// What a person has entered and not yet confirmed: kept exactly as typed.
struct Draft {
    std::vector<std::string> parts{};  ///< one for each of Type::parts
    std::vector<std::string> chosen{}; ///< ids of the options touched; for Pick: the code
    std::string language{"fr"};        ///< of the screen it was typed on (ISO 639-1)

    bool operator==(const Draft&) const = default;
    bool empty() const;
};

/// Why a draft is not an answer: what to do, in one sentence, and the box it is about.
struct Rejection {
    i18n::Message say;
    int part{0};

    bool operator==(const Rejection&) const = default;
};

/// A question type: one file in procedure/types/ each. Stateless.
class Type {
public:
    virtual ~Type() = default;

    virtual std::string_view name() const = 0; ///< as written in procedure files: "family-name"
    virtual Input input() const = 0;
    /// What expressions see.
    virtual logic::Type logic_type(const Question& question) const = 0;
    virtual logic::Value to_logic(const Value& value) const = 0;

    virtual std::vector<Part> parts(const Question& question) const;
    /// What a person would see change while typing: "06" "12" → "06 12". Keeps every character that
    /// counts.
    virtual std::string group(std::string_view typed) const;
    /// The check, done on Continue only. An empty draft never gets here.
    virtual tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const = 0;
    /// The way back, to change an answer.
    virtual Draft draft(const Question& question, const Value& value) const = 0;
    /// A draft of what a document says (Proposal::value: dates as 1968-03-14, options, communes and
    /// countries by name or code). `parse` still decides whether it is an answer.
    virtual Draft read(const Question& question, std::string_view value) const;
    /// The value as it is read on the check page and the sheet. Only for what `says_something`.
    virtual std::string
    format(const Question& question, const Value& value, const i18n::Catalogue& words) const = 0;
    /// As a voice says it: digits apart, dates in words. `format` unless the type knows better.
    virtual std::string
    spoken(const Question& question, const Value& value, const i18n::Catalogue& words) const;
    /// Pick: what matches the words typed so far, best first, at most `most_matches`.
    virtual std::vector<Option> matches(std::string_view typed) const;
    /// Keys of the procedure file this type understands beyond the common ones ("options",
    /// "item"…).
    virtual std::vector<std::string_view> keys() const;
};

/// Every type of DESIGN.md section 4, in that order.
const std::vector<const Type*>& types();

/// nullptr when there is no such type.
const Type* find_type(std::string_view name);

/// The tables of places for the types that need them; loaded once before any visit, and kept by
/// the caller for as long as the program lives.
void use_places(const Places& places);

} // namespace guichet::procedure
