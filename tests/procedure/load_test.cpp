// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <algorithm>
#include <array>

using namespace guichet;
using namespace guichet::procedure;

namespace {

std::string problems_of(const std::string& yaml) {
    const auto loaded = load_procedure(yaml, "f", some_kinds());
    std::string all;
    if (!loaded)
        for (const auto& problem : loaded.error())
            all += to_text(problem) + "\n";
    return all;
}

/// A procedure whose one step asks this; the question's map begins at 9:9.
std::string asking(const std::string& question) {
    return around("  - step: vous\n    title: Vous\n    ask:\n      - " + question + "\n");
}

const char* const two_questions = "  - step: vous\n"
                                  "    title: Vous\n"
                                  "    ask:\n"
                                  "      - {question: age_a, type: number, label: Âge}\n"
                                  "      - {question: nom, type: text, label: Nom}\n";

} // namespace

TEST_CASE("a whole procedure is read as it is written") {
    const auto procedure =
        load("procedure: essai\n"
             "title: Essai\n"
             "summary: Pour essayer.\n"
             "theme: social_sante\n"
             "duration: 5 minutes\n"
             "words: [css, mutuelle]\n"
             "verified: {on: 2026-11-20, source: \"cerfa 1\"}\n"
             "need:\n"
             "  - identite\n"
             "  - {kind: avis-imposition, help: Le dernier.}\n"
             "  - {label: Votre carte Vitale}\n"
             "steps:\n"
             "  - step: foyer\n"
             "    title: Foyer\n"
             "    ask:\n"
             "      - question: couleur\n"
             "        type: choice\n"
             "        label: Couleur\n"
             "        other: true\n"
             "        options: [{id: bleu, label: Bleu, help: Comme le ciel}]\n"
             "        read: [identite.nom]\n"
             "        unknown: false\n"
             "        required: false\n"
             "        notes: Pour vous.\n"
             "      - question: enfants\n"
             "        type: list\n"
             "        max: 3\n"
             "        label: Vos enfants\n"
             "        item:\n"
             "          name: Enfant\n"
             "          ask:\n"
             "            - {question: prenom, type: given-names, label: Prénom}\n"
             "            - {question: age_e, type: number, label: Âge, when: prenom != ''}\n"
             "  - step: fin\n"
             "    title: Fin\n"
             "    when: foyer.couleur == 'bleu'\n"
             "    ask:\n"
             "      - {question: ok, type: consent, label: D’accord}\n"
             "checks:\n"
             "  - {that: \"size(enfants) < 3\", say: Trop., at: enfants}\n"
             "exits:\n"
             "  - {when: couleur == 'autre', title: Non, say: Désolé.}\n"
             "deliver: [recap-pdf, mail]\n"
             "next: [Signez., Envoyez.]\n"
             "send_to: La caisse\n"
             "human: {phone: \"3646\", hours: Mo-Fr 08:30-17:30, counter: CPAM, paper: S3711}\n");
    CHECK(procedure->title == i18n::Message{i18n::Domain::Forms, "Essai"});
    CHECK(procedure->words == std::vector<std::string>{"css", "mutuelle"});
    CHECK(
        procedure->verified ==
        Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{20}}
    );
    REQUIRE(procedure->need.size() == 3);
    CHECK(procedure->need[0].label.id == "Carte d’identité");
    CHECK(procedure->need[1].kind == "avis-imposition");
    CHECK(procedure->need[1].help.id == "Le dernier.");
    CHECK(procedure->need[2].kind.empty());
    const auto* colour = find_question(*procedure, "couleur");
    REQUIRE(colour != nullptr);
    CHECK(colour->options.size() == 2);
    CHECK(colour->options[1].id == other_option);
    CHECK(colour->read == std::vector<std::string>{"identite.nom"});
    CHECK_FALSE(colour->may_skip);
    CHECK_FALSE(colour->required);
    CHECK(colour->line == 16);
    const auto* age = find_question(*procedure, "enfants[1].age_e");
    REQUIRE(age != nullptr);
    CHECK(age->when.has_value());
    CHECK(find_question(*procedure, "enfants[0].nom") == nullptr);
    CHECK(find_question(*procedure, "prenom") == nullptr);
    CHECK(procedure->steps[1].when.has_value());
    CHECK_FALSE(find_question(*procedure, "ok")->may_skip);
    CHECK(procedure->checks.size() == 1);
    CHECK(procedure->exits.size() == 1);
    CHECK(procedure->next.size() == 2);
    CHECK(procedure->human.hours == "Mo-Fr 08:30-17:30");
}

TEST_CASE("each mistake is told with its place") {
    struct Case {
        std::string yaml;
        const char* problem;
    };
    const auto cases = std::to_array<Case>({
        {"", "f:1:1: error: the file is empty"},
        {"a: [1", "f:1:1: error: end of sequence flow not found"},
        {"- a", "f:1:1: error: a procedure wants a map of keys"},
        {"a: b\n---\nc: d\n", "f:1:1: error: one file holds one document only"},
        {"a: &x b\nc: *x\n", "f:1:4: error: anchors (&) are not used here: write the value out"},
        {"a: !x b\n", "f:1:4: error: tags (!) are not used here"},
        {"a: \xff\n", "f:1:4: error: this is not UTF-8"},
        {"a: \x01\n", "f:1:4: error: control characters are not allowed"},
        {around(two_questions, "titel: x\n"),
         R"(f:12:1: error: unknown key "titel" in a procedure (did you mean "title"?))"},
        {around(two_questions, "title: x\n"), "f:12:1: error: the key \"title\" is there twice"},
        {around(two_questions, "deliver: [recap-pfd]\n"),
         R"(f:12:11: error: unknown way to deliver "recap-pfd" (did you mean "recap-pdf"?))"},
        {around(two_questions, "deliver: mail\n"), "f:12:10: error: \"deliver\" wants a list"},
        {around(two_questions, "next: [{a: b}]\n"), "f:12:8: error: \"next\" wants sentences"},
        {around(two_questions, "need: [passport]\n"),
         "f:12:8: error: unknown kind of document \"passport\""},
        {around(two_questions, "need: [{help: x}]\n"),
         R"(f:12:8: error: a paper of "need" wants "kind" or "label")"},
        {around(two_questions, "checks: [{that: nom == 'x'}]\n"),
         "f:12:10: error: a check has no \"say\""},
        {around(two_questions, "checks: [{that: nom, say: X}]\n"),
         "f:12:17: error: \"that\" wants true or false, this is a text"},
        {around(two_questions, "checks: [{that: true, say: X, at: non}]\n"),
         R"(f:12:35: error: unknown question "non" (did you mean "nom"?))"},
        {around(two_questions, "exits: [{when: nom == 'x', title: X}]\n"),
         "f:12:9: error: an exit has no \"say\""},
        {around("  []\n"), "f:7:3: error: \"steps\" is empty"},
        {around("  - {step: a, title: A, ask: []}\n"), "f:7:30: error: \"ask\" is empty"},
        {around("  - {step: a b, title: A, ask: [{question: q, type: text, label: Q}]}\n"),
         R"(f:7:12: error: "step" wants an id: a letter, then letters, digits and "_")"},
        {around(std::string(two_questions) + two_questions),
         "f:12:11: error: the step \"vous\" is there twice\n"
         "f:15:20: error: the id \"age_a\" is there twice\n"
         "f:16:20: error: the id \"nom\" is there twice"},
        {asking("{question: q, type: txt, label: Q}"),
         R"(f:10:29: error: unknown type "txt" (did you mean "text"?))"},
        {asking("{question: q, type: text}"), "f:10:9: error: a question has no \"label\""},
        {asking("{question: q, type: text, label: }"), "f:10:42: error: \"label\" wants text"},
        {asking("{question: q, type: text, lable: Q, label: Q}"),
         R"(f:10:35: error: unknown key "lable" in a question (did you mean "label"?))"},
        {asking("{question: q, type: text, label: Q, options: []}"),
         "f:10:45: error: \"options\" is not for the type text"},
        {asking("{question: q, type: yes-no, label: Q, none: Rien}"),
         "f:10:53: error: \"none\" is not for the type yes-no"},
        {asking("{question: q, type: month, label: Q, partial: true}"),
         "f:10:46: error: \"partial\" is not for the type month"},
        {asking("{question: q, type: country, label: Q, unlisted: Non}"),
         "f:10:48: error: \"unlisted\" is not for the type country"},
        {asking("{question: q, type: choice, label: Q}"),
         "f:10:9: error: the question \"q\" has no options"},
        {asking("{question: q, type: choice, label: Q, options: [{id: a, label: A}, {id: a, label: "
                "B}]}"),
         "f:10:81: error: the option \"a\" is there twice"},
        {asking("{question: q, type: list, label: Q}"),
         R"(f:10:9: error: the list "q" has no "item")"},
        {asking("{question: q, type: list, label: Q, item: {name: I, ask: [{question: r, type: "
                "list, label: R}]}}"),
         "f:10:67: error: a list cannot hold another list"},
        {asking("{question: q, type: document, label: Q}"),
         R"(f:10:9: error: the question "q" has no "kinds")"},
        {asking("{question: q, type: document, label: Q, kinds: [identitee]}"),
         R"(f:10:57: error: unknown kind of document "identitee" (did you mean "identite"?))"},
        {asking("{question: q, type: text, label: Q, read: [identite.mon]}"),
         "f:10:52: error: unknown document field \"identite.mon\" (did you mean "
         "\"identite.nom\"?)"},
        {asking("{question: q, type: number, label: Q, min: dix}"),
         "f:10:52: error: \"min\" wants a whole number"},
        {asking("{question: q, type: number, label: Q, min: 3, max: 2}"),
         R"(f:10:52: error: "min" is larger than "max")"},
        {asking("{question: q, type: text, label: Q, max: 0}"),
         "f:10:50: error: \"max\" counts: it is 1 or more"},
        {asking("{question: q, type: text, label: Q, required: oui}"),
         "f:10:55: error: \"required\" wants true or false"},
        {asking("{question: q, type: reference, label: Q, pattern: \"(a\"}"),
         "f:10:59: error: \"(\" is not known in a pattern"},
        {asking("{question: q, type: text, label: Q, when: q == 'x'}"),
         "f:10:51: error: \"q\" is the question this condition decides about"},
        {asking("{question: q, type: text, label: Q, when: true || later}\n"
                "      - {question: later, type: yes-no, label: L}"),
         "f:10:59: error: \"later\" is asked later than this condition"},
        {asking("{question: q, type: list, label: Q, item: {name: I, ask: [{question: r, type: "
                "text, label: R, when: size(q) > 1}]}}"),
         "f:10:114: error: \"q\" is the question this condition decides about"},
        {asking("{question: q, type: text, label: Q, when: \"'a\"}"), nullptr},
    });
    for (const auto& row : cases) {
        CAPTURE(row.yaml);
        const auto found = problems_of(row.yaml);
        if (row.problem == nullptr)
            CHECK(found.substr(0, 5) == "f:10:");
        else
            CHECK(found == std::string(row.problem) + "\n");
    }
}

TEST_CASE("a mistake in an expression is placed inside its text") {
    struct Case {
        const char* when;
        const char* place;
    };
    const auto cases = std::to_array<Case>({
        {"when: nobody == 'x'", "f:13:15:"},
        {"when: \"true && nobody == 'x'\"", "f:13:24:"},
        {"when: 'true && nobody == ''x'''", "f:13:24:"},
        {"when: 'true && ''é'' == ''x'' && nobody'", "f:13:42:"},
        {"when: >\n          true &&\n          nobody", "f:15:11:"},
        {"when: |\n          true &&\n          nobody", "f:15:11:"},
        {"when: true &&\n          nobody", "f:14:11:"},
    });
    for (const auto& row : cases) {
        CAPTURE(row.when);
        const auto found = problems_of(around(
            std::string("  - step: vous\n    title: Vous\n    ask:\n      - question: q\n") +
            "        type: text\n        label: Q\n        " + row.when + "\n"
        ));
        CHECK(found.substr(0, std::string(row.place).size()) == row.place);
        CHECK(std::ranges::count(found, '\n') == 1);
    }
}

TEST_CASE("all mistakes of a file are told in one run, in its order") {
    const auto found =
        problems_of("procedure: Essai!\n"
                    "theme: logements\n"
                    "verified: {on: 2026-02-30, source: x}\n"
                    "human: {phone: 36}\n"
                    "steps:\n"
                    "  - {step: a, title: A, ask: [{question: 1a, type: txt, label: Q, when: b}]}\n"
        );
    CHECK(
        found ==
        "f:1:1: error: a procedure has no \"title\"\n"
        "f:1:12: error: \"procedure\" wants an id: lower case letters, digits, \"-\" and \"_\"\n"
        "f:2:8: error: unknown theme \"logements\" (did you mean \"logement\"?)\n"
        "f:3:16: error: \"on\" wants a date that exists, written 2026-11-20\n"
        "f:4:8: error: \"human\" has no \"counter\"\n" +
            found.substr(found.find("f:6:"))
    );
    CHECK(std::ranges::count(found, '\n') == 8);
}

TEST_CASE("a file that wants to exhaust the machine is refused") {
    CHECK(problems_of(std::string(2 << 20, ' ')) == "f:1:1: error: the file is larger than 1 MB\n");
    CHECK(problems_of(std::string(5000, '[')).find("nested too deep") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 400; ++i)
        deep += std::string(static_cast<std::size_t>(i), ' ') + "- \n";
    CHECK_FALSE(problems_of(deep).empty());
    std::string dashes;
    for (int i = 0; i < 5000; ++i)
        dashes += "- ";
    CHECK_FALSE(problems_of(dashes).empty());
    std::string many = "procedure: x\nwords: [a";
    for (int i = 0; i < 60'000; ++i)
        many += ",a";
    CHECK(problems_of(many + "]\n").find("too many values") != std::string::npos);
    std::string bomb = "a0: &a0 [x,x,x,x]\n";
    for (int i = 1; i < 30; ++i)
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" +
                std::to_string(i - 1) + ",*a" + std::to_string(i - 1) + "]\n";
    CHECK(problems_of(bomb).find("anchors") != std::string::npos);
}

TEST_CASE("our own forms have no error") {
    const auto kinds = load_kinds(GUICHET_SOURCE "/forms/documents");
    REQUIRE(kinds);
    CHECK(kinds->kinds.size() >= 2);
}
