// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.hpp"

#include "app/child/courier.hpp"
#include "app/child/reader.hpp"
#include "app/cli/check.hpp"
#include "app/cli/eval.hpp"
#include "app/cli/gallery.hpp"
#include "app/cli/hub_command.hpp"
#include "app/cli/run.hpp"
#include "app/cli/scan.hpp"
#include "app/kept/visit_process.hpp"
#include "app/site/site.hpp"

#include <cstdio>
#include <functional>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace guichet::app {

namespace {

/// What each command leaves for after parsing.
using Action = std::function<int()>;

void offer_visit_options(CLI::App& command, VisitArguments& arguments) {
    command.add_option(
        "--site",
        arguments.site,
        "the site file (default: $GUICHET_SITE, then /etc/guichet/site.yaml)"
    );
    command.add_option(
        "--window", arguments.window, "a window of this size instead of the whole screen, 1280x800"
    );
    command.add_option(
        "--drive", arguments.drive, "development only: a socket to look at the visit and touch it"
    );
    command.add_option(
        "--measure", arguments.measure, "write what the visit costs to this file when it ends"
    );
}

void add_run(CLI::App& program, Action& action) {
    auto* command = program.add_subcommand(
        "run", "the kiosk: keeps a visit on the screen and the next one ready"
    );
    auto arguments = std::make_shared<VisitArguments>();
    offer_visit_options(*command, *arguments);
    command->callback([&action, arguments] {
        action = [arguments] { return run_kiosk(*arguments); };
    });
}

void add_visit(CLI::App& program, Action& action) {
    auto* command =
        program.add_subcommand("visit", "one person's visit, from its first screen to its end");
    auto arguments = std::make_shared<VisitArguments>();
    offer_visit_options(*command, *arguments);
    command->add_flag("--kept", arguments->kept)->group("");
    command->add_option("--since", arguments->since)->group("");
    command->add_option("--instance", arguments->instance)->group("");
    command->add_flag("--opening", arguments->opening)->group("");
    command->callback([&action, arguments] {
        action = [arguments] { return run_visit(*arguments); };
    });
}

void add_children(CLI::App& program, Action& action) {
    program.add_subcommand("reader", "started by a visit: takes pictures of papers and reads them")
        ->callback([&action] { action = run_reader; });
    program.add_subcommand("courier", "started by a visit: prints, saves, calls somebody")
        ->callback([&action] { action = run_courier; });
}

void add_scan(CLI::App& program, Action& action) {
    auto* command = program.add_subcommand(
        "scan", "reads papers and prints what is on them, a line of JSON each"
    );
    auto arguments = std::make_shared<ScanArguments>();
    command->add_option("--kind", arguments->kind, "the kind of document expected");
    command->add_flag("--text", arguments->text, "recognise all the words");
    command->add_option("--clean", arguments->clean, "PNG file for the cleaned page");
    command->add_option(
        "--certificates", arguments->trust.folder, "folder of certificates (default: the site's)"
    );
    auto tests = std::make_shared<bool>(false);
    command->add_flag("--test-certificates", *tests, "believe authorities for tests, too");
    command->add_option("files", arguments->files, "pictures and PDFs")->required();
    command->callback([&action, arguments, tests] {
        if (arguments->trust.folder.empty())
            if (const auto found = find_site({}))
                arguments->trust = found->site.documents;
        if (*tests)
            arguments->trust.tests = scan::TestAuthorities::Allowed;
        action = [arguments] { return run_scan(*arguments, std::cout); };
    });
}

void add_check(CLI::App& program, Action& action) {
    auto* command = program.add_subcommand("check", "looks for mistakes in procedures and forms");
    auto paths = std::make_shared<std::vector<std::string>>();
    command->add_option("paths", *paths, "procedure files or folders (default: our own forms)");
    command->callback([&action, paths] {
        action = [paths] { return run_check(*paths, std::cout); };
    });
}

void add_eval(CLI::App& program, Action& action) {
    program.add_subcommand("eval", "evaluates expressions, a line of JSON each, from its input")
        ->callback([&action] { action = [] { return run_eval(std::cin, std::cout); }; });
}

bool knows(const CLI::App& program, const std::string& asked) {
    const auto named = [&](const CLI::App* command) { return command->get_name() == asked; };
    return !program.get_subcommands(named).empty();
}

void add_gallery(CLI::App& program, Action& action) {
    auto* command =
        program.add_subcommand("gallery", "draws every screen to pictures, without a display");
    auto arguments = std::make_shared<GalleryArguments>();
    command->add_option("--out", arguments->out, "the folder for the pictures")->required();
    command->add_option("--lang", arguments->lang, "fr, en, ar")->capture_default_str();
    command->add_option("--size", arguments->size, "normal, large, larger, largest")
        ->capture_default_str();
    command
        ->add_option(
            "--theme", arguments->theme, "default, dark, black-on-white, yellow-on-black, soft"
        )
        ->capture_default_str();
    command->add_option("--display", arguments->display, "pixels @ pixels per millimetre")
        ->capture_default_str();
    command->add_option("--only", arguments->only, "states whose name has these words");
    command->callback([&action, arguments] {
        action = [arguments] { return run_gallery(*arguments, std::cout); };
    });
}

int refuse_command(const CLI::App& program, const char* asked) {
    std::fprintf(stderr, "guichet: there is no command “%s”. There are:\n", asked);
    for (const auto* command : program.get_subcommands([](const CLI::App*) { return true; }))
        std::fprintf(
            stderr, "  %-8s %s\n", command->get_name().c_str(), command->get_description().c_str()
        );
    return 2;
}

} // namespace

int run_command_line(int argc, char** argv) {
    CLI::App program(
        "Guichet: walks a person through an administrative procedure, at a public kiosk"
    );
    program.require_subcommand(1);
    Action action;
    add_run(program, action);
    add_visit(program, action);
    add_children(program, action);
    add_check(program, action);
    add_scan(program, action);
    add_eval(program, action);
    add_gallery(program, action);
    add_hub(program, action);
    if (argc > 1 && argv[1][0] != '-' && !knows(program, argv[1]))
        return refuse_command(program, argv[1]);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error);
    }
    return action();
}

} // namespace guichet::app
