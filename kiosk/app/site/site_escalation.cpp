// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/site_escalation.hpp"

#include <string>

namespace guichet::app {

call::Escalation read_escalation(YamlReader& reader, const YAML::Node& root) {
    call::Escalation times;
    const auto node = reader.map(root, "escalation");
    if (!node)
        return times;
    reader.only_keys(node, {"site", "backup", "other_ways"});
    const auto otherwise = [](std::chrono::seconds time) {
        return static_cast<double>(time.count());
    };
    times.site = reader.seconds(node, "site", {5, 600, otherwise(times.site)});
    times.backup = reader.seconds(node, "backup", {5, 1800, otherwise(times.backup)});
    times.other_ways = reader.seconds(node, "other_ways", {30, 1800, otherwise(times.other_ways)});
    if (times.backup < times.site)
        reader.mistake(
            node["backup"] ? node["backup"] : node["site"],
            "the backup list rings after the whole site: backup is " +
                std::to_string(times.backup.count()) + ", site is " +
                std::to_string(times.site.count())
        );
    return times;
}

void refuse_times_of_hub(YamlReader& reader, const YAML::Node& root) {
    const auto node = child_of(root, "escalation");
    if (!node)
        return;
    for (const auto* word : {"site", "backup"})
        if (const auto time = child_of(node, word))
            reader.mistake(
                time, std::string(word) + " belongs into the file of the hub that url names"
            );
}

} // namespace guichet::app
