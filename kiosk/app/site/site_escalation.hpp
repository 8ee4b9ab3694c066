// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/site_hub.hpp"
#include "app/site/yaml_reader.hpp"
#include "call/escalation.hpp"

namespace guichet::app {

/// Reads the `escalation:` block of `root`, in seconds after the press; what it leaves out keeps
/// its default. A kiosk reads it for `other_ways`, a hub for the others. Times that nobody would
/// follow are mistakes: those of a hub elsewhere stand in its file.
call::Escalation read_escalation(YamlReader& reader, const YAML::Node& root, SiteHub::Kind hub);

} // namespace guichet::app
