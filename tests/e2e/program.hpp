// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace e2e {

/// Throws Failure{otherwise} unless it holds.
void must(bool holds, const std::string& otherwise);

/// The whole file; empty when there is none.
std::string content_of(const std::filesystem::path& file);

/// Plays to the end, or tells on standard error what went wrong. The program’s exit code.
int run(const std::string& program, const std::function<void()>& play);

} // namespace e2e
