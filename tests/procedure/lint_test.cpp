// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <algorithm>
#include <array>

using namespace guichet;
using namespace guichet::procedure;

namespace {

std::vector<std::string> warnings(const std::string& yaml, Date today = some_day) {
    std::vector<std::string> all;
    for (const auto& problem : lint(*load(yaml), "f", today))
        all.push_back(to_text(problem));
    return all;
}

const char* const kind_head =
    "summary: Court.\nduration: 5 minutes\nnext: [Signez.]\ndeliver: [mail]\n";

std::string asking(const std::string& question) {
    return around("  - step: s\n    title: S\n    ask:\n      - " + question + "\n", kind_head);
}

} // namespace

TEST_CASE("a kind procedure has no warning") {
    CHECK(warnings(asking("{question: q, type: text, label: Nom}")).empty());
}

TEST_CASE("what is unkind is told") {
    struct Case {
        const char* question;
        const char* warning;
    };
    const auto cases = std::to_array<Case>({
        {"{question: q, type: text, label: Nom, help: un deux trois quatre cinq six sept huit neuf "
         "dix onze douze treize quatorze quinze seize}",
         "f:10:1: warning: help has a sentence of 16 words (over 15): \"un deux trois quatre cinq "
         "six sept huit \u2026\""},
        {"{question: q, type: text, label: Nom !}",
         "f:10:1: warning: label has an exclamation mark: \"Nom !\""},
        {"{question: q, type: text, label: Quel est votre nom de famille de naissance}",
         R"(f:10:1: warning: "q" has no short "name" for the check page)"},
        {"{question: q, type: text, label: Nom, when: 1 > 2}",
         "f:10:1: warning: the question \"q\" can never be reached: its condition is always false"},
        {"{question: q, type: text, label: Nom, when: \"'a' == 'a'\"}",
         "f:10:1: warning: the condition of the question \"q\" is always true"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.question);
        const auto found = warnings(asking(row.question));
        REQUIRE(found.size() == 1);
        if (std::string(row.warning).find("sentence") == std::string::npos)
            CHECK(found[0] == row.warning);
        else
            CHECK(found[0].substr(0, 60) == std::string(row.warning).substr(0, 60));
    }
}

TEST_CASE("sentences are counted one by one, and lone signs are no words") {
    CHECK(warnings(asking("{question: q, type: text, label: Nom, help: \"un deux trois quatre cinq "
                          "six sept huit. Un deux "
                          "trois quatre cinq six sept huit ?\"}"))
              .empty());
    CHECK(warnings(asking("{question: q, type: text, label: Nom, help: \"un deux trois quatre cinq "
                          "six sept huit neuf dix onze "
                          "douze treize quatorze « quinze » ?\"}"))
              .empty());
}

TEST_CASE("a procedure grows old after a year") {
    const auto yaml = asking("{question: q, type: text, label: Nom}");
    using namespace std::chrono;
    CHECK(warnings(yaml, year{2027} / 11 / 20).empty());
    CHECK(warnings(yaml, year{2027} / 11 / 25).size() == 1);
    CHECK(warnings(yaml, year{2026} / 11 / 1).size() == 1);
}

TEST_CASE("what is missing around the questions is told") {
    const auto found =
        warnings("procedure: essai\ntitle: Essai\ntheme: logement\n"
                 "verified: {on: 2026-11-20, source: cerfa}\n"
                 "human: {phone: \"3646\", counter: Mairie}\n"
                 "steps: [{step: s, title: S, ask: [{question: q, type: text, label: Q}]}]\n");
    CHECK(found.size() == 6);
    for (const char* word : {"summary", "duration", "next", "deliver", "hours", "paper"}) {
        CAPTURE(word);
        CHECK(std::ranges::any_of(found, [word](const std::string& line) {
            return line.find(word) != std::string::npos;
        }));
    }
}
