// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/places.hpp"
#include "visit/flow.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::visit {
namespace {

using procedure::Procedure;

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream stream{procedure::fold(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(std::move(word));
    return words;
}

/// Letters missing, too many, wrong or exchanged with their neighbour (optimal string alignment).
int distance(const std::u32string& a, const std::u32string& b) {
    const auto width = b.size() + 1;
    std::vector<int> table((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return table[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); i++)
        at(i, 0) = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); j++)
        at(0, j) = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); i++) {
        for (std::size_t j = 1; j <= b.size(); j++) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            int least = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, at(i - 2, j - 2) + 1);
            at(i, j) = least;
        }
    }
    return at(a.size(), b.size());
}

/// How many slips a word of this length forgives: none in a short word, which would become another
/// one.
int slips_allowed(std::size_t length) {
    if (length < 4)
        return 0;
    return length < 7 ? 1 : 2;
}

/// 4 for the same word, 3 for its beginning, 2 and 1 with typos, 0 for another word.
int likeness(const std::string& typed, const std::string& word) {
    if (typed == word)
        return 4;
    if (word.starts_with(typed))
        return 3;
    const auto a = to_characters(typed);
    const auto b = to_characters(word);
    const int allowed = slips_allowed(a.size());
    if (allowed == 0)
        return 0;
    if (distance(a, b) <= allowed)
        return 2;
    return b.size() > a.size() && distance(a, b.substr(0, a.size())) <= allowed ? 1 : 0;
}

struct Text {
    std::vector<std::string> words;
    int weight{};
};

std::vector<Text> texts_of(const Visit& visit, const Procedure& procedure) {
    std::vector<Text> texts{
        {.words = words_of(procedure.title.id), .weight = 3},
        {.words = words_of(procedure.summary.id), .weight = 1}};
    for (const auto& word : procedure.words)
        texts.push_back({.words = words_of(word), .weight = 2});
    const auto found = visit.offer->words.find(visit.language);
    if (found == visit.offer->words.end())
        return texts;
    const auto& catalogue = found->second;
    texts.push_back({.words = words_of(catalogue.text(procedure.title)), .weight = 3});
    texts.push_back({.words = words_of(catalogue.text(procedure.summary)), .weight = 1});
    for (const auto& word : procedure.words) {
        const i18n::Message message{.domain = i18n::Domain::Forms, .id = word};
        texts.push_back({.words = words_of(catalogue.text(message)), .weight = 2});
    }
    return texts;
}

int best_likeness(const std::string& typed, const std::vector<Text>& texts) {
    int best = 0;
    for (const auto& text : texts) {
        for (const auto& word : text.words)
            best = std::max(best, likeness(typed, word) * text.weight);
    }
    return best;
}

/// 0 when fewer than half of the words typed are found.
int score(const std::vector<std::string>& typed, const std::vector<Text>& texts) {
    int total = 0;
    std::size_t known = 0;
    for (const auto& word : typed) {
        const int best = best_likeness(word, texts);
        total += best;
        known += best > 0 ? 1 : 0;
    }
    return known * 2 >= typed.size() ? total : 0;
}

/// Without "de", "la"… unless there is nothing else.
std::vector<std::string> words_that_count(std::string_view typed) {
    auto words = words_of(typed);
    auto longer = words;
    std::erase_if(longer, [](const auto& word) { return count_characters(word) < 3; });
    return longer.empty() ? words : longer;
}

} // namespace

void search(Visit& visit) {
    const auto typed = words_that_count(visit.search);
    if (typed.empty()) {
        visit.found = visit.offer->procedures;
        return;
    }
    struct Match {
        std::shared_ptr<const Procedure> procedure;
        int score{};
    };
    std::vector<Match> matches;
    for (const auto& procedure : visit.offer->procedures) {
        const int points = score(typed, texts_of(visit, *procedure));
        if (points > 0)
            matches.push_back({.procedure = procedure, .score = points});
    }
    std::ranges::stable_sort(matches, std::ranges::greater{}, &Match::score);
    visit.found.clear();
    for (auto& match : matches)
        visit.found.push_back(std::move(match.procedure));
}

void on(Turn& turn, const did::Search& event) {
    if (turn.visit.screen != Screen::Catalogue)
        return;
    turn.visit.search = event.words;
    search(turn.visit);
}

} // namespace guichet::visit
