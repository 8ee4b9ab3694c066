// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/kind.hpp"
#include "scan/text/find/captions.hpp"
#include "scan/text/find/cells.hpp"
#include "scan/text/find/translated.hpp"
#include "scan/text/match.hpp"

#include <string_view>
#include <vector>

namespace guichet::scan {

/// How sure it is of a value right below its label, 0 to 1.
inline constexpr double below_link = 0.97;
/// Heights of print between words of one value, at most.
inline constexpr int widest_value_gap = 6;

/// A place where a value may stand.
struct Place {
    Words words;               ///< in reading order
    double link{};             ///< how sure it is that these words belong to the label, 0 to 1
    bool beside{};             ///< on the label's own line
    bool under_translations{}; ///< of the label, which heads a column (find/translated.hpp)
};

/// Whether words that announce a value are everywhere on French papers: "le", "du", "n°".
bool says_little(std::string_view phrase);

/// The words of a page that announce values, so that nothing is taken from beyond them.
class Labels {
public:
    /// Everything any field of the kind stands near, and words that end with a colon.
    Labels(const PageText& page, const Kind& kind);

    /// Whether that place is one of the labels or a part of it.
    bool holds(const Box& place) const;

    /// Where the value of a label in that box may stand: the surest place first.
    std::vector<Place> places(const Box& label, const Field& field) const;

    /// What alone stands in the next row of the label's cell, wherever it begins there: an amount
    /// at the right end of a box, a code in its middle. Empty where there is no such row.
    Words alone_below(const Box& label) const;

    /// Whether a place found for one field is part of longer words of another one: "nom" in "nom
    /// d'usage".
    bool is_within_longer(const Box& label, const Field& field) const;

private:
    struct Label {
        Box box;
        const Field* field{};
        bool colon{false};
        bool any_field{false}; ///< whatever field it is of
    };
    /// The words of a row that begin under (or over) a label, up to a wide gap or the next column.
    struct Part {
        Words words;
        bool at_label{false}; ///< the words of another value ended it
    };
    struct Phrase {
        Box box;
        const Field* field;
    };

    void add_phrases(const Field& field);
    bool is_label(const Word& word, const Word* before, const Field& field) const;
    std::vector<Place>
    places_of_cell(const Box& label, const TranslatedCell& cell, const Field& field) const;
    bool is_own(const Word& word, const Field& field) const;
    bool has_no_label(const Words& words, const Field& field) const;
    std::size_t length_of_rest(const Box& label, const Words& words, const Field& field) const;
    std::size_t length_of_end(const Box& label, const Words& words, const Field& field) const;
    std::size_t length_before_value(const Box& label, const Words& words, const Field& field) const;
    std::vector<Place> places_under_description(const Box& label, const Field& field) const;
    void add_rest_of_line(Words& row) const;
    std::vector<Place> places_over_caption(const Box& label, const Field& field) const;
    Place right_of(const Box& label, const Field& field) const;
    Words rows_above(const Box& label, const Word& first) const;
    Place with_rows_under(const Box& label, Place place, const Field& field) const;
    std::vector<Place> rows_beyond(const Box& label, const Field& field, bool below) const;
    std::vector<Words> values_beyond(const Box& label, const Field& field, bool below) const;
    Columns columns_of(const Box& label) const;
    Part row_part(const Words& row, Columns columns, const Field& field) const;

    const PageText& m_page;
    Captions m_captions;
    std::vector<Label> m_boxes;
    std::vector<Phrase> m_phrases;
};

} // namespace guichet::scan
