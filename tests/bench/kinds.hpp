// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.hpp"
#include "scan/kind.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

/// The kinds of documents; the bench ends where they cannot be read.
inline std::vector<guichet::scan::Kind> our_kinds() {
    auto kinds = guichet::scan::load_kinds(guichet::data_folder() / "forms/documents");
    if (!kinds) {
        std::fprintf(stderr, "scan: %s\n", kinds.error().detail.c_str());
        std::exit(1);
    }
    return std::move(*kinds);
}
