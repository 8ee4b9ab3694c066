// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms_score.hpp"
#include "scan/kind.hpp"
#include "scan/source.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samples {

/// A paper drawn in the manner of a real issuer by someone who did not know the reader, and what is
/// printed on it. All people and issuers are invented.
struct DrawnPaper {
    std::filesystem::path file; ///< a PDF with its text
    Form truth{};               ///< kind and fields: "rib.iban"
};

/// Those of tests/samples/papers or of one set there, by name, that are of one of the kinds.
std::vector<DrawnPaper>
drawn_papers(const std::filesystem::path& folder, const std::vector<guichet::scan::Kind>& kinds);

/// How it is shown to the reader.
enum class Showing {
    File,  ///< as the PDF it came as
    Scan,  ///< a picture of 300 dots an inch
    Photo, ///< by hand on a table, 2400 x 3200
};

/// Its pages; none where it cannot be opened.
std::vector<guichet::scan::Page> show(const DrawnPaper& paper, Showing showing);

} // namespace samples
