// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/type.hpp"
#include "scan/text/bic.hpp"
#include "scan/text/build.hpp"
#include "scan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <functional>

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
    {"caf-number", 7, 8, true, Key::None},
});

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

/// ISO 3779: no I, O or Q; the last four are digits.
bool is_vin(std::string_view text) {
    return text.size() == 17 && all(text.substr(13), is_digit) &&
           std::ranges::none_of(text, [](char c) { return c == 'I' || c == 'O' || c == 'Q'; }) &&
           std::ranges::any_of(text.substr(0, 3), is_capital);
}

bool fits(std::string_view format, const std::string& value) {
    if (format == "bic")
        return is_bic(value);
    if (format == "plate")
        return is_plate(value);
    if (format == "vin")
        return is_vin(value);
    if (format == "caf-number")
        return all(std::string_view(value).substr(0, 7), is_digit) &&
               (value.size() == 7 || is_capital(value[7]));
    return answers(format == "siren" ? "siret" : format, value);
}

/// Capitals and digits of a word, separators dropped; nullopt when it holds anything else.
std::optional<std::string> signs_of(const Word& word, bool letters) {
    std::string signs;
    for (const char c : word.text) {
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
        if (m_next >= m_words.size() || m_signs.size() >= m_shape.most)
            return false;
        const auto& word = *m_words[m_next];
        const bool digits_only = !m_shape.letters;
        const auto part =
            digits_only ? std::optional(digits_of(word)) : signs_of(word, m_shape.letters);
        if (!part || (part->empty() && (m_signs.empty() || digits_only)))
            return false;
        m_signs += *part;
        m_builder.add(word, *part);
        ++m_next;
        return m_signs.size() <= m_shape.most;
    }

    const std::string& signs() const { return m_signs; }

    Extract take(const std::string& value) {
        auto extract = m_builder.take();
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

/// From which place on letters can only be misread digits.
std::size_t digits_from(std::string_view format) {
    return format == "iban" ? 2 : 0;
}

std::optional<Extract> identifier(const Shape& shape, const Words& words) {
    std::optional<Extract> refuted;
    for (std::size_t start = 0; start < words.size(); ++start) {
        Grower grower(shape, words, start);
        std::optional<Extract> fitting;
        while (grower.grow()) {
            const auto& signs = grower.signs();
            if (signs.size() < shape.least)
                continue;
            if (fits(shape.format, signs)) {
                auto copy = grower; // a longer one may fit too: a BIC of 8 signs or 11
                fitting = copy.take(signs);
                continue;
            }
            const bool vehicle = shape.format == "vin";
            const auto mended =
                vehicle ? vehicle_signs(signs) : repaired(signs, digits_from(shape.format));
            if ((shape.key != Key::None || vehicle) && mended != signs &&
                fits(shape.format, mended))
                return grower.take(mended);
            const bool looks = shape.key != Key::None && shape.least == shape.most &&
                               signs.size() == shape.most && all(signs, is_digit);
            if (looks && !refuted) {
                auto copy = grower;
                refuted = copy.take(signs);
            }
        }
        const bool is_cut = shape.format == "bic" && is_cut_bic(grower.signs());
        if (fitting && is_cut) // whatever its last boxes say was not read
            fitting->refuted = true;
        if (fitting)
            return fitting;
    }
    return refuted;
}

/// A word with a digit in it, of four characters or more, and the digits that go on after it.
std::optional<Extract> reference(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto text = words[i]->text;
        while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ':'))
            text.pop_back();
        const auto digits = std::ranges::count_if(text, is_digit);
        const bool plain = std::ranges::all_of(text, [](char c) {
            return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '/' ||
                   c == '.' || c == '_';
        });
        if (!plain || digits == 0)
            continue;
        Builder builder;
        builder.add(*words[i], text);
        for (++i; i < words.size() && builder.value().size() < 30; ++i) {
            const auto& last = *words[i - 1];
            const bool near = words[i]->box.x - last.box.x - last.box.width < last.box.height;
            const auto more = digits_of(*words[i]);
            if (!near || more.empty() || more.size() > 6)
                break;
            builder.separate(" ");
            builder.add(*words[i], more);
        }
        if (letter_count(builder.value()) >= 4)
            return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> email(const Words& words) {
    for (const auto* word : words) {
        if (word->text.find('@') == std::string::npos || !answers("email", word->text))
            continue;
        Builder builder;
        builder.add(*word, word->text);
        return builder.take();
    }
    return std::nullopt;
}

} // namespace

std::optional<Extract> extract_digits(std::size_t least, std::size_t most, const Words& words) {
    for (std::size_t start = 0; start < words.size(); ++start) {
        Builder builder;
        for (std::size_t i = start; i < words.size() && builder.value().size() < most; ++i) {
            const auto part = digits_of(*words[i]);
            const bool far =
                i > start && words[i]->box.x - words[i - 1]->box.x - words[i - 1]->box.width >
                                 3 * std::max(words[i]->box.height, 1);
            if (part.empty() || builder.value().size() + part.size() > most ||
                (far && builder.value().size() >= least))
                break;
            builder.add(*words[i], part);
            if (part != words[i]->text && part.size() == words[i]->text.size())
                builder.mark_last(part.size()); // letters taken for digits, and nothing proves it
        }
        if (builder.value().size() >= least)
            return builder.take();
    }
    return std::nullopt;
}

std::optional<Extract> extract_identifier(std::string_view format, const Words& words) {
    if (format == "reference")
        return reference(words);
    if (format == "email")
        return email(words);
    const auto* shape = std::ranges::find(shapes, format, &Shape::format);
    return shape == shapes.end() ? std::nullopt : identifier(*shape, words);
}

} // namespace guichet::scan
