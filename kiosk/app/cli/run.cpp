// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run.hpp"

#include "app/calls/random_word.hpp"
#include "app/child/process.hpp"
#include "app/cli/kiosk_key.hpp"
#include "app/kept/keeper.hpp"
#include "app/site/site.hpp"
#include "base/clock.hpp"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace guichet::app {

namespace {

Command visit_command(const VisitArguments& arguments, const std::string& site) {
    std::vector<std::string> words{"visit", "--kept"};
    const auto pass = [&](const char* name, const std::string& value) {
        if (!value.empty())
            words.insert(words.end(), {name, value});
    };
    pass("--site", site);
    pass("--window", arguments.window);
    pass("--drive", arguments.drive.string());
    pass("--measure", arguments.measure.string());
    pass("--instance", random_word());
    if (!arguments.measure.empty())
        pass("--since", std::to_string(now().time_since_epoch().count()));
    return ourselves(words);
}

/// Without a place for its key the kiosk runs all the same, as its own sign.
void keep_hub(Keeper& keeper, const FoundSite& found) {
    const auto& site = found.site;
    if (site.hub.kind != SiteHub::Kind::Own)
        return;
    const auto made = make_kiosk_key(site.hub.key_file);
    if (!made) {
        std::fprintf(
            stderr,
            "guichet run: %s: there is no hub here, a call reaches nobody and the kiosk shows the "
            "contacts\n",
            made.error().detail.c_str()
        );
        return;
    }
    std::vector<std::string> words{"hub", "--kiosk-key", site.hub.key_file.string()};
    words.insert(words.end(), {"--kiosk-place", site.place.empty() ? site.name : site.place});
    if (!found.file.empty())
        words.insert(words.end(), {"--config", found.file.string()});
    keeper.keep_hub(ourselves(std::move(words)));
}

} // namespace

int run_kiosk(const VisitArguments& arguments) {
    const auto found = find_site(arguments.site);
    if (!found) {
        for (const auto& mistake : found.error())
            std::fprintf(stderr, "%s\n", mistake.c_str());
        return cannot_start;
    }
    for (const auto& missing : found->missing)
        std::fprintf(stderr, "guichet run: not set up: %s\n", missing.c_str());
    Keeper keeper(visit_command(arguments, found->file.string()));
    keep_hub(keeper, *found);
    return keeper.run();
}

} // namespace guichet::app
