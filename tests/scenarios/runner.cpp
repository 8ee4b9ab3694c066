// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/observe.hpp"
#include "scenarios/perform.hpp"
#include "scenarios/script.hpp"
#include "scenarios/stage.hpp"

#include <cstdio>
#include <exception>

namespace guichet::scenarios {
namespace {

void play(Stage& stage, const Line& line) {
    Words words{line.text};
    const auto verb = words.next();
    if (verb == "see")
        return observe(stage, words);
    if (stage.set_up(verb, words))
        return;
    stage.forget_effects();
    if (!perform(stage, verb, words))
        throw Mismatch("\"" + verb + "\" is not something that happens");
}

int run(const std::string& file) {
    int observations = 0;
    std::string place = file;
    try {
        Stage stage;
        for (const auto& line : read_script(file)) {
            place = line.file + ":" + std::to_string(line.number);
            play(stage, line);
            observations += line.text.starts_with("see ") ? 1 : 0;
        }
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s: %s\n", place.c_str(), fault.what());
        return 1;
    }
    std::printf("%s: %d things seen as told\n", file.c_str(), observations);
    return observations > 0 ? 0 : 1; // a scenario that looks at nothing proves nothing
}

} // namespace
} // namespace guichet::scenarios

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: scenario_runner FILE\n");
        return 2;
    }
    return guichet::scenarios::run(arguments[1]);
}
