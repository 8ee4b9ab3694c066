// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/site/yaml_reader.hpp"
#include "call/escalation.hpp"

namespace guichet::app {

/// Which hub the times `site` and `backup` of a file are for.
enum class TimesOf { OwnHub, HubElsewhere, NoHub };

/// Reads the `escalation:` block of `root`, in seconds after the press; what it leaves out keeps
/// its default. A kiosk reads it for `other_ways`, a hub for the others. Times that nobody would
/// follow are mistakes: those of a hub elsewhere stand in its file.
call::Escalation read_escalation(YamlReader& reader, const YAML::Node& root, TimesOf whose);

} // namespace guichet::app
