// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guichet::logic {

/// The type of an expression or a name, known when a form is loaded.
struct Type {
    enum class Kind {
        Dyn,
        Null,
        Bool,
        Int,
        Double,
        String,
        Timestamp,
        Duration,
        List,
        Map,
        Record
    };

    Kind kind{Kind::Dyn};
    std::vector<Type> of{}; ///< List: [element]; Map: [key, value]; empty means dyn
    std::map<std::string, Type>
        fields{}; ///< Record: a map whose keys are known, e.g. one item of a list question

    bool operator==(const Type&) const = default;
};

/// The names an expression may use. A name may hold dots: "foyer.personnes" (CEL's qualified names,
/// longest match first).
using Names = std::map<std::string, Type>;

} // namespace guichet::logic
