// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace samples {

/// A real picture nobody here made, and what it says: "rib.iban".
struct RealPaper {
    std::filesystem::path file;
    std::map<std::string, std::string> fields{};
};

/// The French papers of ../shared/data/scan/docs_fr; none where it is not there.
std::vector<RealPaper> real_french_papers();

/// The machine-readable zones of a set ("mrz_other"): its only field "zone", the lines with |
/// between.
std::vector<RealPaper> real_zones(const std::string& set);

/// The 2D-Docs of ../shared/data/scan/2ddoc: its only field "code".
std::vector<RealPaper> real_codes();

} // namespace samples
