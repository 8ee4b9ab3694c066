// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "i18n/message.hpp"
#include "procedure/load.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// Where a value stands, seen from the words that announce it.
enum class Where {
    Any, ///< right of them or below them
    Right,
    Below,
    Above,
    Around,   ///< right, below or above
    Sentence, ///< the printed sentence that holds them, as it is
};

/// Which one is meant when a field's words stand on the page more than once.
enum class Take { First, Last, Largest, All };

/// Where it may be found by how papers are laid out, when its words are missing.
enum class Otherwise {
    Nowhere,
    Addressee,  ///< whom the paper is addressed to
    Addressees, ///< with the second person
    Second,     ///< the second person it is addressed to: "OU MME DURAND"
    Address,    ///< the address of the addressee
    Sender,     ///< whose name and address stand at the head
    Company,    ///< the same, by the line that tells its legal form: "EURL DURAND"
    Dateline,   ///< "Grenoble, le 14 mars 2026"
    Month,      ///< "MARS 2026", alone or behind the title; or that of the period
    Begin,      ///< the first day of the highest period on the page: "du 1er au 31 mars 2026"
    End,        ///< the last day of it
    /// The only value of its format, or of its list, that neither the zone or the code of the page
    /// nor another field has.
    Only,
    TownHall, ///< "notre commune": the town of "MAIRIE DE GRENOBLE" at the head
    Heading,  ///< the line in capitals over "Madame, Monsieur,": "MISE EN DEMEURE DE PAYER"
};

/// A value told in running text: "certifie que Mme DURAND, demeurant…".
struct Told {
    std::vector<std::string> after{};  ///< words it follows, over the end of a line too
    std::vector<std::string> until{};  ///< words it ends before; "," ends it behind a comma
    std::vector<std::string> before{}; ///< words right behind a name or amount, or behind a date
    /// A sentence that tells it behind one of `from`: "est né, 5 rue de la Paix, à". Where it
    /// stands on the page, `after` does not count.
    std::vector<std::string> sentence{};
    std::vector<std::string> from{};
};

/// A cell of a table: the amount of a row that stands under a head.
struct Column {
    std::vector<std::string> rows{};  ///< words the row begins with: "total des mouvements"
    std::vector<std::string> heads{}; ///< words above the column: "débit"
};

/// A piece of another field: the bank's code is five characters of the IBAN.
struct Piece {
    std::string of{};
    int from{};
    int length{};
    bool apart{false}; ///< only where it is printed apart as well
};

/// How one field of a document is found.
struct Field {
    std::string name; ///< "nom"
    i18n::Message label;
    std::string mrz{}; ///< MRZ part that holds it ("primary-identifier"); empty when read from text
    /// 2D-Doc identifiers that hold it; the first one present wins. "46"; "10/family" and
    /// "10/given" for a part of a name that is one value; "22+24+25" for values put together.
    std::vector<std::string> code{};
    std::vector<std::string> near{}; ///< printed words beside, above or below it, any of them
    std::string format{}; ///< see text/format/format.hpp: "date", "money", "tax-number", "name",
                          ///< "digits:13"
    Where where{Where::Any};
    int row{};                          ///< the n-th row below or above; 0: the nearest that fits
    std::string beside{};               ///< a field whose printed value stands for the words
    std::vector<std::string> section{}; ///< headings: its words count only below one of them
    Told told{};
    Column column{};
    Otherwise otherwise{Otherwise::Nowhere};
    std::vector<std::string> list{}; ///< its value is one of these; empty: anything
    bool anywhere{false};            ///< its format alone tells it: a number with a strong key
    Take take{Take::First};          ///< among several places
    std::optional<Piece> piece{};
    /// Words of its words, or heads of its column, that make an amount one that is owed.
    std::vector<std::string> minus{};
    /// An amount that is taken away: printed with a minus or without, it has none.
    bool plain{false};
    std::string day_of{};   ///< a field that holds the day told behind its words: "SOLDE AU 15/06"
    std::string given_of{}; ///< a name: its given names (text/find/name_parts.hpp) are this field's
    /// Of a whole name printed in boxes: the words of the one with the given names, behind or under
    /// that of the family name.
    std::vector<std::string> given{};
};

/// A side or page a whole document has. Seen when its words are, or one of its fields is read.
struct Side {
    std::string id;
    i18n::Message name; ///< as it is missed: "le verso de la carte"
    std::vector<std::string> words{};
    std::vector<std::string> fields{};
};

/// How long a document is good. Either printed, or counted from the day of issue.
struct Validity {
    std::string until{};  ///< field with the last day
    std::string from{};   ///< field with the day of issue
    int years{};          ///< from then on, when no last day is read
    std::string birth{};  ///< field with the birth date, for what concerns adults only
    Date extended_from{}; ///< documents of adults issued between these days…
    Date extended_until{};
    int extended_by{}; ///< …are good for so many years more
};

/// Amounts that add up on the paper: a total and its parts, those taken away with a minus before.
struct Sum {
    std::string total{};
    std::vector<std::string> of{};
    bool falls{false}; ///< of two parts the first is never less than the second
};

/// A kind of document, as forms/documents/<id>.yaml describes it.
struct Kind {
    std::string id;
    i18n::Message name;
    bool by_mrz{false};
    std::vector<std::string> words{};  ///< printed words that tell it, one point each
    std::vector<std::string> titles{}; ///< words that nearly tell it alone, three points each
    std::vector<std::string> unless{}; ///< words it never has
    std::vector<std::string> apart{};  ///< headings of another paper on its sheet
    std::vector<std::string> aside{};  ///< headings of a column about another time
    std::vector<std::string> others{}; ///< headings of a table about other people
    int enough{2};                     ///< points
    bool fallback{false};              ///< only when no other kind fits: any letter
    bool other{false};                 ///< of `forms/other-papers.yaml`: nothing is read from it
    std::vector<std::string> code_types{}; ///< 2D-Doc document types that are this kind ("28")
    /// Codes printed before its values, in their order: "c.4a", "d.1". See
    /// text/find/printed_codes.hpp.
    std::vector<std::string> codes{};
    std::vector<std::string> zones{}; ///< MRZ formats and first letters: "TD3 P", "FRA-1988 IDFRA"
    std::string answers{};            ///< kind whose fields its own ones answer: "identite"
    std::vector<Side> sides{};
    std::optional<Validity> validity{};
    std::vector<Sum> sums{};
    std::vector<Field> fields;

    /// The kind its fields are named after.
    const std::string& family() const { return answers.empty() ? id : answers; }
    /// "identite.nom": what Proposal::field and `read:` in procedures say.
    std::string field_id(const std::string& field) const { return family() + "." + field; }
};

/// Points one of Kind::titles is worth.
inline constexpr int title_points = 3;

/// Every kind under `folder`, sorted by id, then those of `other-papers.yaml` beside it. Invalid
/// names every mistake with file, line and column.
Result<std::vector<Kind>> load_kinds(const std::filesystem::path& folder);

/// The same with the mistakes one by one, for `guichet check`.
tl::expected<std::vector<Kind>, std::vector<procedure::Problem>>
try_kinds(const std::filesystem::path& folder);

/// The kind of that id; null when there is none.
const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& id);

/// The kind that has such a zone, the one that says most of its first letters; null when none has.
const Kind*
kind_of_zone(const std::vector<Kind>& kinds, std::string_view layout, std::string_view first_line);

/// The kind whose 2D-Doc type that is; null when none has it.
const Kind* kind_of_code(const std::vector<Kind>& kinds, std::string_view type);

} // namespace guichet::scan
