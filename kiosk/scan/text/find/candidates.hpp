// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/found_value.hpp"
#include "scan/text/find/paper.hpp"

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

    const Labels& labels() const { return m_paper.labels; }

private:
    using Values = std::vector<FoundValue>;

    Values announced(const Field& field, const Found& found) const;
    void add_given(const Field& field, Values& values) const;
    void add_rest_of_second(const Field& field, Values& values) const;
    bool is_open(const Field& field, const Values& values) const;
    Values beside_words(const Field& field, const Found& found) const;
    Values beside_phrase(const std::string& phrase, const Field& field, const Found& found) const;
    void drop_told_of_others(const std::vector<Box>& told, Values& values) const;
    void add_told(const Field& field, const std::vector<Box>& told, Values& values) const;
    void add_cell(const Field& field, Values& values) const;
    void add_known(const Field& field, Values& values) const;
    void add_anywhere(const Field& field, Values& values) const;
    static void keep_listed(const Field& field, Values& values);

    Paper m_paper;
};

} // namespace guichet::scan
