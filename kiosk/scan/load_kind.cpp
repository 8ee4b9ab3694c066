// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/load_kind.hpp"

#include "scan/sum.hpp"
#include "scan/text/format/format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace guichet::scan {

namespace {

namespace keys = procedure::keys;
using procedure::boolean_of;
using procedure::date_of;
using procedure::maps_of;
using procedure::message_of;
using procedure::quote;
using procedure::scalars_of;
using procedure::whole_of;
using procedure::word_of;
using procedure::Yaml;

constexpr std::array<std::string_view, 6> where_names{
    "any", "right", "below", "above", "around", "sentence"};
constexpr std::array<std::string_view, 14> otherwise_names{
    "nowhere",
    "addressee",
    "addressees",
    "second",
    "address",
    "sender",
    "company",
    "dateline",
    "month",
    "begin",
    "end",
    "only",
    "town-hall",
    "heading"};
constexpr std::array<std::string_view, 4> take_names{"first", "last", "largest", "all"};

std::vector<std::string> words_of(const Yaml& map, std::string_view key) {
    std::vector<std::string> words;
    for (const auto* word : scalars_of(map, key))
        words.push_back(word->text);
    return words;
}

int number_of(const Yaml& map, std::string_view key, int otherwise) {
    return static_cast<int>(whole_of(map, key).value_or(otherwise));
}

class Loader {
public:
    explicit Loader(procedure::Reader& reader) : m_reader(reader) {}

    Kind load(const Yaml& root, const std::string& stem) {
        Kind kind;
        if (!m_reader.check_map(root, keys::document, "a kind of document"))
            return kind;
        kind.id = word_of(root, "kind");
        if (!kind.id.empty() && kind.id != stem)
            m_reader.error(
                *root.find("kind"), "the file of " + quote(kind.id) + " is named " + stem
            );
        kind.name = message_of(root, "name");
        kind.by_mrz = boolean_of(root, "mrz", false);
        kind.words = words_of(root, "words");
        kind.titles = words_of(root, "titles");
        kind.unless = words_of(root, "unless");
        kind.apart = words_of(root, "apart");
        kind.aside = words_of(root, "aside");
        kind.others = words_of(root, "others");
        kind.enough = number_of(root, "enough", kind.enough);
        kind.fallback = boolean_of(root, "fallback", false);
        kind.code_types = words_of(root, "code-types");
        kind.codes = words_of(root, "codes");
        kind.zones = words_of(root, "zones");
        kind.answers = word_of(root, "answers");
        for (const auto* entry : maps_of(root, "fields"))
            kind.fields.push_back(field(*entry));
        for (const auto* entry : maps_of(root, "sides"))
            kind.sides.push_back(side(*entry));
        load_validity(root, kind);
        for (const auto* entry : maps_of(root, "sums"))
            if (m_reader.check_map(*entry, keys::sum, "a sum"))
                kind.sums.push_back(
                    {.total = word_of(*entry, "total"),
                     .of = words_of(*entry, "of"),
                     .falls = boolean_of(*entry, "falls", false)}
                );
        check_names(root, kind);
        return kind;
    }

private:
    template <std::size_t Count>
    int choice(
        const Yaml& map, std::string_view key, const std::array<std::string_view, Count>& names
    ) {
        const auto word = word_of(map, key);
        const auto found = std::ranges::find(names, word);
        if (word.empty())
            return 0;
        if (found == names.end())
            m_reader.error(
                *map.find(key),
                quote(key) + " cannot be " + quote(word) + procedure::suggestion(word, names)
            );
        return found == names.end() ? 0 : static_cast<int>(found - names.begin());
    }

    Told told_of(const Yaml& map) {
        Told told{
            .after = words_of(map, "after"),
            .until = words_of(map, "until"),
            .before = words_of(map, "before"),
            .sentence = words_of(map, "sentence"),
            .from = words_of(map, "from")};
        if (told.after.empty() && told.before.empty() && told.sentence.empty())
            m_reader.error(map, R"("told" wants "after", "before" or "sentence")");
        if (told.sentence.empty() != told.from.empty())
            m_reader.error(map, R"("sentence" and "from" want each other)");
        return told;
    }

    Field field(const Yaml& map) {
        Field field;
        m_reader.check_map(map, keys::field, "a field");
        field.name = word_of(map, "field");
        field.label = message_of(map, "label");
        field.mrz = word_of(map, "mrz");
        field.code = words_of(map, "code");
        field.near = words_of(map, "near");
        field.format = word_of(map, "format");
        field.where = static_cast<Where>(choice(map, "where", where_names));
        field.take = static_cast<Take>(choice(map, "take", take_names));
        field.row = number_of(map, "row", 0);
        field.beside = word_of(map, "beside");
        field.day_of = word_of(map, "day-of");
        field.given_of = word_of(map, "given-of");
        field.given = words_of(map, "given");
        field.minus = words_of(map, "minus");
        field.plain = boolean_of(map, "plain", false);
        field.list = words_of(map, "list");
        field.anywhere = boolean_of(map, "anywhere", false);
        field.section = words_of(map, "section");
        field.otherwise = static_cast<Otherwise>(choice(map, "otherwise", otherwise_names));
        if (const auto* told = map.find("told");
            told != nullptr && m_reader.check_map(*told, keys::told, "\"told\""))
            field.told = told_of(*told);
        if (const auto* column = map.find("column");
            column != nullptr && m_reader.check_map(*column, keys::column, "\"column\""))
            field.column = {.rows = words_of(*column, "rows"), .heads = words_of(*column, "heads")};
        if (const auto* piece = map.find("piece");
            piece != nullptr && m_reader.check_map(*piece, keys::piece, "\"piece\""))
            field.piece = Piece{
                .of = word_of(*piece, "of"),
                .from = number_of(*piece, "from", 0),
                .length = number_of(*piece, "length", 0),
                .apart = boolean_of(*piece, "apart", false)};
        check_field(map, field);
        return field;
    }

    void check_field(const Yaml& map, const Field& field) {
        const bool printed = !field.near.empty() || !field.beside.empty() || field.anywhere ||
                             !field.told.after.empty() || !field.told.before.empty() ||
                             !field.column.rows.empty() || field.otherwise != Otherwise::Nowhere;
        if (field.mrz.empty() && field.code.empty() && !printed && !field.piece)
            m_reader.error(
                map, "the field " + quote(field.name) + R"( wants "mrz", "code" or "near")"
            );
        if (!is_format(field.format))
            m_reader.error(
                *map.find("format"),
                "unknown format " + quote(field.format) +
                    procedure::suggestion(field.format, format_names())
            );
        if (field.anywhere && !has_key(field.format))
            m_reader.error(
                *map.find("anywhere"), R"("anywhere" wants a format with a strong key: nir, iban)"
            );
    }

    Side side(const Yaml& map) {
        m_reader.check_map(map, keys::side, "a side");
        return {
            .id = word_of(map, "side"),
            .name = message_of(map, "name"),
            .words = words_of(map, "words"),
            .fields = words_of(map, "fields")};
    }

    void load_validity(const Yaml& root, Kind& kind) {
        const auto* map = root.find("valid");
        if (map == nullptr || !m_reader.check_map(*map, keys::valid, "\"valid\""))
            return;
        kind.validity = Validity{
            .until = word_of(*map, "until"),
            .from = word_of(*map, "from"),
            .years = number_of(*map, "years", 0),
            .birth = word_of(*map, "birth"),
            .extended_from = date_of(*map, "extended-from"),
            .extended_until = date_of(*map, "extended-until"),
            .extended_by = number_of(*map, "extended-by", 0)};
    }

    void check_name(const Kind& kind, const std::string& name, const Yaml& at) {
        if (!name.empty() &&
            std::ranges::find(kind.fields, name, &Field::name) == kind.fields.end())
            m_reader.error(at, "there is no field " + quote(name));
    }

    void check_sums(const Yaml& root, const Kind& kind) {
        for (const auto* entry : maps_of(root, "sums")) {
            check_name(kind, word_of(*entry, "total"), *entry);
            for (const auto* part : scalars_of(*entry, "of"))
                check_name(kind, part_name(part->text), *part);
        }
    }

    /// Fields that other parts of the file speak of must be there.
    void check_names(const Yaml& root, const Kind& kind) {
        for (const auto* entry : maps_of(root, "fields")) {
            if (const auto* beside = entry->find("beside"))
                check_name(kind, beside->text, *beside);
            for (const auto* key : {"given-of", "day-of"})
                if (const auto* other = entry->find(key))
                    check_name(kind, other->text, *other);
            if (const auto* piece = entry->find("piece"))
                check_name(kind, word_of(*piece, "of"), *piece);
        }
        for (const auto* entry : maps_of(root, "sides"))
            for (const auto* name : scalars_of(*entry, "fields"))
                check_name(kind, name->text, *name);
        check_sums(root, kind);
        if (const auto* valid = root.find("valid"))
            for (const auto* key : {"until", "from", "birth"})
                check_name(kind, word_of(*valid, key), *valid);
    }

    procedure::Reader& m_reader;
};

} // namespace

Kind load_kind(const Yaml& root, const std::string& stem, procedure::Reader& reader) {
    return Loader(reader).load(root, stem);
}

std::vector<Kind> load_other_papers(const Yaml& root, procedure::Reader& reader) {
    std::vector<Kind> kinds;
    if (!reader.check_map(root, keys::other_papers, "other papers"))
        return kinds;
    for (const auto* paper : maps_of(root, "papers")) {
        if (!reader.check_map(*paper, keys::other_paper, "a paper"))
            continue;
        Kind kind;
        kind.id = word_of(*paper, "paper");
        kind.name = message_of(*paper, "name");
        kind.titles = words_of(*paper, "titles");
        kind.other = true;
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

} // namespace guichet::scan
