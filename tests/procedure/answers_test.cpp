// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/answers.hpp"

#include <utility>

#include <doctest/doctest.h>

using namespace guichet::procedure;

namespace {

Answer text(const char* words) {
    return {.value = std::string(words), .origin = {}};
}

} // namespace

TEST_CASE("a path names a question, alone or in an item of a list") {
    CHECK(item_path("enfants", 2, "prenom") == "enfants[2].prenom");
    CHECK(split("nom") == PathParts{.list = "", .item = -1, .question = "nom"});
    CHECK(
        split("enfants[12].prenom") ==
        PathParts{.list = "enfants", .item = 12, .question = "prenom"}
    );
    for (const char* odd :
         {"", "a[", "a[]", "a[].b", "a[x].b", "a[-1].b", "a[1]b", "a[99999999999].b"}) {
        CAPTURE(odd);
        CHECK(split(odd) == PathParts{.list = "", .item = -1, .question = odd});
    }
}

TEST_CASE("removing an item moves the later ones down and touches nothing else") {
    Answers answers;
    answers.set("nom", text("Martin"));
    for (const char* name : {"Ana", "Bob", "Cleo"})
        answers.set(item_path("enfants", answers.add_item("enfants"), "prenom"), text(name));
    answers.set("enfants[2].age", text("7"));
    answers.set(item_path("parents", answers.add_item("parents"), "prenom"), text("Zoe"));
    answers.remove_item("enfants", 1);
    CHECK(answers.items("enfants") == 2);
    CHECK(answers.items("parents") == 1);
    CHECK(answers.all().size() == 5);
    CHECK(*answers.find("enfants[0].prenom") == text("Ana"));
    CHECK(*answers.find("enfants[1].prenom") == text("Cleo"));
    CHECK(*answers.find("enfants[1].age") == text("7"));
    CHECK(*answers.find("parents[0].prenom") == text("Zoe"));
    CHECK(answers.find("enfants[2].prenom") == nullptr);
}

TEST_CASE("removing what is not there changes nothing") {
    Answers answers;
    answers.add_item("enfants");
    const auto before = answers.version();
    answers.remove_item("enfants", 1);
    answers.remove_item("enfants", -1);
    answers.remove_item("voitures", 0);
    answers.erase("nom");
    CHECK(answers.version() == before);
    CHECK(answers.items("enfants") == 1);
}

TEST_CASE("each change makes a new version") {
    Answers answers;
    auto version = answers.version();
    const auto changed = [&] {
        return answers.version() > std::exchange(version, answers.version());
    };
    answers.set("a", text("1"));
    CHECK(changed());
    answers.set("a", text("2"));
    CHECK(changed());
    answers.set("a", text("2"));
    CHECK_FALSE(changed());
    answers.set("unsaid", {.value = NotKnown{}, .origin = {}});
    CHECK(changed());
    answers.add_item("l");
    CHECK(changed());
    answers.remove_item("l", 0);
    CHECK(changed());
    answers.erase("a");
    CHECK(changed());
    CHECK_FALSE(changed());
}
