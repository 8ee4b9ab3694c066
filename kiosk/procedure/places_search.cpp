// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/places.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace guichet::procedure {

namespace {

bool has_word(std::string_view text, std::string_view beginning) {
    for (auto at = text.find(beginning); at != std::string_view::npos;
         at = text.find(beginning, at + 1))
        if (at == 0 || text[at - 1] == ' ')
            return true;
    return false;
}

/// The number that a text begins with, taken from it; nothing when it begins with none.
std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{})
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// "paris 2e" before "paris 10e".
bool comes_first(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const auto of_a = take_number(a);
        const auto of_b = take_number(b);
        if (of_a && of_b && of_a != of_b)
            return *of_a < *of_b;
        if (of_a && of_b)
            continue;
        if (of_a || of_b)
            return of_a.has_value();
        if (a.front() != b.front())
            return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

} // namespace

std::string_view Places::folded(std::size_t commune) const {
    const auto begin = m_begins[commune];
    return std::string_view(m_folded).substr(begin, m_begins[commune + 1] - 1 - begin);
}

std::vector<Commune> Places::communes(std::string_view typed, std::size_t most) const {
    const auto words = fold(typed);
    if (words.empty() || most == 0)
        return {};
    const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
    return digits > 0 ? by_postal_code(
                            std::string_view(words).substr(0, digits),
                            std::string_view(words).substr(digits),
                            most
                        )
                      : by_name(words, most);
}

std::vector<Commune>
Places::by_postal_code(std::string_view digits, std::string_view words, std::size_t most) const {
    while (!words.empty() && words.front() == ' ')
        words.remove_prefix(1);
    std::vector<Commune> found;
    const auto postal = [this](std::size_t i) -> std::string_view {
        return m_communes[i].postal_code;
    };
    for (auto at = std::ranges::lower_bound(m_by_postal, digits, {}, postal);
         at != m_by_postal.end() && found.size() < most && postal(*at).starts_with(digits);
         ++at)
        if (words.empty() || has_word(folded(*at), words))
            found.push_back(m_communes[*at]);
    return found;
}

std::size_t Places::first_from(std::string_view words) const {
    std::size_t low = 0;
    std::size_t high = m_communes.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (folded(middle) < words)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<Commune> Places::by_name(std::string_view words, std::size_t most) const {
    std::vector<std::size_t> first;
    for (auto i = first_from(words);
         i < m_communes.size() && first.size() < most && folded(i).starts_with(words);
         ++i)
        first.push_back(i);
    std::ranges::stable_sort(first, [this](std::size_t a, std::size_t b) {
        return comes_first(folded(a), folded(b));
    });
    std::vector<Commune> found;
    found.reserve(most);
    for (const auto i : first)
        found.push_back(m_communes[i]);
    const auto inside = " " + std::string(words); // "Rochelle": "La Rochelle"
    for (auto at = m_folded.find(inside); at != std::string::npos && found.size() < most;) {
        const auto next = std::ranges::upper_bound(m_begins, at);
        const auto i = static_cast<std::size_t>(next - m_begins.begin()) - 1;
        if (!folded(i).starts_with(words))
            found.push_back(m_communes[i]);
        at = m_folded.find(inside, *next - 1); // once for each name
    }
    return found;
}

const Commune* Places::commune(std::string_view code) const {
    const auto of = [this](std::size_t i) -> std::string_view { return m_communes[i].code; };
    const auto at = std::ranges::lower_bound(m_by_code, code, {}, of);
    return at != m_by_code.end() && of(*at) == code ? &m_communes[*at] : nullptr;
}

const Commune* Places::commune(std::string_view code, std::string_view postal_code) const {
    const auto of = [this](std::size_t i) -> std::string_view { return m_communes[i].code; };
    for (auto at = std::ranges::lower_bound(m_by_code, code, {}, of);
         at != m_by_code.end() && of(*at) == code;
         ++at)
        if (m_communes[*at].postal_code == postal_code)
            return &m_communes[*at];
    return nullptr;
}

const Country* Places::country(std::string_view code) const {
    const auto by_code = std::ranges::lower_bound(m_countries, code, {}, &Country::code);
    if (by_code != m_countries.end() && by_code->code == code)
        return &*by_code;
    const auto by_alpha_3 = std::ranges::find(m_countries, code, &Country::alpha_3);
    return by_alpha_3 == m_countries.end() ? nullptr : &*by_alpha_3;
}

} // namespace guichet::procedure
