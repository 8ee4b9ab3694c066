#include "scan/text/format.hpp"

#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace guichet::scan {

namespace {

using Words = std::vector<const Word*>;

/// Below this a character is marked as one that could be another.
constexpr float sure_enough = 0.8F;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Grows a value together with where it came from.
class Builder {
public:
    void add(const Word& word, std::string_view text) {
        const double mean = mean_of(word);
        if (m_extract.value.empty() && m_count == 0)
            m_extract.box = word.box;
        include(word.box);
        const auto letters = letter_count(text);
        const bool whole = letters == word.sureness.size();
        for (std::size_t i = 0; i < letters; ++i) {
            const float sure = whole ? word.sureness[i] : static_cast<float>(mean);
            if (sure < sure_enough)
                m_extract.doubtful.push_back(static_cast<int>(m_letters + i));
            m_sum += sure;
            m_count += 1;
        }
        m_extract.value += text;
        m_letters += letters;
    }

    void separate(std::string_view text) {
        m_extract.value += text;
        m_letters += letter_count(text);
    }

    bool empty() const { return m_count == 0; }
    const std::string& value() const { return m_extract.value; }

    Extract take() {
        m_extract.sureness = m_count > 0 ? m_sum / m_count : 0;
        return std::move(m_extract);
    }

private:
    static double mean_of(const Word& word) {
        double sum = 0;
        for (const float sure : word.sureness)
            sum += sure;
        return word.sureness.empty() ? 0 : sum / static_cast<double>(word.sureness.size());
    }

    void include(const Box& box) {
        auto& all = m_extract.box;
        const int right = std::max(all.x + all.width, box.x + box.width);
        const int bottom = std::max(all.y + all.height, box.y + box.height);
        all.x = std::min(all.x, box.x);
        all.y = std::min(all.y, box.y);
        all.width = right - all.x;
        all.height = bottom - all.y;
    }

    Extract m_extract;
    std::size_t m_letters{};
    double m_sum{};
    double m_count{};
};

/// The digits of a word that is a number but for letters OCR takes for digits; empty when it is
/// none. Points and brackets around it are dropped.
std::string digits_of(const Word& word) {
    constexpr std::string_view lookalikes = "OoQIl|SBZ";
    constexpr std::string_view meant = "000111582";
    std::string digits;
    std::size_t changed = 0;
    for (const char c : word.text) {
        const auto like = lookalikes.find(c);
        if (is_digit(c))
            digits += c;
        else if (like != std::string_view::npos && c != '|') {
            digits += meant[like];
            ++changed;
        } else if (c != '.' && c != '(' && c != ')' && c != ':')
            return {};
    }
    return changed * 2 > digits.size() ? std::string() : digits;
}

std::optional<Extract>
digits(const Words& words, std::size_t wanted, const std::function<bool(std::string_view)>& check) {
    std::optional<Extract> first;
    for (std::size_t start = 0; start < words.size(); ++start) {
        Builder builder;
        for (std::size_t i = start; i < words.size() && builder.value().size() < wanted; ++i) {
            const auto part = digits_of(*words[i]);
            if (part.empty())
                break;
            builder.add(*words[i], part);
        }
        if (builder.value().size() != wanted)
            continue;
        auto found = builder.take();
        found.proven = check && check(found.value);
        found.refuted = check && !found.proven;
        if (!check || found.proven)
            return found;
        if (!first)
            first = std::move(found);
    }
    return first;
}

/// Splits "450,50" into whole and cents; false when it is no amount.
bool amount_of(const Word& word, std::string& whole, std::string& cents) {
    auto text = word.text;
    for (const std::string_view sign : {"€", "EUR"})
        if (text.ends_with(sign))
            text.resize(text.size() - sign.size());
    const auto comma = text.find(',');
    whole = text.substr(0, comma);
    cents = comma == std::string::npos ? "" : text.substr(comma + 1);
    return !whole.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(cents, is_digit) &&
           (comma == std::string::npos || cents.size() == 2);
}

std::optional<Extract> money(const Words& words) {
    std::string whole;
    std::string cents;
    std::size_t i = 0;
    while (i < words.size() && !amount_of(*words[i], whole, cents))
        ++i;
    if (i == words.size())
        return std::nullopt;
    Builder builder;
    builder.add(*words[i], whole);
    bool grouped = whole.size() <= 3;
    const Box* last = &words[i]->box;
    for (++i; grouped && cents.empty() && i < words.size(); ++i) {
        const int gap = words[i]->box.x - last->x - last->width;
        grouped = amount_of(*words[i], whole, cents) && whole.size() == 3 && gap < last->height;
        if (grouped)
            builder.add(*words[i], whole);
        else
            cents.clear();
        last = &words[i]->box;
    }
    if (!cents.empty() && cents != "00")
        builder.separate("," + cents);
    return builder.take();
}

std::optional<Extract> number(const Words& words) {
    for (const auto* word : words) {
        const auto text = word->text;
        const auto odd =
            std::ranges::count_if(text, [](char c) { return !is_digit(c) && c != ','; });
        if (odd > 0 || text.empty() || !is_digit(text.front()) || !is_digit(text.back()))
            continue;
        Builder builder;
        builder.add(*word, text);
        return builder.take();
    }
    return std::nullopt;
}

int month_of(const Word& word) {
    constexpr std::array<std::string_view, 12> months{
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre"};
    for (std::size_t m = 0; m < months.size(); ++m)
        if (alike(months[m], word.folded))
            return static_cast<int>(m) + 1;
    return 0;
}

std::optional<std::string> iso(int year, int month, int day) {
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year < 1880 || year > 2100)
        return std::nullopt;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return text.data();
}

std::optional<Extract> date(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        int day = 0;
        int month = 0;
        int year = 0;
        const auto& text = words[i]->text;
        std::optional<std::string> value;
        std::size_t used = 1;
        // NOLINTNEXTLINE(cert-err34-c): three bounded numbers, then checked as a date
        if (std::sscanf(text.c_str(), "%2d%*1[./-]%2d%*1[./-]%4d", &day, &month, &year) == 3)
            value = iso(year, month, day);
        else if (i + 2 < words.size() && month_of(*words[i + 1]) > 0) {
            day = static_cast<int>(std::strtol(text.c_str(), nullptr, 10));
            year = static_cast<int>(std::strtol(words[i + 2]->text.c_str(), nullptr, 10));
            value = iso(year, month_of(*words[i + 1]), day);
            used = 3;
        }
        if (!value)
            continue;
        Builder builder;
        for (std::size_t k = i; k < i + used; ++k)
            builder.add(*words[k], k == i ? *value : "");
        auto found = builder.take();
        found.doubtful.clear(); // the characters of the value are not those printed
        return found;
    }
    return std::nullopt;
}

bool is_name(const Word& word) {
    const auto letters = fold(word.text);
    return letters.size() >= 2 && std::ranges::none_of(word.text, is_digit) &&
           word.text.find(':') == std::string::npos && word.text.find('(') == std::string::npos;
}

std::optional<Extract> name(const Words& words) {
    Builder builder;
    const Word* last = nullptr;
    int count = 0;
    for (const auto* word : words) {
        const bool far = last != nullptr &&
                         (word->box.x - last->box.x - last->box.width > 2 * last->box.height ||
                          word->box.y > last->box.y + last->box.height);
        if (far || !is_name(*word) || count == 4) {
            if (last == nullptr && fold(word->text).size() < 2)
                continue; // a colon or a bracket before the name
            break;
        }
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*word, word->text);
        last = word;
        ++count;
    }
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

/// Everything up to the postal code and the town after it.
std::optional<Extract> address(const Words& words) {
    Builder builder;
    for (std::size_t i = 0; i < words.size() && i < 20; ++i) {
        const auto code = digits_of(*words[i]);
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*words[i], words[i]->text);
        if (code.size() != 5 || i + 1 >= words.size())
            continue;
        for (std::size_t k = i + 1; k < words.size() && is_name(*words[k]); ++k) {
            if (words[k]->box.y > words[i]->box.y + words[i]->box.height)
                break;
            builder.separate(" ");
            builder.add(*words[k], words[k]->text);
        }
        return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> as_it_is(const Words& words) {
    Builder builder;
    for (const auto* word : words) {
        if (!builder.empty())
            builder.separate(" ");
        builder.add(*word, word->text);
    }
    return builder.empty() ? std::nullopt : std::optional(builder.take());
}

} // namespace

bool is_tax_number(std::string_view digits) {
    if (digits.size() != 13 || !std::ranges::all_of(digits, is_digit) || digits.front() > '3')
        return false;
    long first = 0;
    for (const char c : digits.substr(0, 10))
        first = first * 10 + (c - '0');
    long last = 0;
    for (const char c : digits.substr(10))
        last = last * 10 + (c - '0');
    return first % 511 == last;
}

std::optional<Extract> extract(std::string_view format, const std::vector<const Word*>& words) {
    constexpr std::string_view counted = "digits:";
    if (format == "date")
        return date(words);
    if (format == "money")
        return money(words);
    if (format == "number")
        return number(words);
    if (format == "tax-number")
        return digits(words, 13, is_tax_number);
    if (format.starts_with(counted)) {
        const std::string count(format.substr(counted.size()));
        return digits(words, std::strtoul(count.c_str(), nullptr, 10), nullptr);
    }
    if (format == "name")
        return name(words);
    if (format == "address")
        return address(words);
    return as_it_is(words);
}

} // namespace guichet::scan
