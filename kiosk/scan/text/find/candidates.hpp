// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/fields.hpp"
#include "scan/text/find/found_value.hpp"
#include "scan/text/find/places.hpp"
#include "scan/text/find/postal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// What on a page may be the value of a field.
class Candidates {
public:
    Candidates(const PageText& page, const Kind& kind, Known known);

    /// All there are; `found` are the fields that were read before.
    std::vector<FoundValue> of(const Field& field, const Found& found) const;

    const Labels& labels() const { return m_labels; }

private:
    using Values = std::vector<FoundValue>;

    void add_rest_of_second(const Field& field, Values& values) const;
    void keep_to_month(const Field& field, const Found& found, Values& values) const;
    Values beside_words(const Field& field, const Found& found) const;
    Values beside_phrase(const std::string& phrase, const Field& field, const Found& found) const;
    bool is_label(
        const Box& label, const std::string& phrase, const Field& field, const Found& found
    ) const;
    Values sentences(const Field& field) const;
    void add_from(const Box& label, const Field& field, Values& values) const;
    void drop_told_of_others(const std::vector<Box>& told, Values& values) const;
    void add_told(const Field& field, Values& values) const;
    bool is_first_with(const std::string& phrase, const Field& field) const;
    std::optional<Extract> next_line(std::string_view format, const Box& line) const;
    void add_end_of_period(const Field& field, const Found& found, Values& values) const;
    std::vector<Place> places(const Box& label, const Field& field) const;
    void add_broken_word(const Box& label, Place& place) const;
    void put_window_last(std::vector<Place>& places) const;
    bool is_only_amount(const Place& place, const Extract& value) const;
    std::optional<Extract> alone_below(const Box& label, const Field& field) const;
    bool add_rest(const Box& line, Extract& value) const;
    void add_next_line(
        std::string_view format, const Place& place, const Box& label, Extract& value
    ) const;
    bool is_other_word(const Box& label, const std::string& phrase) const;
    std::string day_of(const std::string& name, const Found& found) const;
    bool is_of_other_day(const Box& label, const Field& field, const Found& found) const;
    bool is_rest_of_amount(const Extract& value) const;
    bool ends_search(const Field& field, const Place& place, const Extract& value) const;
    void add_more_names(Extract& name) const;
    void add_given_names(Extract& family) const;
    bool
    is_other(const Extract& value, const Place& place, const Box& label, const Field& field) const;
    bool is_owed(const Box& label, const Field& field) const;
    bool heads_items(const Extract& value) const;
    void add_cell(const Field& field, Values& values) const;
    void add_known(const Field& field, Values& values) const;
    void add_beside(const Field& field, const Found& found, Values& values) const;
    void add_anywhere(const Field& field, Values& values) const;
    static void keep_listed(const Field& field, Values& values);
    std::optional<Extract> only_left(const Field& field, const Found& found) const;
    std::optional<Extract> elsewhere(const Field& field, const Found& found) const;
    std::optional<Extract> month_elsewhere() const;
    bool is_meant(
        const Box& label, const std::string& phrase, const Field& field, const Found& found
    ) const;

    const PageText& m_page;
    const Kind& m_kind;
    Known m_known;
    Labels m_labels;
    Postal m_postal;
};

} // namespace guichet::scan
