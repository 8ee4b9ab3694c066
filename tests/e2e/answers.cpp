// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.hpp"

#include "driver.hpp"

#include <fstream>
#include <sstream>

namespace e2e {

namespace {

const std::map<std::string, Answer::Kind> kinds{
    {"type", Answer::Kind::Type},
    {"option", Answer::Kind::Option},
    {"scan", Answer::Kind::Scan},
    {"add", Answer::Kind::Add},
    {"skip", Answer::Kind::Skip}};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

Answers load_answers(const std::filesystem::path& file) {
    Answers answers;
    std::ifstream lines(file);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty())
            continue;
        std::istringstream words(line);
        std::string question;
        std::string kind;
        words >> question >> kind;
        if (!kinds.contains(kind))
            throw Failure{file.string() + ":" + std::to_string(number) + ": no such kind: " + kind};
        Answer answer{kinds.at(kind)};
        for (std::string word; std::getline(words, word, '|');)
            answer.words.push_back(trimmed(word));
        answers[question] = answer;
    }
    if (answers.empty())
        throw Failure{"no answers in " + file.string()};
    return answers;
}

std::string without_item(const std::string& path) {
    const auto open = path.find('[');
    const auto close = path.find(']');
    return open == std::string::npos ? path : path.substr(0, open) + path.substr(close + 1);
}

} // namespace e2e
