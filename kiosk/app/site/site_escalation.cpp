// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/site_escalation.hpp"

#include <string>

namespace guichet::app {

namespace {

double in_seconds(std::chrono::seconds time) {
    return static_cast<double>(time.count());
}

void read_times_of_hub(YamlReader& reader, const YAML::Node& node, call::Escalation& times) {
    const auto mistakes = reader.mistakes().size();
    times.site = reader.seconds(node, "site", {5, 600, in_seconds(times.site)});
    times.backup = reader.seconds(node, "backup", {5, 1800, in_seconds(times.backup)});
    if (reader.mistakes().size() == mistakes && times.backup < times.site)
        reader.mistake(
            node["backup"] ? node["backup"] : node["site"],
            "the backup list rings after the whole site: backup is " +
                std::to_string(times.backup.count()) + ", site is " +
                std::to_string(times.site.count())
        );
}

void refuse_times_of_hub(YamlReader& reader, const YAML::Node& node, const std::string& why) {
    for (const auto* word : {"site", "backup"})
        if (const auto time = child_of(node, word))
            reader.mistake(time, word + why);
}

} // namespace

call::Escalation read_escalation(YamlReader& reader, const YAML::Node& root, SiteHub::Kind hub) {
    call::Escalation times;
    const auto node = reader.map(root, "escalation");
    if (!node)
        return times;
    reader.only_keys(node, {"site", "backup", "other_ways"});
    switch (hub) {
    case SiteHub::Kind::Own:
        read_times_of_hub(reader, node, times);
        break;
    case SiteHub::Kind::Elsewhere:
        refuse_times_of_hub(reader, node, " belongs into the file of the hub that url names");
        break;
    case SiteHub::Kind::None:
        refuse_times_of_hub(reader, node, " is for a hub, and hub is none");
    }
    times.other_ways = reader.seconds(node, "other_ways", {30, 1800, in_seconds(times.other_ways)});
    return times;
}

} // namespace guichet::app
