// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "i18n/message.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::procedure {

/// Which of the readers of documents saw a value, the surest last (DESIGN.md section 5).
enum class ReadBy { Text, Mrz, TwoDDoc };

/// As they are written for others, in that order.
inline constexpr std::array<std::string_view, 3> reader_names{"text", "mrz", "2d-doc"};

/// A value read on a document, not yet confirmed by the person.
struct Proposal {
    std::string field;   ///< "identite.nom": document kind's id, dot, field name
    std::string value;   ///< as a person would type it; dates as 1968-03-14
    double confidence{}; ///< 0 to 1
    ReadBy reader{ReadBy::Text};
    bool proven{false}; ///< by a check digit or a signature
    Box box{};          ///< on the cleaned page
    int page{};
    Picture crop{};
    std::vector<int> doubtful{}; ///< characters of `value` (not bytes) that could be another one
    i18n::Message label{};       ///< the field's name in words, from the kind's file
    bool not_verified{false};    ///< read in a signed code whose signature could not be checked
    bool wrong_signature{
        false};            ///< a signed code whose signature is false: nothing it says is sure
    std::string differs{}; ///< what the print says, when the code says something else

    bool operator==(const Proposal&) const = default;
};

/// What is wrong with a picture or with the document on it; each has words and advice on the
/// screen.
enum class PictureFault {
    TooDark,
    TooBlurred,
    Cut,         ///< a part of the document is outside the picture
    Glossy,      ///< a reflection hides a part
    TooSmall,    ///< too far away: too few pixels a letter
    OutOfDate,   ///< the document says it is no longer valid
    WrongKind,   ///< recognised, but not the kind of document that was asked for
    SideMissing, ///< `Reading::missing` says which
    Disagrees,   ///< the code and the print say different things: `Proposal::differs`
};

/// What came out of reading one document.
struct Reading {
    std::string kind;             ///< document kind's id; empty when none that is read
    i18n::Message kind_name{};    ///< "Carte d’identité"; of a paper that is only named too
    std::vector<Picture> pages{}; ///< cleaned pages, to be shown
    std::vector<Proposal> proposals{};
    std::vector<PictureFault> faults{}; ///< the most useful first; empty when nothing is wrong
    i18n::Message missing{};            ///< the side or page not seen yet, in words: "verso"
};

/// What a document camera sees, for the words beside its live picture.
enum class CameraSight {
    Empty,   ///< nothing lies there
    Moving,  ///< a hand, or a sheet not yet at rest
    Blurred, ///< at rest, not sharp
    Still,   ///< at rest and sharp: the picture is about to be taken
};

/// What the reader is doing, for the progress line.
enum class ReadingStage { Opening, Cleaning, Codes, Text };

} // namespace guichet::procedure
