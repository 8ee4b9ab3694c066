// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "make/form.hpp"
#include "scan/read.hpp"
#include "scan/text/format.hpp"

#include <string>
#include <vector>

namespace samples {

/// How well one paper was read.
struct Score {
    int right{};
    int proposed{};
    int wanted{};
    int wrong_sure{};
    std::string mistakes{};

    void operator+=(const Score& other) {
        right += other.right;
        proposed += other.proposed;
        wanted += other.wanted;
        wrong_sure += other.wrong_sure;
        mistakes += other.mistakes;
    }
};

/// As the visit decides what needs no second look: kiosk/visit/confirming.cpp.
inline bool is_sure(const guichet::procedure::Proposal& field) {
    return field.proven || (field.doubtful.empty() && field.confidence >= 0.8);
}

/// Fields that are not in the truth count neither right nor wrong, unless nothing was to be read.
inline Score score(const Form& form, const guichet::scan::Examination& seen) {
    Score score{.wanted = static_cast<int>(form.fields.size())};
    for (const auto& field : seen.fields) {
        const auto truth = form.fields.find(field.field);
        if (truth == form.fields.end() && !form.fields.empty())
            continue;
        ++score.proposed;
        if (truth != form.fields.end() && guichet::scan::same_value(truth->second, field.value)) {
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
