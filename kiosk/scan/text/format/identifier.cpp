// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/bic.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace guichet::scan {

namespace {

/// Two numbers of one key digit each agree by chance once in a hundred: proof only when every
/// character was also read clearly. A single one, once in ten, is no proof at all.
enum class Key { None, Weak, Strong };

/// What the characters of an identifier look like.
struct Shape {
    std::string_view format;
    std::size_t least;
    std::size_t most;
    bool letters;
    Key key;
};

constexpr auto shapes = std::to_array<Shape>({
    {"nir", 15, 15, true, Key::Strong},
    {"iban", 14, 34, true, Key::Strong},
    {"tax-number", 13, 13, false, Key::Strong},
    {"siret", 14, 14, false, Key::Weak},
    {"siren", 9, 9, false, Key::None},
    {"bic", 8, 11, true, Key::None},
    {"phone", 10, 12, false, Key::None},
    {"plate", 7, 8, true, Key::None},
    {"vin", 17, 17, true, Key::None},
    {"vehicle-type", 11, 15, true, Key::None},
    {"caf-number", 7, 8, true, Key::None},
    {"tax-reference", 13, 13, true, Key::None},
    {"naf", 5, 5, true, Key::None},
});

constexpr int least_iban_digits = 10;

/// The rule of the question of that type: said once, in procedure.
bool answers(std::string_view type, const std::string& value) {
    const auto* found = procedure::find_type(type);
    return found != nullptr && found->parse({}, {.parts = {value}, .chosen = {}}).has_value();
}

bool all(std::string_view text, bool (*is)(char)) {
    return std::ranges::all_of(text, is);
}

/// SIV: AA-123-AA, letters without I, O and U; before 2009: 1234 AB 75.
bool is_plate(std::string_view text) {
    const auto letter = [](char c) { return is_capital(c) && c != 'I' && c != 'O' && c != 'U'; };
    if (text.size() == 7 && std::ranges::all_of(text.substr(0, 2), letter) &&
        std::ranges::all_of(text.substr(5), letter) && all(text.substr(2, 3), is_digit))
        return true;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits]))
        ++digits;
    std::size_t letters = digits;
    while (letters < text.size() && is_capital(text[letters]))
        ++letters;
    return digits >= 2 && digits <= 4 && letters - digits >= 2 && letters - digits <= 3 &&
           text.size() - letters == 2 && all(text.substr(letters), is_digit);
}

/// ISO 3779: no I, O or Q; the last four are digits. "M10HYUVP072F35903" is a national type with
/// the code behind it.
bool is_vin(std::string_view text) {
    return text.size() == 17 && text.substr(1, 2) != "10" && all(text.substr(13), is_digit) &&
           std::ranges::none_of(text, [](char c) { return c == 'I' || c == 'O' || c == 'Q'; }) &&
           std::ranges::any_of(text.substr(0, 3), is_capital);
}

/// Where the letters of make and kind end in a national type; behind them a zero is none of them.
constexpr std::size_t letters_until = 8;

/// A vehicle's national type (CNIT): a letter and, since 2009, two digits, the make and the kind of
/// vehicle in letters: "M10RENVP…"; before: "MCT5102PX318".
bool is_vehicle_type(std::string_view text) {
    constexpr std::size_t since_2009 = 15;
    constexpr std::size_t least_digits = 3;
    const bool digits =
        text.size() < since_2009 || (all(text.substr(1, 2), is_digit) &&
                                     text.find('O', letters_until) == std::string_view::npos);
    return digits && is_capital(text.front()) &&
           static_cast<std::size_t>(std::ranges::count_if(text, is_digit)) >= least_digits;
}

bool fits(std::string_view format, const std::string& value) {
    if (format == "bic")
        return is_bic(value);
    if (format == "plate")
        return is_plate(value);
    if (format == "vin")
        return is_vin(value);
    if (format == "vehicle-type")
        return is_vehicle_type(value);
    if (format == "caf-number")
        return all(std::string_view(value).substr(0, 7), is_digit) &&
               (value.size() == 7 || is_capital(value[7]));
    if (format == "iban" && std::ranges::count_if(value, is_digit) < least_iban_digits)
        return false; // words whose letters add up by chance
    if (format == "naf")
        return all(std::string_view(value).substr(0, 4), is_digit) && is_capital(value[4]);
    if (format == "tax-reference") // the year first, and at most one letter
        return all(std::string_view(value).substr(0, 2), is_digit) &&
               std::ranges::count_if(value, is_capital) <= 1;
    return answers(format == "siren" ? "siret" : format, value);
}

/// Capitals and digits of a word, separators dropped; nullopt when it holds anything else.
std::optional<std::string> signs_of(const Word& word, bool letters) {
    std::string signs;
    for (const char c : without_comma(word)) {
        const bool separator = c == '.' || c == '-' || c == '(' || c == ')' || c == '|' ||
                               c == ':' || c == '/' || c == '[' || c == ']' || c == '+';
        if (is_digit(c) || (letters && is_capital(c)))
            signs += c;
        else if (!separator)
            return std::nullopt;
    }
    return signs;
}

/// Letters that OCR took for digits, as digits again from place `from` on.
std::string repaired(std::string signs, std::size_t from) {
    constexpr std::string_view lookalikes = "OQDILSBZG";
    constexpr std::string_view meant = "000115826";
    for (std::size_t i = from; i < signs.size(); ++i)
        if (const auto like = lookalikes.find(signs[i]); like != std::string_view::npos)
            signs[i] = meant[like];
    return signs;
}

/// Everything an identifier could be that begins with word `start`, one word more each time.
class Grower {
public:
    Grower(const Shape& shape, const Words& words, std::size_t start)
        : m_shape(shape), m_words(words), m_next(start) {}

    /// False when it cannot grow any more.
    bool grow() {
        const bool ended = !m_signs.empty() && ends_part(*m_words[m_next - 1]);
        if (m_next >= m_words.size() || m_signs.size() >= m_shape.most || ended)
            return false;
        const auto& word = *m_words[m_next];
        if (m_shape.format == "nir" && leads_to_key(word)) {
            ++m_next;
            return true;
        }
        const bool digits_only = !m_shape.letters;
        const auto part =
            digits_only ? std::optional(digits_of(word)) : signs_of(word, m_shape.letters);
        if (!part || (part->empty() && (m_signs.empty() || digits_only)))
            return false;
        m_signs += *part;
        m_builder.add_digits(word, *part);
        ++m_next;
        return m_signs.size() <= m_shape.most;
    }

    const std::string& signs() const { return m_signs; }

    /// What has grown so far, as `value`.
    Extract extract(const std::string& value) const {
        auto extract = Builder(m_builder).take();
        const bool same = extract.value == value;
        extract.value = value;
        const bool fits_now = fits(m_shape.format, value);
        const bool clear = same && extract.doubtful.empty();
        extract.proven =
            fits_now && (m_shape.key == Key::Strong || (m_shape.key == Key::Weak && clear));
        extract.refuted = !fits_now;
        if (!same && !extract.proven) // repaired without a key that says so
            mark_all(extract);
        return extract;
    }

private:
    /// "2670999350416 clé 50", "2 67 09 99 350 416 – 50".
    bool leads_to_key(const Word& word) const {
        constexpr std::size_t without_key = 13;
        return (!m_signs.empty() && word.folded == "cle") ||
               (m_signs.size() == without_key && word.folded.empty());
    }

    static void mark_all(Extract& extract) {
        extract.doubtful.clear();
        for (int i = 0; i < static_cast<int>(extract.value.size()); ++i)
            extract.doubtful.push_back(i);
    }

    const Shape& m_shape;
    const Words& m_words;
    std::size_t m_next;
    std::string m_signs;
    Builder m_builder;
};

/// A VIN has no I, O or Q: what looks like one is a digit.
std::string vehicle_signs(std::string signs) {
    for (char& c : signs)
        c = c == 'O' || c == 'Q' ? '0' : c == 'I' ? '1' : c;
    return signs;
}

/// Behind the first letter of a vehicle's type stand two digits.
std::string type_signs(std::string signs) {
    const auto digits = vehicle_signs(signs.substr(0, 3));
    signs.replace(1, 2, digits, 1, 2);
    if (signs.size() > letters_until)
        std::replace(
            signs.begin() + static_cast<std::ptrdiff_t>(letters_until), signs.end(), 'O', '0'
        );
    return signs;
}

/// The last sign of an activity code (NAF rév. 2) is a letter, the others are digits.
std::string activity_signs(std::string signs) {
    constexpr std::string_view lookalikes = "2780456";
    constexpr std::string_view meant = "ZZBDASG";
    if (signs.size() != 5)
        return signs;
    auto last = signs.back();
    signs = repaired(signs, 0);
    if (const auto like = lookalikes.find(last); like != std::string_view::npos)
        last = meant[like];
    signs.back() = last;
    return signs;
}

/// From which place on letters can only be misread digits.
std::size_t digits_from(std::string_view format) {
    return format == "iban" ? 2 : 0;
}

/// With its misread signs mended, where its format can tell that it is right then.
std::optional<std::string> mended(const Shape& shape, const std::string& signs) {
    const bool vehicle = shape.format == "vin";
    const bool type = shape.format == "vehicle-type";
    const bool activity = shape.format == "naf";
    if (shape.key == Key::None && !vehicle && !type && !activity)
        return std::nullopt;
    auto better = vehicle    ? vehicle_signs(signs)
                  : type     ? type_signs(signs)
                  : activity ? activity_signs(signs)
                             : repaired(signs, digits_from(shape.format));
    const bool helps = better != signs && fits(shape.format, better);
    return helps ? std::optional(std::move(better)) : std::nullopt;
}

/// Whether it looks like a number of that shape in all but its key.
bool is_whole_number(const Shape& shape, const std::string& signs) {
    return shape.key != Key::None && shape.least == shape.most && signs.size() == shape.most &&
           all(signs, is_digit);
}

/// What begins with one word.
struct Beginning {
    std::optional<Extract> fitting;
    std::optional<Extract> refuted; ///< by its key
};

/// "IBANFR76…", where the word and the number were read as one.
std::string without_word(const std::string& signs) {
    constexpr std::string_view word = "IBAN";
    return signs.starts_with(word) ? signs.substr(word.size()) : signs;
}

Beginning identifier_at(const Shape& shape, const Words& words, std::size_t start) {
    Grower grower(shape, words, start);
    Beginning found;
    while (grower.grow()) {
        const auto& signs = grower.signs();
        if (signs.size() < shape.least)
            continue;
        if (fits(shape.format, signs)) {
            found.fitting =
                grower.extract(without_word(signs)); // a longer one may fit: a BIC of 11
        } else if (const auto better = mended(shape, signs)) {
            found.fitting = grower.extract(*better);
            return found;
        } else if (is_whole_number(shape, signs)) {
            found.refuted = grower.extract(signs);
        }
    }
    if (found.fitting && shape.format == "bic" && is_cut_bic(grower.signs()))
        found.fitting->refuted = true; // whatever its last boxes say was not read
    return found;
}

std::optional<Extract> identifier(const Shape& shape, const Words& words) {
    std::optional<Extract> refuted;
    for (std::size_t start = 0; start < words.size(); ++start) {
        auto found = identifier_at(shape, words, start);
        if (found.fitting)
            return std::move(found.fitting);
        if (!refuted)
            refuted = std::move(found.refuted);
    }
    return refuted;
}

} // namespace

std::optional<Extract> extract_email(const Words& words) {
    for (const auto* word : words) {
        if (word->text.find('@') == std::string::npos || !answers("email", word->text))
            continue;
        Builder builder;
        builder.add(*word, word->text);
        return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> extract_identifier(std::string_view format, const Words& words) {
    const auto* shape = std::ranges::find(shapes, format, &Shape::format);
    return shape == shapes.end() ? std::nullopt : identifier(*shape, words);
}

} // namespace guichet::scan
