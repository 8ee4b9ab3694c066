// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/keys.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace guichet::procedure {

namespace {

using enum ValueKind;

constexpr auto procedure_keys = std::to_array<Key>({
    {"procedure", Slug, true},
    {"title", Text, true},
    {"summary", Text},
    {"theme", Word, true},
    {"duration", Text},
    {"words", Words},
    {"verified", Map, true},
    {"need", Mixed},
    {"steps", Maps, true},
    {"checks", Maps},
    {"exits", Maps},
    {"deliver", Words},
    {"next", Mixed},
    {"send_to", Text},
    {"human", Map, true},
});
constexpr auto verified_keys = std::to_array<Key>({
    {"on", DateValue, true},
    {"source", Word, true},
});
constexpr auto need_keys = std::to_array<Key>({
    {"kind", Slug},
    {"label", Text},
    {"help", Text},
});
constexpr auto step_keys = std::to_array<Key>({
    {"step", Id, true},
    {"title", Text, true},
    {"when", Logic},
    {"ask", Maps, true},
});
constexpr auto question_keys = std::to_array<Key>({
    {"question", Id, true}, {"type", Word, true}, {"label", Text, true}, {"name", Text},
    {"help", Text},         {"read", Words},      {"when", Logic},       {"required", Bool},
    {"unknown", Bool},      {"none", Text},       {"notes", Text},       {"min", Whole},
    {"max", Whole},         {"options", Maps},    {"other", Bool},       {"item", Map},
    {"kinds", Words},       {"pattern", Word},    {"partial", Bool},     {"unlisted", Text},
});
constexpr auto option_keys = std::to_array<Key>({
    {"id", Id, true},
    {"label", Text, true},
    {"help", Text},
});
constexpr auto item_keys = std::to_array<Key>({
    {"name", Text, true},
    {"ask", Maps, true},
});
constexpr auto check_keys = std::to_array<Key>({
    {"that", Logic, true},
    {"say", Text, true},
    {"at", Id},
});
constexpr auto exit_keys = std::to_array<Key>({
    {"when", Logic, true},
    {"title", Text, true},
    {"say", Text, true},
});
constexpr auto human_keys = std::to_array<Key>({
    {"phone", Word, true},
    {"hours", Word},
    {"help", Text},
    {"counter", Text, true},
    {"paper", Word},
});
constexpr auto document_keys = std::to_array<Key>({
    {"kind", Slug, true},  {"name", Text, true}, {"mrz", Bool},          {"words", Words},
    {"enough", Whole},     {"titles", Words},    {"unless", Words},      {"apart", Words},
    {"aside", Words},      {"others", Words},    {"codes", Words},       {"fallback", Bool},
    {"code-types", Words}, {"zones", Words},     {"answers", Slug},      {"sides", Maps},
    {"valid", Map},        {"sums", Maps},       {"fields", Maps, true},
});
constexpr auto other_papers_keys = std::to_array<Key>({
    {"papers", Maps, true},
});
constexpr auto other_paper_keys = std::to_array<Key>({
    {"paper", Slug, true},
    {"name", Text, true},
    {"titles", Words, true},
});
constexpr auto field_keys = std::to_array<Key>({
    {"field", Slug, true}, {"label", Text, true}, {"mrz", Word},   {"code", Words},
    {"near", Words},       {"format", Word},      {"where", Word}, {"take", Word},
    {"row", Whole},        {"beside", Slug},      {"list", Words}, {"anywhere", Bool},
    {"section", Words},    {"told", Map},         {"column", Map}, {"otherwise", Word},
    {"given-of", Slug},    {"minus", Words},      {"plain", Bool}, {"piece", Map},
    {"day-of", Slug},      {"given", Words},
});
constexpr auto told_keys = std::to_array<Key>({
    {"after", Words},
    {"until", Words},
    {"before", Words},
    {"sentence", Words},
    {"from", Words},
});
constexpr auto column_keys = std::to_array<Key>({
    {"rows", Words, true},
    {"heads", Words, true},
});
constexpr auto piece_keys = std::to_array<Key>({
    {"of", Slug, true},
    {"from", Whole, true},
    {"length", Whole, true},
    {"apart", Bool},
});
constexpr auto side_keys = std::to_array<Key>({
    {"side", Slug, true},
    {"name", Text, true},
    {"words", Words},
    {"fields", Words},
});
constexpr auto sum_keys = std::to_array<Key>({
    {"total", Slug, true},
    {"of", Words, true},
    {"falls", Bool},
});
constexpr auto valid_keys = std::to_array<Key>({
    {"until", Slug},
    {"from", Slug},
    {"years", Whole},
    {"birth", Slug},
    {"extended-from", DateValue},
    {"extended-until", DateValue},
    {"extended-by", Whole},
});

constexpr auto delivery_names = std::to_array<std::string_view>({
    "recap-pdf",
    "cerfa",
    "demarche-numerique",
    "letter",
    "mail",
});

/// Levenshtein's distance: how many letters to add, drop or change.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto changed = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

namespace keys {

const std::span<const Key> procedure(procedure_keys);
const std::span<const Key> verified(verified_keys);
const std::span<const Key> need(need_keys);
const std::span<const Key> step(step_keys);
const std::span<const Key> question(question_keys);
const std::span<const Key> option(option_keys);
const std::span<const Key> item(item_keys);
const std::span<const Key> check(check_keys);
const std::span<const Key> exit(exit_keys);
const std::span<const Key> human(human_keys);
const std::span<const Key> document(document_keys);
const std::span<const Key> other_papers(other_papers_keys);
const std::span<const Key> other_paper(other_paper_keys);
const std::span<const Key> field(field_keys);
const std::span<const Key> told(told_keys);
const std::span<const Key> column(column_keys);
const std::span<const Key> piece(piece_keys);
const std::span<const Key> side(side_keys);
const std::span<const Key> valid(valid_keys);
const std::span<const Key> sum(sum_keys);

} // namespace keys

std::span<const std::string_view> deliveries() {
    return delivery_names;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> names) {
    if (word.size() > 60)
        return {};
    auto nearest = word.size() < 4 ? std::size_t{2} : std::max<std::size_t>(3, word.size() / 3 + 1);
    std::string_view best;
    for (const auto name : names) {
        const auto far = name.size() > 60 ? nearest : distance(word, name);
        if (far < nearest) {
            nearest = far;
            best = name;
        }
    }
    return best.empty() ? std::string() : " (did you mean \"" + std::string(best) + "\"?)";
}

} // namespace guichet::procedure
