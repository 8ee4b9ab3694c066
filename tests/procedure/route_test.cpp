// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"
#include "procedure/route.hpp"

#include <chrono>

using namespace guichet;
using namespace guichet::procedure;

namespace {

std::shared_ptr<const Procedure> household() {
    return load(around(
        "  - step: foyer\n"
        "    title: Foyer\n"
        "    ask:\n"
        "      - {question: couple, type: yes-no, label: Couple}\n"
        "      - {question: partner, type: text, label: Nom, when: couple}\n"
        "      - {question: alone, type: text, label: Seul, when: couple == false}\n"
        "      - {question: intro, type: information, label: Lisez}\n"
        "      - question: enfants\n"
        "        type: list\n"
        "        label: Enfants\n"
        "        item:\n"
        "          name: Enfant\n"
        "          ask:\n"
        "            - {question: prenom, type: given-names, label: Prénom}\n"
        "            - {question: grand, type: yes-no, label: Majeur}\n"
        "            - {question: metier, type: text, label: Métier, when: grand && couple}\n"
        "  - step: plus\n"
        "    title: Plus\n"
        "    when: size(enfants) > 1\n"
        "    ask:\n"
        "      - {question: aide, type: yes-no, label: Aide, required: false}\n"
        "      - {question: suite, type: text, label: Suite, when: partner == 'Ana'}\n",
        "checks:\n"
        "  - {that: \"size(enfants) < 3\", say: Trop d’enfants., at: enfants}\n"
        "  - {that: aide, say: Sans place., at: suite}\n"
        "  - {that: \"enfants.all(e, e.prenom != 'X')\", say: Pas X.}\n"
        "exits:\n"
        "  - {when: \"enfants.exists(e, e.metier == 'roi')\", title: Roi, say: Voyez quelqu’un.}\n"
    ));
}

std::string paths(const Route& route) {
    std::string all;
    for (const auto& stop : route.stops)
        all += (all.empty() ? "" : " ") + stop.path;
    return all;
}

void add_child(Answers& answers, const char* name, bool grown) {
    const auto item = answers.add_item("enfants");
    answers.set(item_path("enfants", item, "prenom"), typed(std::string(name)));
    answers.set(item_path("enfants", item, "grand"), typed(grown));
}

} // namespace

TEST_CASE("what is asked follows the answers") {
    const auto procedure = household();
    Answers answers;
    CHECK(paths(route(*procedure, answers, some_day)) == "couple intro enfants");
    answers.set("couple", typed(true));
    CHECK(paths(route(*procedure, answers, some_day)) == "couple partner intro enfants");
    answers.set("partner", typed(std::string("Ana")));
    answers.set("couple", typed(NotKnown{}));
    CHECK(paths(route(*procedure, answers, some_day)) == "couple intro enfants");
    answers.set("couple", typed(false));
    CHECK(paths(route(*procedure, answers, some_day)) == "couple alone intro enfants");
}

TEST_CASE("the items of a list follow it, each with its own conditions") {
    const auto procedure = household();
    Answers answers;
    answers.set("couple", typed(true));
    add_child(answers, "Lina", true);
    add_child(answers, "Tom", false);
    const auto now = route(*procedure, answers, some_day);
    CHECK(
        paths(now) ==
        "couple partner intro enfants enfants[0].prenom enfants[0].grand enfants[0].metier "
        "enfants[1].prenom enfants[1].grand aide"
    );
    CHECK(now.steps == std::vector<int>{0, 1});
    CHECK(now.stops.back().step == 1);
    CHECK(now.stops[4].question->id == "prenom");
    answers.remove_item("enfants", 0);
    CHECK(
        paths(route(*procedure, answers, some_day)) ==
        "couple partner intro enfants enfants[0].prenom enfants[0].grand"
    );
}

TEST_CASE("an answer to a question that is no longer asked counts for nothing") {
    const auto procedure = household();
    Answers answers;
    answers.set("couple", typed(true));
    answers.set("partner", typed(std::string("Ana")));
    add_child(answers, "Lina", true);
    add_child(answers, "Tom", true);
    answers.set("enfants[1].metier", typed(std::string("roi")));
    auto now = route(*procedure, answers, some_day);
    CHECK(now.stops.back().path == "suite");
    REQUIRE(now.exit != nullptr);
    CHECK(now.exit->title.id == "Roi");
    answers.set("couple", typed(false));
    now = route(*procedure, answers, some_day);
    CHECK(now.stops.back().path == "aide");
    CHECK(now.exit == nullptr);
}

TEST_CASE("findings are rules that are false, never those that are unknown") {
    const auto procedure = household();
    Answers answers;
    CHECK(findings(*procedure, answers, some_day).empty());
    for (const char* name : {"A", "B", "X"})
        add_child(answers, name, false);
    auto found = findings(*procedure, answers, some_day);
    REQUIRE(found.size() == 2);
    CHECK(found[0].path == "enfants");
    CHECK(found[0].say.id == "Trop d’enfants.");
    CHECK(found[1].path.empty());
    answers.set("aide", typed(false));
    found = findings(*procedure, answers, some_day);
    REQUIRE(found.size() == 3);
    CHECK(found[1].path.empty()); // "suite" is not asked
}

TEST_CASE("the first question without its answer is found") {
    const auto procedure = household();
    Answers answers;
    const auto first = [&]() -> std::string {
        const auto now = route(*procedure, answers, some_day);
        const auto* stop = first_unanswered(now, answers);
        return stop == nullptr ? "" : stop->path;
    };
    CHECK(first() == "couple");
    answers.set("couple", typed(NotKnown{}));
    CHECK(first() == "enfants");
    answers.set("enfants", typed(std::int64_t{0}));
    CHECK(first().empty());
    answers.add_item("enfants");
    CHECK(first() == "enfants[0].prenom");
    add_child(answers, "B", false);
    answers.set("enfants[0].prenom", typed(std::string("A")));
    answers.set("enfants[0].grand", typed(false));
    CHECK(first().empty()); // "aide" may stay empty
}

TEST_CASE("a list with a minimum is not done before") {
    const auto procedure =
        load(around("  - step: s\n    title: S\n    ask:\n"
                    "      - {question: l, type: list, label: L, min: 2, required: false, item: "
                    "{name: I, ask: [{question: a, type: text, label: A, required: false}]}}\n"));
    Answers answers;
    answers.set("l", typed(std::int64_t{1}));
    answers.add_item("l");
    const auto one = route(*procedure, answers, some_day);
    REQUIRE(first_unanswered(one, answers) != nullptr);
    CHECK(first_unanswered(one, answers)->path == "l");
    answers.add_item("l");
    CHECK(first_unanswered(route(*procedure, answers, some_day), answers) == nullptr);
    Answers unknown;
    unknown.set("l", typed(NotKnown{}));
    CHECK(first_unanswered(route(*procedure, unknown, some_day), unknown) == nullptr);
}

TEST_CASE("a thousand questions with conditions are walked at once") {
    std::string steps = "  - step: s\n    title: S\n    ask:\n"
                        "      - {question: q0, type: number, label: Q}\n";
    for (int i = 1; i < 1000; ++i)
        steps += "      - {question: q" + std::to_string(i) +
                 ", type: number, label: Q, when: \"q" + std::to_string(i - 1) +
                 " > 0 && s.q0 < 9\"}\n";
    const auto procedure = load(around(steps));
    Answers answers;
    for (int i = 0; i < 1000; ++i)
        answers.set("q" + std::to_string(i), typed(std::int64_t{1}));
    const auto begin = std::chrono::steady_clock::now();
    const auto all = route(*procedure, answers, some_day);
    const auto took = std::chrono::steady_clock::now() - begin;
    MESSAGE(
        "1,000 questions: ",
        std::chrono::duration_cast<std::chrono::microseconds>(took).count(),
        " µs"
    );
    CHECK(all.stops.size() == 1000);
    answers.set("q500", typed(std::int64_t{0}));
    CHECK(route(*procedure, answers, some_day).stops.size() == 501);
}

TEST_CASE("what depends on the day of a birth known in part is asked, and no rule speaks of it") {
    const auto procedure = load(around(
        "  - step: vous\n"
        "    title: Vous\n"
        "    ask:\n"
        "      - {question: ne, type: date, label: Né le, partial: true}\n"
        "      - {question: jeune, type: text, label: Jeune, when: age(ne) < 25}\n"
        "      - {question: grand, type: text, label: Grand, when: age(ne) >= 25}\n"
        "      - {question: mai, type: text, label: Mai, when: \"ne != "
        "timestamp('2001-05-09T00:00:00Z')\"}\n"
        "      - question: enfants\n"
        "        type: list\n"
        "        label: Enfants\n"
        "        item:\n"
        "          name: Enfant\n"
        "          ask:\n"
        "            - {question: naissance, type: date, label: Né le, partial: true}\n"
        "            - {question: bac, type: text, label: Bac, when: age(naissance) >= 18}\n",
        "checks:\n"
        "  - {that: \"enfants.all(e, age(e.naissance) < 25)\", say: Trop grand.}\n"
    ));
    const auto asked = [&](Date birth) {
        Answers answers;
        answers.set("ne", typed(birth));
        return paths(route(*procedure, answers, some_day));
    };
    using namespace std::chrono;
    CHECK(asked(year{1960} / month{0} / 0) == "ne grand mai enfants");
    CHECK(asked(year{2001} / month{0} / 0) == "ne jeune grand mai enfants"); // 24 or 25
    CHECK(asked(year{2001} / November / 0) == "ne jeune grand mai enfants");
    CHECK(asked(year{2001} / December / 0) == "ne jeune mai enfants");
    CHECK(asked(year{2001} / October / 0) == "ne grand mai enfants");

    Answers answers;
    const auto add = [&](Date birth) {
        const auto item = answers.add_item("enfants");
        answers.set(item_path("enfants", item, "naissance"), typed(birth));
    };
    add(year{2001} / month{0} / 0); // 24 or 25
    CHECK(findings(*procedure, answers, some_day).empty());
    add(year{2008} / month{0} / 0); // 17 or 18
    add(year{2000} / month{0} / 0);
    CHECK(
        paths(route(*procedure, answers, some_day)) ==
        "ne enfants enfants[0].naissance enfants[0].bac enfants[1].naissance enfants[1].bac "
        "enfants[2].naissance enfants[2].bac"
    );
    REQUIRE(findings(*procedure, answers, some_day).size() == 1);
    CHECK(findings(*procedure, answers, some_day).front().say.id == "Trop grand.");
}

TEST_CASE("a rule about a dozen people born on unknown days is tried at once") {
    const auto procedure = load(around(
        "  - step: vous\n"
        "    title: Vous\n"
        "    ask:\n"
        "      - question: gens\n"
        "        type: list\n"
        "        label: Gens\n"
        "        item:\n"
        "          name: Personne\n"
        "          ask:\n"
        "            - {question: naissance, type: date, label: Né le, partial: true}\n",
        "checks:\n"
        "  - {that: \"gens.all(e, age(e.naissance) < 99)\", say: Trop vieux.}\n"
        "  - {that: \"gens.all(e, age(e.naissance) < 25)\", say: Trop grand.}\n"
    ));
    Answers answers;
    for (int i = 0; i < 12; ++i)
        answers.set(
            item_path("gens", answers.add_item("gens"), "naissance"),
            typed(std::chrono::year{2001 + i} / std::chrono::month{0} / 0)
        );
    const auto begin = std::chrono::steady_clock::now();
    CHECK(findings(*procedure, answers, some_day).empty()); // the first one is 24 or 25
    const auto took = std::chrono::steady_clock::now() - begin;
    MESSAGE(
        "12 people: ", std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), " ms"
    );
}

TEST_CASE("a question is asked only when it would be on one of the days of a birth") {
    const auto procedure = load(around(
        "  - step: vous\n"
        "    title: Vous\n"
        "    ask:\n"
        "      - {question: seul, type: yes-no, label: Seul}\n"
        "      - {question: ne, type: date, label: Né le, partial: true}\n"
        "      - {question: aide, type: text, label: Aide, when: age(ne) < 25 && seul}\n"
        "      - {question: retraite, type: text, label: Retraite, when: age(ne) > 60 || seul}\n",
        "exits:\n"
        "  - {when: age(ne) < 25, title: Trop jeune, say: Une personne peut aider.}\n"
    ));
    Answers answers;
    answers.set("ne", typed(std::chrono::year{2001} / std::chrono::month{0} / 0));
    CHECK(paths(route(*procedure, answers, some_day)) == "seul ne"); // nobody knows the rest either
    answers.set("seul", typed(false));
    CHECK(paths(route(*procedure, answers, some_day)) == "seul ne");
    answers.set("seul", typed(true));
    CHECK(paths(route(*procedure, answers, some_day)) == "seul ne aide retraite");
    CHECK(route(*procedure, answers, some_day).exit == nullptr); // perhaps 25
}

TEST_CASE("dates known in part are each any of their days") {
    const auto procedure = load(around(
        "  - step: vous\n"
        "    title: Vous\n"
        "    ask:\n"
        "      - {question: ne, type: date, label: Né le, partial: true}\n"
        "      - {question: autre, type: date, label: Né le, partial: true}\n"
        "      - {question: aine, type: text, label: A, when: ne < autre}\n"
        "      - {question: cadet, type: text, label: B, when: ne > autre}\n"
        "      - {question: jumeau, type: text, label: C, when: ne == autre}\n"
        "      - {question: loin, type: text, label: D, when: \"ne - autre > duration('8760h')\"}\n"
        "      - {question: entre, type: text, label: E, when: age(ne) < 25 && age(autre) >= 25}\n"
        "      - question: ete\n"
        "        type: text\n"
        "        label: F\n"
        "        when: \"ne.getMonth() == 6 && autre.getMonth() == 7\"\n"
        "      - question: enfants\n"
        "        type: list\n"
        "        label: Enfants\n"
        "        item: {name: Enfant, ask: [{question: naissance, type: date, label: Né le, "
        "partial: true}]}\n"
        "      - question: deux\n"
        "        type: text\n"
        "        label: G\n"
        "        when: \"size(enfants.filter(e, age(e.naissance) < 18)) == 2\"\n",
        "checks:\n"
        "  - {that: ne != autre, say: La même date.}\n"
    ));
    using namespace std::chrono;
    Answers answers;
    answers.set("ne", typed(year{2001} / month{0} / 0));
    answers.set("autre", typed(year{2001} / month{0} / 0));
    for (int child = 0; child < 4; ++child)
        answers.set(
            item_path("enfants", answers.add_item("enfants"), "naissance"),
            typed(year{2008} / month{0} / 0)
        );
    CHECK(
        paths(route(*procedure, answers, some_day)) ==
        "ne autre aine cadet jumeau entre ete enfants enfants[0].naissance enfants[1].naissance "
        "enfants[2].naissance enfants[3].naissance deux"
    );
    CHECK(findings(*procedure, answers, some_day).empty());
    answers.set("autre", typed(year{2003} / January / 0));
    CHECK(paths(route(*procedure, answers, some_day)).starts_with("ne autre aine enfants "));
}

TEST_CASE("who has no such thing has answered, and rules know nothing of it") {
    const auto procedure = load(around("  - step: vous\n"
                                       "    title: Vous\n"
                                       "    ask:\n"
                                       "      - {question: prenom, type: given-names, label: "
                                       "Prénom, none: Je n’ai pas de prénom}\n"
                                       "      - {question: suite, type: text, label: Suite, when: "
                                       "prenom != 'Ana', required: false}\n"));
    Answers answers;
    CHECK(first_unanswered(route(*procedure, answers, some_day), answers) != nullptr);
    answers.set("prenom", typed(HasNone{}));
    CHECK(first_unanswered(route(*procedure, answers, some_day), answers) == nullptr);
    CHECK(paths(route(*procedure, answers, some_day)) == "prenom");
}
