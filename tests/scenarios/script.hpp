// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scenarios {

/// A line of a scenario that cannot be read, cannot be done, or is not what is seen.
class Mismatch : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One line of a scenario.
struct Line {
    std::string file;
    int number{};
    std::string text;
};

/// The lines of a file without its empty ones and comments (#). `include FILE` is replaced by the
/// lines of that file, named from the folder of this one.
std::vector<Line> read_script(const std::filesystem::path& file);

/// Takes words from the front of a line.
class Words {
public:
    explicit Words(std::string_view text);

    std::string next();               ///< the next word; Mismatch when there is none
    int number();                     ///< the next word as a number
    std::string rest();               ///< all that is left, trimmed; may be empty
    bool take(std::string_view word); ///< true and gone when it is the next word
    bool empty() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

/// The parts of `text` between `separator`, trimmed.
std::vector<std::string> split_at(std::string_view text, char separator);

} // namespace guichet::scenarios
