// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "call/call.hpp"
#include "visit/visit.hpp"

#include <string>

namespace guichet::scenarios {

// The words of scenarios for the values of a visit. The readers throw Mismatch.

std::string name_of(visit::Screen screen);
std::string name_of(visit::Panel panel);
std::string name_of(visit::Scanning::State state);
std::string name_of(visit::ReadLine::State state);
std::string name_of(visit::Delivery::State state);
std::string name_of(call::State state);
std::string name_of(visit::Code::State state);
std::string name_of(const visit::Effect& effect);
std::string name_of(visit::please::Chime chime);
std::string name_of(Error::Kind kind);

Error::Kind error_named(const std::string& name);
visit::Panel panel_named(const std::string& name);

} // namespace guichet::scenarios
