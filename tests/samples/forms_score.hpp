// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "make/form.hpp"
#include "scan/read.hpp"
#include "scan/sum.hpp"
#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/format.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace samples {

/// How well one paper was read.
struct Score {
    int right{};
    int proposed{};
    int wanted{};
    int sure{}; ///< of the proposed
    int wrong_sure{};
    int extra{}; ///< proposed beside what the truth tells of
    std::string mistakes{};

    void operator+=(const Score& other) {
        right += other.right;
        proposed += other.proposed;
        wanted += other.wanted;
        sure += other.sure;
        wrong_sure += other.wrong_sure;
        extra += other.extra;
        mistakes += other.mistakes;
    }
};

/// As the visit decides what needs no second look: kiosk/visit/confirming.cpp.
inline bool is_sure(const guichet::procedure::Proposal& field) {
    return field.proven || (field.doubtful.empty() && field.confidence >= 0.8);
}

/// Without the titles of people: whether a paper prints them or not, the name is the same.
inline std::string without_titles(const std::string& name) {
    std::istringstream words(name);
    std::string bare;
    for (std::string word; words >> word;) {
        const bool links =
            bare.empty() && (word == "OU" || word == "ET" || word == "ou" || word == "et");
        if (!links && !guichet::scan::is_courtesy_title(guichet::scan::fold(word)))
            bare += word + " ";
    }
    return bare;
}

inline bool is_amount(const std::string& value) {
    return !value.empty() && value.find_first_not_of("-0123456789,") == std::string::npos &&
           value.find(',') == value.rfind(',');
}

/// "430,00" is "430", and 2,5 parts are "2,50": what a paper prints is not always what the reader
/// writes.
inline bool same_amount(const std::string& truth, const std::string& read) {
    return is_amount(truth) && is_amount(read) && (truth + read).find(',') != std::string::npos &&
           guichet::scan::is_nothing(
               guichet::scan::amount_in(truth) - guichet::scan::amount_in(read)
           );
}

inline bool is_right(const std::string& truth, const std::string& read) {
    return guichet::scan::same_value(truth, read) || same_amount(truth, read) ||
           guichet::scan::same_value(without_titles(truth), without_titles(read));
}

/// Fields that are not in the truth count neither right nor wrong, unless nothing was to be read.
inline Score score(const Form& form, const guichet::scan::Examination& seen) {
    Score score{.wanted = static_cast<int>(form.fields.size())};
    for (const auto& field : seen.fields) {
        const auto truth = form.fields.find(field.field);
        if (truth == form.fields.end() && !form.fields.empty()) {
            ++score.extra;
            score.mistakes += "\n  " + field.field + " is not told, read " + field.value +
                              (is_sure(field) ? " surely" : "");
            continue;
        }
        ++score.proposed;
        score.sure += is_sure(field) ? 1 : 0;
        if (truth != form.fields.end() && is_right(truth->second, field.value)) {
            ++score.right;
            continue;
        }
        score.wrong_sure += is_sure(field) ? 1 : 0;
        score.mistakes += "\n  " + field.field + " is " +
                          (truth == form.fields.end() ? "nothing" : truth->second) + ", read " +
                          field.value + (is_sure(field) ? " AS SURE" : "");
    }
    return score;
}

} // namespace samples
