// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/format/format.hpp"

#include "scan/text/boxes.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace guichet::scan {

namespace {

using Family = std::optional<Extract> (*)(std::string_view format, const Words& words);

/// Of a family that is one format.
template <std::optional<Extract> (*Only)(const Words&)>
std::optional<Extract> only(std::string_view /*format*/, const Words& words) {
    return Only(words);
}

/// What other parts of the reading want to know of a format: the questions of format.hpp.
namespace trait {
constexpr unsigned key = 1;
constexpr unsigned shaped = 2;
constexpr unsigned bounded = 4;
constexpr unsigned figures = 8;
constexpr unsigned day = 16;
constexpr unsigned person = 32;
constexpr unsigned wordy = 64;
} // namespace trait

struct Format {
    std::string_view name;
    Family family;
    unsigned traits;
};

/// All formats but "digits:". A new one is a line here and what takes it out of words.
constexpr auto formats = std::to_array<Format>({
    {"nir", extract_identifier, trait::key | trait::shaped | trait::figures},
    {"iban", extract_identifier, trait::key | trait::shaped | trait::figures},
    {"tax-number", extract_identifier, trait::key | trait::figures},
    {"siret", extract_identifier, trait::shaped | trait::bounded | trait::figures},
    {"siren", extract_identifier, trait::bounded | trait::figures},
    {"bic", extract_identifier, trait::shaped},
    {"phone", extract_identifier, trait::bounded | trait::figures},
    {"email", only<extract_email>, 0},
    {"plate", extract_identifier, trait::shaped},
    {"vin", extract_identifier, trait::shaped},
    {"vehicle-type", extract_identifier, 0},
    {"caf-number", extract_identifier, trait::figures},
    {"tax-reference", extract_identifier, trait::bounded | trait::figures},
    {"naf", extract_identifier, trait::figures},
    {"reference", only<extract_reference>, trait::figures},
    {"office", only<extract_office>, trait::figures},
    {"act-number", only<extract_act_number>, trait::figures},
    {"delivery-point", only<extract_delivery_point>, trait::bounded | trait::figures},
    {"grade", only<extract_grade>, trait::figures},
    {"money", extract_amount, trait::bounded | trait::figures},
    {"number", extract_amount, trait::figures},
    {"percent", extract_amount, 0},
    {"height", extract_amount, 0},
    {"date", extract_date, trait::bounded | trait::figures | trait::day},
    {"day", extract_date, trait::bounded | trait::figures | trait::day},
    {"month", extract_date, trait::bounded | trait::figures},
    {"name", extract_words, trait::person | trait::wordy},
    {"names", extract_words, trait::person | trait::wordy},
    {"place", extract_words, trait::wordy},
    {"authority", extract_words, 0},
    {"address", extract_words, trait::wordy},
    {"sex", extract_words, 0},
    {"words", extract_words, trait::wordy},
});

constexpr auto names = [] {
    std::array<std::string_view, formats.size()> all{};
    std::ranges::transform(formats, all.begin(), &Format::name);
    return all;
}();

constexpr std::string_view counted = "digits:";

const Format* find(std::string_view name) {
    const auto* found = std::ranges::find(formats, name, &Format::name);
    return found == formats.end() ? nullptr : &*found;
}

/// Whether a format of the table has it.
bool has(std::string_view format, unsigned trait) {
    const auto* found = find(format);
    return found != nullptr && (found->traits & trait) != 0;
}

struct Counts {
    std::size_t least{};
    std::size_t most{};
};

/// "digits:13" or "digits:4-8"; nullopt when it is neither.
std::optional<Counts> counts_of(std::string_view format) {
    if (!format.starts_with(counted))
        return std::nullopt;
    Counts counts;
    const auto* end = format.data() + format.size();
    auto number = std::from_chars(format.data() + counted.size(), end, counts.least);
    counts.most = counts.least;
    if (number.ec == std::errc() && number.ptr != end && *number.ptr == '-')
        number = std::from_chars(number.ptr + 1, end, counts.most);
    const bool right = number.ec == std::errc() && number.ptr == end && counts.least > 0 &&
                       counts.least <= counts.most && counts.most <= 40;
    return right ? std::optional(counts) : std::nullopt;
}

/// As a machine-readable zone may write them (Doc 9303-3, 6): Ä AE, Ö OE, Ü UE, Å AA.
std::string with_umlauts(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs{
        {{"Ä", "AE"},
         {"ä", "ae"},
         {"Ö", "OE"},
         {"ö", "oe"},
         {"Ü", "UE"},
         {"ü", "ue"},
         {"Å", "AA"},
         {"å", "aa"}}};
    std::string written(text);
    for (const auto& [letter, letters] : pairs)
        for (auto at = written.find(letter); at != std::string::npos; at = written.find(letter))
            written.replace(at, letter.size(), letters);
    return written;
}

} // namespace

std::span<const std::string_view> format_names() {
    return names;
}

bool is_format(std::string_view format) {
    return format.empty() || find(format) != nullptr || counts_of(format);
}

bool is_day_format(std::string_view format) {
    return has(format, trait::day);
}

bool is_name_of_person(std::string_view format) {
    return has(format, trait::person);
}

bool is_wordy(std::string_view format) {
    return format.empty() || has(format, trait::wordy);
}

bool tells_itself(std::string_view format) {
    return has(format, trait::shaped);
}

bool is_value_of(std::string_view format, const std::string& text) {
    const Word word{.text = text, .folded = fold(text), .box = {}, .sureness = {}};
    const auto value = extract(format, {&word});
    return value && same_value(value->value, text);
}

bool has_key(std::string_view format) {
    return has(format, trait::key);
}

bool is_bounded(std::string_view format) {
    return has(format, trait::bounded) || format.starts_with(counted);
}

bool is_address(std::string_view format) {
    return format == "address";
}

bool is_number(std::string_view format) {
    return has(format, trait::figures) || format.starts_with(counted);
}

std::optional<Extract> extract(std::string_view format, const Words& words) {
    if (const auto counts = counts_of(format))
        return extract_digits(counts->least, counts->most, words);
    const auto* found = find(format);
    return found != nullptr ? found->family(format, words) : extract_words("words", words);
}

std::vector<Extract> extract_all(std::string_view format, Words words) {
    std::vector<Extract> all;
    while (auto value = extract(format, words)) {
        std::erase_if(words, [&](const Word* word) {
            return word->box.x < right_edge(value->box);
        });
        all.push_back(std::move(*value));
    }
    return all;
}

namespace {

/// "1 234,5" and "1234.50" as "1234,5", "-12,00" as "-12"; nullopt of what is no number.
std::optional<std::string> decimal_of(std::string_view text) {
    std::string number(text);
    std::erase(number, ' ');
    std::ranges::replace(number, '.', ',');
    const auto digits = std::string_view(number).substr(number.starts_with('-') ? 1 : 0);
    const auto comma = std::min(digits.find(','), digits.size());
    const auto decimals = digits.substr(std::min(comma + 1, digits.size()));
    const bool has_comma = comma < digits.size();
    if (comma == 0 || decimals.size() > 2 || has_comma == decimals.empty() ||
        !std::ranges::all_of(digits.substr(0, comma), is_digit) ||
        !std::ranges::all_of(decimals, is_digit))
        return std::nullopt;
    if (has_comma)
        number.erase(number.find_last_not_of('0') + 1);
    return number.ends_with(',') ? number.substr(0, number.size() - 1) : number;
}

} // namespace

bool same_value(std::string_view a, std::string_view b) {
    const auto number = decimal_of(a);
    const auto other = decimal_of(b);
    if (number && other)
        return *number == *other;
    const auto commas = [](std::string_view text) { // 1,5 is not 15
        std::size_t count = 0;
        for (std::size_t i = 1; i + 1 < text.size(); ++i)
            count += text[i] == ',' && is_digit(text[i - 1]) && is_digit(text[i + 1]) ? 1 : 0;
        return count;
    };
    if (commas(a) != commas(b))
        return false;
    return fold(a) == fold(b) || fold(with_umlauts(a)) == fold(b) ||
           fold(a) == fold(with_umlauts(b));
}

} // namespace guichet::scan
