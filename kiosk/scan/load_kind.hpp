// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "procedure/reader.hpp"
#include "scan/kind.hpp"

#include <string>

namespace guichet::scan {

/// The kind of document that the file named `stem` describes; what is wrong with it goes to the
/// reader.
Kind load_kind(const procedure::Yaml& root, const std::string& stem, procedure::Reader& reader);

} // namespace guichet::scan
