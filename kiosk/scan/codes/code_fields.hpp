// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "procedure/proposal.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/kind.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// Of a value that must be looked at.
inline constexpr double doubt_confidence = 0.4;

/// The code that values come from.
struct CodeSource {
    Signature signature{Signature::Unverified};
    Box box{};
};

/// What a 2D-Doc answers.
struct DocAnswers {
    std::string kind{}; ///< id of a Kind; empty when no kind has its type
    std::vector<procedure::Proposal> fields{};
};

/// The fields of the kind that has the code's type. Proven only by a verified signature and only
/// when the value is whole; a wrong signature makes every value doubtful. A machine-readable zone
/// inside (6F) is read as one.
DocAnswers doc_fields(const TwoDDoc& doc, const std::vector<Kind>& kinds, const CodeSource& source);

} // namespace guichet::scan
