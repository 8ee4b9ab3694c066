// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/observe.hpp"

#include "i18n/catalogue.hpp"
#include "i18n/language.hpp"
#include "i18n/locales.hpp"
#include "procedure/summary.hpp"
#include "scenarios/names.hpp"
#include "scenarios/observe_calls.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace guichet::scenarios {
namespace {

using visit::Visit;

const i18n::Catalogue& french() {
    static const auto words =
        i18n::Catalogue::load(i18n::locales_folder(), i18n::french()).value_or(i18n::Catalogue{});
    return words;
}

void see_screen(Stage& stage, Words& words) {
    const auto& visit = stage.visit();
    auto seen = name_of(visit.screen);
    if (visit.screen == visit::Screen::Question)
        seen += " " + visit.path;
    expect(seen, words.rest());
}

std::string all_findings(const Visit& visit) {
    std::string all;
    for (const auto& finding : visit.findings)
        all += "[" + finding.path + "] " + french().text(finding.say) + "\n";
    return all;
}

void see_finding(Stage& stage, Words& words) {
    const auto told = words.rest();
    const auto all = all_findings(stage.visit());
    if (all.find(told) == std::string::npos)
        throw Mismatch("told \"" + told + "\", the findings are: " + all);
}

std::string origin_of(const procedure::Origin& origin) {
    if (origin.kind == procedure::Origin::Kind::Typed)
        return "typed";
    if (origin.kind == procedure::Origin::Kind::Mediator)
        return "written by " + origin.mediator;
    return "read " + origin.document + (origin.proven ? " proven" : "");
}

/// "see answer nom_naissance = DUPONT (read identite proven)"; the origin may be left out.
void see_answer(Stage& stage, Words& words) {
    const auto& visit = stage.visit();
    const auto path = words.next();
    if (!words.take("="))
        throw Mismatch("= is missing");
    const auto told = words.rest();
    const auto* answer = visit.answers.find(path);
    const auto* question = procedure::find_question(*visit.procedure, path);
    if (answer == nullptr || question == nullptr)
        throw Mismatch(path + " has no answer");
    auto seen = french().text(procedure::show(*question, answer->value, french()));
    if (told.ends_with(")"))
        seen += " (" + origin_of(answer->origin) + ")";
    expect(seen, told);
}

void see_draft(Stage& stage, Words& words) {
    std::string seen;
    const auto& draft = stage.visit().draft();
    for (const auto& part : draft.parts)
        seen += (seen.empty() ? "" : " | ") + part;
    for (const auto& id : draft.chosen)
        seen += " [" + id + "]";
    expect(seen, words.rest());
}

/// What is heard, and what the consoles see, have words of their own.
std::string all_effects(const Stage& stage) {
    std::string all;
    for (const auto& effect : stage.effects()) {
        if (std::holds_alternative<visit::please::Play>(effect) ||
            std::holds_alternative<visit::please::ShowProgress>(effect))
            continue;
        all += (all.empty() ? "" : " ") + name_of(effect);
    }
    return all;
}

void see_effects(Stage& stage, Words& words) {
    expect(all_effects(stage), words.rest());
}

void see_line(Stage& stage, Words& words) {
    const auto& confirming = stage.visit().confirming;
    const auto index = static_cast<std::size_t>(words.number());
    if (!confirming || index >= confirming->lines.size())
        throw Mismatch("there is no such line");
    const auto& line = confirming->lines[index];
    expect(line.path + " " + name_of(line.state) + (line.use ? "" : " unused"), words.rest());
}

void see_lines(Stage& stage, Words& words) {
    const auto& confirming = stage.visit().confirming;
    expect(std::to_string(confirming ? confirming->lines.size() : 0), words.rest());
}

void see_scan(Stage& stage, Words& words) {
    const auto& scanning = stage.visit().scanning;
    auto seen = scanning.live ? "Live" : name_of(scanning.state);
    if (scanning.state == visit::Scanning::State::Failed)
        seen += " " + name_of(scanning.why);
    expect(seen, words.rest());
}

/// "see corner 2 90 100": in hundredths of the picture.
void see_corner(Stage& stage, Words& words) {
    const auto& corners = stage.visit().scanning.original.corners;
    const auto& spot = corners.at(static_cast<std::size_t>(words.number()));
    expect(
        std::to_string(std::lround(spot.x * 100)) + " " + std::to_string(std::lround(spot.y * 100)),
        words.rest()
    );
}

void see_scan_kinds(Stage& stage, Words& words) {
    std::string seen;
    for (const auto& kind : stage.visit().scanning.kinds)
        seen += (seen.empty() ? "" : " ") + kind;
    expect(seen, words.rest());
}

void see_delivery(Stage& stage, Words& words) {
    const auto& delivery = stage.visit().delivery;
    const std::map<std::string, visit::Delivery::State> states{
        {"sheet", delivery.sheet}, {"print", delivery.print}, {"save", delivery.save}};
    const auto found = states.find(words.next());
    if (found == states.end())
        throw Mismatch("a delivery is sheet, print or save");
    auto seen = name_of(found->second);
    if (found->second == visit::Delivery::State::Failed)
        seen += " " + name_of(delivery.why);
    expect(seen, words.rest());
}

/// "see beside Nadia proven open holds": in this order, only what is so.
void see_beside(Stage& stage, Words& words) {
    const auto& beside = stage.visit().beside;
    if (!beside)
        throw Mismatch("nobody is beside");
    std::string seen = beside->mediator;
    seen += beside->proven ? " proven" : "";
    seen += beside->open ? " open" : "";
    seen += beside->holds ? " holds" : "";
    expect(seen, words.rest());
}

/// "see pointing asked", "see pointing allowed", "see pointing at continue".
void see_pointing(Stage& stage, Words& words) {
    const auto& pointing = stage.visit().pointing;
    if (!pointing)
        throw Mismatch("nobody points");
    const auto at = pointing->mark.empty() ? "allowed" : "at " + pointing->mark;
    expect(pointing->allowed ? at : "asked", words.rest());
}

void see_code(Stage& stage, Words& words) {
    expect(name_of(stage.visit().code.state), words.rest());
}

void see_items(Stage& stage, Words& words) {
    const auto list = words.next();
    expect(std::to_string(stage.visit().answers.items(list)), words.rest());
}

void see_progress(Stage& stage, Words& words) {
    const auto progress = visit::progress(stage.visit());
    expect(std::to_string(progress.step) + "/" + std::to_string(progress.steps), words.rest());
}

void see_found(Stage& stage, Words& words) {
    std::string seen;
    for (const auto& procedure : stage.visit().found)
        seen += (seen.empty() ? "" : " ") + procedure->id;
    expect(seen, words.rest());
}

bool is_asked(Stage& stage, const std::string& path) {
    const auto& stops = stage.visit().route.stops;
    return std::ranges::count(stops, path, &procedure::Stop::path) > 0;
}

void see_asked(Stage& stage, Words& words) {
    const auto path = words.next();
    if (!is_asked(stage, path))
        throw Mismatch(path + " is not asked");
}

/// Whether the page that reads everything again has these words.
void see_summary(Stage& stage, Words& words) {
    const auto& visit = stage.visit();
    const auto told = words.rest();
    std::string all;
    for (const auto& section :
         procedure::summary(*visit.procedure, visit.answers, visit.route, french())) {
        all += french().text(section.title) + "\n";
        for (const auto& line : section.lines)
            all += french().text(line.name) + " : " + french().text(line.value) + "\n";
    }
    if (all.find(told) == std::string::npos)
        throw Mismatch("told \"" + told + "\", the summary is:\n" + all);
}

void see_nothing(Stage& stage, Words& words) {
    const auto what = words.next();
    const auto& visit = stage.visit();
    const std::map<std::string, std::function<bool()>> all{
        {"finding", [&] { return visit.findings.empty(); }},
        {"effect", [&] { return all_effects(stage).empty(); }},
        {"sound", [&] { return all_sounds(stage).empty(); }},
        {"offer", [&] { return !visit.struggle.offered; }},
        {"other_ways", [&] { return !visit.call.other_ways; }},
        {"warning", [&] { return !visit.ends.has_value(); }},
        {"curtain", [&] { return !visit.curtain; }},
        {"panel", [&] { return visit.panel == visit::Panel::None; }},
        {"beside", [&] { return !visit.beside; }},
        {"pointing", [&] { return !visit.pointing; }},
        {"answers", [&] { return visit.answers.all().empty(); }},
        {"answer", [&] { return visit.answers.find(words.next()) == nullptr; }},
        {"asked", [&] { return !is_asked(stage, words.next()); }},
    };
    const auto found = all.find(what);
    if (found == all.end())
        throw Mismatch("\"no " + what + "\" is not known");
    if (!found->second())
        throw Mismatch("there is one: " + all_findings(visit) + all_effects(stage));
}

const std::map<std::string, Look>& looks() {
    static const std::map<std::string, Look> all{
        {"screen", see_screen},
        {"panel",
         [](Stage& stage, Words& words) { expect(name_of(stage.visit().panel), words.rest()); }},
        {"finding", see_finding},
        {"answer", see_answer},
        {"draft", see_draft},
        {"effects", see_effects},
        {"line", see_line},
        {"lines", see_lines},
        {"scan", see_scan},
        {"scan_kinds", see_scan_kinds},
        {"corner", see_corner},
        {"delivery", see_delivery},
        {"beside", see_beside},
        {"pointing", see_pointing},
        {"code", see_code},
        {"items", see_items},
        {"progress", see_progress},
        {"found", see_found},
        {"asked", see_asked},
        {"summary", see_summary},
        {"language",
         [](Stage& stage, Words& words) { expect(stage.visit().language, words.rest()); }},
        {"warning",
         [](Stage& stage, Words&) {
             if (!stage.visit().ends)
                 throw Mismatch("there is no warning");
         }},
        {"curtain",
         [](Stage& stage, Words&) {
             if (!stage.visit().curtain)
                 throw Mismatch("the screen is not hidden");
         }},
        {"over",
         [](Stage& stage, Words&) {
             if (!stage.visit().over)
                 throw Mismatch("the visit is not over");
         }},
        {"no", see_nothing},
    };
    return all;
}

} // namespace

void observe(Stage& stage, Words& words) {
    const auto what = words.next();
    const auto& all = call_looks().contains(what) ? call_looks() : looks();
    const auto found = all.find(what);
    if (found == all.end())
        throw Mismatch("\"see " + what + "\" is not known");
    found->second(stage, words);
    if (!words.empty())
        throw Mismatch("\"" + words.rest() + "\" is too much");
}

} // namespace guichet::scenarios
