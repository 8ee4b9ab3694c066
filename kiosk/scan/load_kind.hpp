// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/reader.hpp"
#include "scan/kind.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// The kind of document that the file named `stem` describes; what is wrong with it goes to the
/// reader.
Kind load_kind(const procedure::Yaml& root, const std::string& stem, procedure::Reader& reader);

/// The papers that `root` tells by their titles and that nothing is read from.
std::vector<Kind> load_other_papers(const procedure::Yaml& root, procedure::Reader& reader);

} // namespace guichet::scan
