// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hub_command.hpp"

#include "app/child/process.hpp"
#include "app/cli/hub.hpp"

#include <cstdio>
#include <iostream>
#include <memory>
#include <utility>

#include <sys/stat.h>

namespace guichet::app {

namespace {

using Action = std::function<int()>;

/// What the commands below `guichet hub` are given.
struct HubArguments {
    std::filesystem::path config{};
    std::string role{"mediator"};
    hub::Account account{};
    hub::KioskEntry kiosk{};
    std::string file{};
    std::filesystem::path kiosk_key{}; ///< beside a kiosk
    std::string format{"csv"};
};

int with_setup(const HubArguments& arguments, const std::function<int(const HubSetup&)>& work) {
    ::umask(S_IRWXG | S_IRWXO); // what it keeps is nobody else's
    auto setup = find_hub(arguments.config);
    if (setup) {
        setup->kiosk_key = arguments.kiosk_key;
        setup->kiosk_place = arguments.kiosk.place;
        return work(*setup);
    }
    for (const auto& mistake : setup.error())
        std::fprintf(stderr, "%s\n", mistake.c_str());
    return 2;
}

/// Beside a kiosk it ends with the kiosk.
int serve(const HubArguments& arguments) {
    if (!arguments.kiosk_key.empty() && !tie_to_parent()) {
        std::fputs("guichet hub: --kiosk-key is for the keeper\n", stderr);
        return 2;
    }
    return with_setup(arguments, run_hub);
}

/// A command below `guichet hub` that works on what the site file says.
CLI::App* add_below(
    CLI::App& parent,
    const std::pair<const char*, const char*>& what,
    Action& action,
    const std::shared_ptr<HubArguments>& arguments,
    const std::function<int(const HubSetup&)>& work
) {
    auto* command = parent.add_subcommand(what.first, what.second);
    command->callback([&action, arguments, work] {
        action = [arguments, work] { return with_setup(*arguments, work); };
    });
    return command;
}

void add_people(CLI::App& hub, Action& action, const std::shared_ptr<HubArguments>& arguments) {
    auto* user = add_below(
        hub,
        {"adduser", "adds somebody who answers calls, or changes them; reads the password"},
        action,
        arguments,
        [arguments](const HubSetup& setup) {
            arguments->account.role = hub::to_role(arguments->role).value_or(hub::Role::Mediator);
            return add_user(setup, arguments->account, std::cin);
        }
    );
    user->add_option("name", arguments->account.name, "the name to sign in with")->required();
    user->add_option("--shown", arguments->account.shown, "what kiosks say: a first name, a role");
    user->add_option("--role", arguments->role, "mediator, librarian, administrator")
        ->check(CLI::IsMember({"mediator", "librarian", "administrator"}));
    user->add_option("--room", arguments->account.rooms, "calls of these rooms ring first");
    user->add_option("--site", arguments->account.site, "the site (default: the site file's)");
    user->add_flag("--backup", arguments->account.backup, "is called last, or when it is urgent");

    auto* leaving = add_below(
        hub,
        {"deluser", "removes somebody; they are signed out everywhere"},
        action,
        arguments,
        [arguments](const HubSetup& setup) { return remove_user(setup, arguments->account.name); }
    );
    leaving->add_option("name", arguments->account.name, "the account")->required();

    auto* link = add_below(
        hub,
        {"link", "prints an address that signs somebody in once, today"},
        action,
        arguments,
        [arguments](const HubSetup& setup) {
            return make_link(setup, arguments->account.name, std::cout);
        }
    );
    link->add_option("name", arguments->account.name, "the account")->required();
}

void add_places(CLI::App& hub, Action& action, const std::shared_ptr<HubArguments>& arguments) {
    auto* kiosk = add_below(
        hub,
        {"addkiosk", "adds a kiosk, or gives it a new key; prints the key"},
        action,
        arguments,
        [arguments](const HubSetup& setup) { return add_kiosk(setup, arguments->kiosk, std::cout); }
    );
    kiosk->add_option("id", arguments->kiosk.id, "small letters, digits and -")
        ->required()
        ->check([](const std::string& id) {
            const bool fits =
                !id.empty() && id.size() <= 64 &&
                id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
            return fits ? std::string{} : std::string("small letters, digits and - only");
        });
    kiosk->add_option("--place", arguments->kiosk.place, "what consoles show: Borne 2");
    kiosk->add_option("--room", arguments->kiosk.room, "the room it stands in");
    kiosk->add_option("--site", arguments->kiosk.site, "the site (default: the site file's)");

    auto* leaving = add_below(
        hub,
        {"delkiosk", "removes a kiosk that is switched off; its open calls end"},
        action,
        arguments,
        [arguments](const HubSetup& setup) { return remove_kiosk(setup, arguments->kiosk.id); }
    );
    leaving->add_option("id", arguments->kiosk.id, "the kiosk")->required();
}

} // namespace

void add_hub(CLI::App& program, Action& action) {
    auto arguments = std::make_shared<HubArguments>();
    auto* hub = program.add_subcommand(
        "hub", "takes calls from kiosks and shows them to mediators, until it is told to stop"
    );
    hub->add_option(
        "--config",
        arguments->config,
        "the site file (default: $GUICHET_SITE, then /etc/guichet/site.yaml)"
    );
    hub->require_subcommand(0, 1);
    hub->callback([&action, hub, arguments] {
        if (hub->get_subcommands().empty())
            action = [arguments] { return serve(*arguments); };
    });
    hub->add_option("--kiosk-key", arguments->kiosk_key)->group("");
    hub->add_option("--kiosk-place", arguments->kiosk.place)->group("");
    add_people(*hub, action, arguments);
    add_places(*hub, action, arguments);
    auto* report = add_below(
        *hub,
        {"export", "prints the anonymous counts for La Coop, without small ones"},
        action,
        arguments,
        [arguments](const HubSetup& setup) {
            return export_activity(setup, arguments->format, std::cout);
        }
    );
    report->add_option("--format", arguments->format, "csv, json")
        ->check(CLI::IsMember({"csv", "json"}));
    auto* backup = add_below(
        *hub,
        {"backup", "copies everything into a new file"},
        action,
        arguments,
        [arguments](const HubSetup& setup) { return back_up(setup, arguments->file); }
    );
    backup->add_option("file", arguments->file, "the new file")->required();
}

} // namespace guichet::app
