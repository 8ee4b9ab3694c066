// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/load.hpp"
#include "procedure/type.hpp"

#include <algorithm>

namespace guichet::procedure {

namespace {

constexpr int most_words = 15;
constexpr std::size_t longest_name = 60;

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F;
}

bool is_letter_or_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF));
}

bool ends_sentence(char32_t c) {
    return c == '.' || c == '?' || c == '!' || c == ';';
}

/// The longest sentence's number of words. Signs that stand alone (« : ?) are no words.
int longest_sentence(std::string_view text) {
    int longest = 0;
    int words = 0;
    bool in_word = false;
    char32_t last = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_character(text, at);
        if (!is_blank(c)) {
            in_word = in_word || is_letter_or_digit(c);
            last = c;
            continue;
        }
        words += in_word ? 1 : 0;
        in_word = false;
        if (ends_sentence(last)) {
            longest = std::max(longest, words);
            words = 0;
        }
    }
    return std::max(longest, words + (in_word ? 1 : 0));
}

/// Collects what is unkind in one procedure.
class Linter {
public:
    Linter(const Procedure& procedure, const std::string& file)
        : m_procedure(procedure), m_file(file) {}

    std::vector<Problem> lint(Date today);

private:
    void warn(int line, std::string message);
    void check_text(int line, const i18n::Message& message, std::string_view what);
    void check_question(const Question& question);
    void check_head();
    void check_age(Date today);
    void
    check_reached(int line, const std::optional<logic::Expression>& when, const std::string& what);
    void check_rules();

    const Procedure& m_procedure;
    const std::string& m_file;
    std::vector<Problem> m_problems{};
};

void Linter::warn(int line, std::string message) {
    m_problems.push_back(
        {.file = m_file,
         .line = std::max(line, 1),
         .column = 1,
         .message = std::move(message),
         .weight = Problem::Weight::Warning}
    );
}

void Linter::check_text(int line, const i18n::Message& message, std::string_view what) {
    const auto start = "\"" + message.id.substr(0, 40) + (message.id.size() > 40 ? "…\"" : "\"");
    const auto words = longest_sentence(message.id);
    if (words > most_words)
        warn(
            line,
            std::string(what) + " has a sentence of " + std::to_string(words) + " words (over " +
                std::to_string(most_words) + "): " + start
        );
    if (message.id.find('!') != std::string::npos)
        warn(line, std::string(what) + " has an exclamation mark: " + start);
}

void Linter::check_question(const Question& question) {
    check_text(question.line, question.label, "label");
    check_text(question.line, question.name, "name");
    check_text(question.line, question.help, "help");
    check_text(question.line, question.none, "none");
    check_text(question.line, question.unlisted, "unlisted");
    check_text(question.line, question.notes, "notes");
    for (const auto& option : question.options) {
        check_text(question.line, option.label, "option");
        check_text(question.line, option.help, "option help");
    }
    const bool asks = question.type->input() != Input::Read;
    if (asks && question.name.empty() && count_characters(question.label.id) > 30)
        warn(question.line, "\"" + question.id + R"(" has no short "name" for the check page)");
    if (count_characters(question.name.id) > longest_name)
        warn(question.line, R"(the "name" of ")" + question.id + "\" is over 60 characters");
    check_reached(question.line, question.when, "the question \"" + question.id + "\"");
    for (const auto& item : question.items)
        check_question(item);
}

void Linter::check_reached(
    int line, const std::optional<logic::Expression>& when, const std::string& what
) {
    if (!when)
        return;
    static const logic::Value unknown{logic::Unknown{}};
    const logic::Context nobody_answered{
        .value_of = [](std::string_view) { return &unknown; },
        .today = m_procedure.verified,
        .budget = 10'000};
    const auto value = logic::evaluate(*when, nobody_answered);
    if (!value) {
        warn(line, what + " can never be reached: its condition fails");
        return;
    }
    const auto* holds = std::get_if<bool>(&value->content());
    if (holds != nullptr && !*holds)
        warn(line, what + " can never be reached: its condition is always false");
    else if (holds != nullptr)
        warn(line, "the condition of " + what + " is always true");
}

void Linter::check_head() {
    check_text(1, m_procedure.title, "title");
    check_text(1, m_procedure.summary, "summary");
    if (m_procedure.summary.empty())
        warn(1, "there is no \"summary\" for the catalogue");
    if (m_procedure.duration.empty())
        warn(1, "there is no \"duration\"");
    if (m_procedure.next.empty())
        warn(1, "there is no \"next\": nobody learns what happens next");
    if (m_procedure.deliver.empty())
        warn(1, "there is no \"deliver\": the person leaves with nothing");
    if (m_procedure.human.hours.empty())
        warn(1, "the human has a phone and no \"hours\"");
    if (m_procedure.human.paper.empty())
        warn(1, "the human has no \"paper\" form");
    for (const auto& need : m_procedure.need) {
        check_text(1, need.label, "need");
        check_text(1, need.help, "need help");
    }
    for (const auto& next : m_procedure.next)
        check_text(1, next.say, "next");
    check_text(1, m_procedure.send_to, "send_to");
    check_text(1, m_procedure.human.help, "help");
    check_text(1, m_procedure.human.counter, "counter");
}

void Linter::check_age(Date today) {
    if (!m_procedure.verified.ok() || !today.ok())
        return;
    const auto due = std::chrono::sys_days{m_procedure.verified} + std::chrono::days{366};
    if (std::chrono::sys_days{today} > due)
        warn(1, "\"verified\" is more than a year old: check it against " + m_procedure.source);
    if (std::chrono::sys_days{today} < std::chrono::sys_days{m_procedure.verified})
        warn(1, "\"verified\" is in the future");
}

void Linter::check_rules() {
    for (const auto& check : m_procedure.checks) {
        check_text(check.line, check.say, "say");
        if (check.that.names().empty())
            warn(check.line, "a check reads no answer");
    }
    for (const auto& exit : m_procedure.exits) {
        check_text(exit.line, exit.title, "title");
        check_text(exit.line, exit.say, "say");
        check_reached(exit.line, exit.when, "the exit");
    }
}

std::vector<Problem> Linter::lint(Date today) {
    check_head();
    check_age(today);
    for (const auto& step : m_procedure.steps) {
        check_text(step.line, step.title, "title");
        check_reached(step.line, step.when, "the step \"" + step.id + "\"");
        for (const auto& question : step.questions)
            check_question(question);
    }
    check_rules();
    std::ranges::stable_sort(m_problems, {}, &Problem::line);
    return std::move(m_problems);
}

} // namespace

std::vector<Problem> lint(const Procedure& procedure, const std::string& file, Date today) {
    return Linter(procedure, file).lint(today);
}

} // namespace guichet::procedure
