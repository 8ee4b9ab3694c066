// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace guichet::procedure {

/// "Je ne sais pas": a legal answer unless the procedure forbids it.
struct NotKnown {
    bool operator==(const NotKnown&) const = default;
};

/// What is asked about does not exist for this person, as Question::none says it in their words.
struct HasNone {
    bool operator==(const HasNone&) const = default;
};

struct Money {
    std::int64_t cents{};

    bool operator==(const Money&) const = default;
};

/// One or several options of a choice, by id; `other` holds the person's own words for the option
/// "autre".
struct Chosen {
    std::vector<std::string> ids;
    std::string other{};

    bool operator==(const Chosen&) const = default;
};

/// A commune by its INSEE code (Code officiel géographique); the name is kept for showing. Without
/// code and postal code it is one that the table does not have, in the person's own words.
struct Commune {
    std::string code;
    std::string name;
    std::string postal_code;

    bool operator==(const Commune&) const = default;
};

/// A postal address in France (NF Z10-011 lines 3 to 6) without the person's name.
struct Address {
    std::string street;     ///< "12 rue des Lilas"
    std::string complement; ///< "Bâtiment B, étage 2"; may be empty
    Commune commune;

    bool operator==(const Address&) const = default;
};

/// A paper the person scanned: how many pages there are and what they are. The pictures stay with
/// the visit.
struct Scanned {
    std::string kind; ///< id of a document kind; empty when not recognised
    int pages{};

    bool operator==(const Scanned&) const = default;
};

/// What an answer says. `Date`: day 0, or day and month 0, are not known, as identity papers print
/// it (00/07/1960; procedure/partial_date.hpp). `bool`: yes-no and consent. `std::int64_t`: number.
/// `std::string`: every kind of text and reference in its canonical form (no spaces in numbers,
/// capitals for names as typed), and the code of a departement, region, country or nationality.
using Value = std::variant<
    NotKnown,
    HasNone,
    bool,
    std::int64_t,
    Money,
    Date,
    Month,
    std::string,
    Chosen,
    Commune,
    Address,
    Scanned>;

/// It is for its type to show and to calculate with.
inline bool says_something(const Value& value) {
    return !std::holds_alternative<NotKnown>(value) && !std::holds_alternative<HasNone>(value);
}

} // namespace guichet::procedure
