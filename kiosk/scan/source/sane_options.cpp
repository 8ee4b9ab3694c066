// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/sane_device.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include <sane/saneopts.h>

namespace guichet::scan {

namespace {

constexpr double a4_width = 210; // millimetres
constexpr double a4_height = 297;
constexpr double millimetres_per_inch = 25.4;

struct Option {
    int index;
    const SANE_Option_Descriptor* is;
};

/// An option that can be set now. Looked up anew each time: setting one may change the others
/// (SANE_INFO_RELOAD_OPTIONS).
std::optional<Option> find_option(SANE_Handle handle, const std::string& name) {
    SANE_Int count = 0;
    if (sane_control_option(handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (int i = 1; i < count; ++i) {
        const auto* option = sane_get_option_descriptor(handle, i);
        if (option != nullptr && option->name != nullptr && name == option->name &&
            SANE_OPTION_IS_ACTIVE(option->cap) && SANE_OPTION_IS_SETTABLE(option->cap))
            return Option{i, option};
    }
    return std::nullopt;
}

bool is_number(const Option& option) {
    return option.is->type == SANE_TYPE_INT || option.is->type == SANE_TYPE_FIXED;
}

double to_number(const Option& option, SANE_Word word) {
    return option.is->type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

void set_word(SANE_Handle handle, const Option& option, double number) {
    SANE_Word word = option.is->type == SANE_TYPE_FIXED
                         ? SANE_FIX(number)
                         : static_cast<SANE_Word>(std::lround(number));
    if (option.is->size == sizeof word)
        sane_control_option(handle, option.index, SANE_ACTION_SET_VALUE, &word, nullptr);
}

/// What the device made of it (SANE_INFO_INEXACT).
std::optional<double> get_word(SANE_Handle handle, const Option& option) {
    SANE_Word word = 0;
    if (!is_number(option) || option.is->size != sizeof word ||
        sane_control_option(handle, option.index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
            SANE_STATUS_GOOD)
        return std::nullopt;
    return to_number(option, word);
}

void set_text(SANE_Handle handle, const Option& option, const std::string& value) {
    std::vector<char> text(
        std::max<std::size_t>(static_cast<std::size_t>(option.is->size), value.size() + 1)
    );
    std::ranges::copy(value, text.begin());
    sane_control_option(handle, option.index, SANE_ACTION_SET_VALUE, text.data(), nullptr);
}

void set_option(SANE_Handle handle, const std::string& name, const std::string& value) {
    const auto option = find_option(handle, name);
    if (!option)
        return;
    if (option->is->type == SANE_TYPE_STRING)
        return set_text(handle, *option, value);
    if (option->is->type == SANE_TYPE_BOOL || is_number(*option))
        set_word(handle, *option, value == "yes" ? 1 : std::strtod(value.c_str(), nullptr));
}

bool holds(std::string_view text, std::string_view part) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    };
    // clang 14 cannot compile std::ranges::search
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

/// The device's own word that holds one of these (small letters), in this order; empty when none.
std::string
own_word(SANE_Handle handle, const char* name, std::initializer_list<std::string_view> words) {
    const auto option = find_option(handle, name);
    if (!option || option->is->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return {};
    for (const auto word : words)
        for (const auto* item = option->is->constraint.string_list; *item != nullptr; ++item)
            if (holds(*item, word))
                return *item;
    return {};
}

std::string setting(const Scanner& scanner, const char* name) {
    const auto found = scanner.settings.find(name);
    return found == scanner.settings.end() ? "" : found->second;
}

/// "grey", "colour" (also when nothing is said: a coloured picture shows people more) or the
/// device's own word.
void choose_mode(SANE_Handle handle, const std::string& wanted) {
    auto word = wanted;
    if (wanted == "grey" || wanted == "gray")
        word = own_word(handle, SANE_NAME_SCAN_MODE, {"gray", "grey"});
    else if (wanted.empty() || wanted == "colour" || wanted == "color")
        word = own_word(handle, SANE_NAME_SCAN_MODE, {"color", "colour", "rgb", "gray", "grey"});
    if (!word.empty())
        set_option(handle, SANE_NAME_SCAN_MODE, word);
}

std::string own_source(SANE_Handle handle, const std::string& wanted) {
    if (wanted == "feeder")
        return own_word(handle, SANE_NAME_SCAN_SOURCE, {"feeder", "adf"});
    if (wanted == "flatbed")
        return own_word(handle, SANE_NAME_SCAN_SOURCE, {"flatbed", "platen", "normal"});
    return wanted;
}

/// The smallest value the device has that is not below `wanted`, or its largest.
double nearest(const Option& option, double wanted) {
    if (option.is->constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const auto* list = option.is->constraint.word_list; // the first word is their number
        std::optional<double> best;
        for (SANE_Word i = 1; i <= list[0]; ++i) {
            const double value = to_number(option, list[i]);
            const bool nearer = value >= wanted ? !best || *best < wanted || value < *best
                                                : !best || (*best < wanted && value > *best);
            if (nearer)
                best = value;
        }
        return best.value_or(wanted);
    }
    if (option.is->constraint_type == SANE_CONSTRAINT_RANGE) {
        const auto* range = option.is->constraint.range;
        return std::clamp(wanted, to_number(option, range->min), to_number(option, range->max));
    }
    return wanted;
}

double choose_resolution(SANE_Handle handle, double wanted) {
    for (const char* name : {SANE_NAME_SCAN_Y_RESOLUTION, SANE_NAME_SCAN_RESOLUTION})
        if (const auto option = find_option(handle, name); option && is_number(*option))
            set_word(handle, *option, nearest(*option, wanted));
    const auto option = find_option(handle, SANE_NAME_SCAN_RESOLUTION);
    return option ? get_word(handle, *option).value_or(wanted) : wanted;
}

/// A4 from the device's corner, or all it has when it is smaller.
void choose_area(SANE_Handle handle, double dpi) {
    const std::array<std::pair<const char*, double>, 4> sides{
        {{SANE_NAME_SCAN_TL_X, 0},
         {SANE_NAME_SCAN_TL_Y, 0},
         {SANE_NAME_SCAN_BR_X, a4_width},
         {SANE_NAME_SCAN_BR_Y, a4_height}}};
    for (const auto& [name, millimetres] : sides) {
        const auto option = find_option(handle, name);
        if (!option || !is_number(*option) || option->is->constraint_type != SANE_CONSTRAINT_RANGE)
            continue;
        const bool in_pixels = option->is->unit == SANE_UNIT_PIXEL;
        const double wanted = in_pixels ? millimetres / millimetres_per_inch * dpi : millimetres;
        set_word(handle, *option, nearest(*option, wanted));
    }
}

} // namespace

bool feeds(SANE_Handle handle, const Scanner& scanner) {
    const auto source = own_source(handle, setting(scanner, SANE_NAME_SCAN_SOURCE));
    return holds(source, "feeder") || holds(source, "adf");
}

double configure(SANE_Handle handle, const Scanner& scanner) {
    if (const auto source = own_source(handle, setting(scanner, SANE_NAME_SCAN_SOURCE));
        !source.empty())
        set_option(handle, SANE_NAME_SCAN_SOURCE, source);
    choose_mode(handle, setting(scanner, SANE_NAME_SCAN_MODE));
    set_option(handle, SANE_NAME_BIT_DEPTH, "8");
    const double dpi = choose_resolution(handle, scanner.dpi);
    choose_area(handle, dpi);
    for (const auto& [name, value] : scanner.settings)
        if (name != SANE_NAME_SCAN_SOURCE && name != SANE_NAME_SCAN_MODE)
            set_option(handle, name, value);
    const auto resolution = find_option(handle, SANE_NAME_SCAN_RESOLUTION);
    return resolution ? get_word(handle, *resolution).value_or(dpi) : dpi;
}

} // namespace guichet::scan
