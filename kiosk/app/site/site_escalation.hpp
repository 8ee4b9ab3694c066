// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/yaml_reader.hpp"
#include "call/escalation.hpp"

namespace guichet::app {

/// Reads the `escalation:` block of `root`, in seconds after the press; what it leaves out keeps
/// its default. A kiosk reads it for `other_ways`, a hub for the others.
call::Escalation read_escalation(YamlReader& reader, const YAML::Node& root);

/// Notes the times that belong into the file of a hub elsewhere: here nobody would follow them.
void refuse_times_of_hub(YamlReader& reader, const YAML::Node& root);

} // namespace guichet::app
