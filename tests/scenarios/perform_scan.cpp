// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/names.hpp"
#include "scenarios/perform_lines.hpp"

#include <map>
#include <memory>

namespace guichet::scenarios {
namespace {

namespace happened = visit::happened;

/// "nom=DUPONT {proven} {confidence 0.4} {doubtful 2}".
procedure::Proposal make_proposal(const std::string& kind, const std::string& text) {
    const auto flags = split_at(text, '{');
    const auto equals = flags.front().find('=');
    if (equals == std::string::npos)
        throw Mismatch("\"" + flags.front() + "\" is not FIELD=VALUE");
    procedure::Proposal proposal{
        .field = kind + "." + flags.front().substr(0, equals),
        .value = flags.front().substr(equals + 1),
        .confidence = 0.95,
        .reader = procedure::ReadBy::Text};
    for (std::size_t i = 1; i < flags.size(); i++) {
        Words words{std::string_view{flags[i]}.substr(0, flags[i].find('}'))};
        if (words.take("proven"))
            proposal.proven = true;
        else if (words.take("confidence"))
            proposal.confidence = words.number() / 100.0;
        else if (words.take("doubtful"))
            proposal.doubtful.push_back(words.number());
        else
            throw Mismatch("{" + flags[i] + " is not proven, confidence or doubtful");
    }
    return proposal;
}

procedure::PictureFault fault_named(const std::string& name) {
    using enum procedure::PictureFault;
    const std::map<std::string, procedure::PictureFault> faults{
        {"dark", TooDark},
        {"blurred", TooBlurred},
        {"cut", Cut},
        {"glossy", Glossy},
        {"small", TooSmall}};
    const auto found = faults.find(name);
    if (found == faults.end())
        throw Mismatch("a picture is dark, blurred, cut, glossy or small");
    return found->second;
}

} // namespace

Picture blank_page() {
    return std::make_shared<Image>(Image{.width = 1, .height = 1, .rgba = {255, 255, 255, 255}});
}

void scan(Stage& stage, Words& words) {
    const auto parts = split_at(words.rest(), '|');
    procedure::Reading reading;
    if (parts.front() != "nothing")
        reading.kind = parts.front();
    reading.pages.push_back(blank_page());
    for (std::size_t i = 1; i < parts.size(); i++) {
        Words part{parts[i]};
        if (part.take("fault"))
            reading.faults.push_back(fault_named(part.next()));
        else
            reading.proposals.push_back(make_proposal(reading.kind, parts[i]));
    }
    stage.happen(happened::ScanRead{reading});
}

} // namespace guichet::scenarios
