// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "scan/codes/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// One value of a 2D-Doc.
struct DocField {
    std::string id;        ///< "46"
    std::string text;      ///< as written in the code
    bool known{true};      ///< its identifier is in the table
    bool truncated{false}; ///< it was too long for the code: the end is missing (RS)
    bool doubtful{false};  ///< where it ends is not sure, or it is not what it should be
    bool annexe{false};    ///< behind the signature, which does not cover it
    std::string value{};   ///< as a person would type it; dates as 1968-03-14, links decoded

    bool operator==(const DocField&) const = default;
};

/// What a 2D-Doc says (ANTS, specification 3.2.6), versions 01 to 04 in characters.
struct TwoDDoc {
    int version{};
    std::string authority;   ///< who gave the certificate: "FR03"
    std::string certificate; ///< "0001"
    std::optional<Date> issued{};
    std::optional<Date> signed_on{};
    std::string type;      ///< "28"
    std::string perimeter; ///< "01"; empty before version 03
    std::string country;   ///< "FR"; empty before version 04
    std::vector<DocField> fields{};
    std::string signed_text; ///< header and message, as the signature covers them
    std::string signature{}; ///< Base32 as written; empty when there is none that we can check

    /// The first one of that identifier that is signed; null when there is none.
    const DocField* find(std::string_view id) const;
};

/// Whether a code says that it is a 2D-Doc.
bool looks_like_2d_doc(std::string_view payload);

/// Takes a payload apart. Anything wrong in the message costs only the values it touches; Invalid
/// when the header is none of versions 01 to 04.
Result<TwoDDoc> parse_2d_doc(std::string_view payload, const CodeTable& table);

} // namespace guichet::scan
