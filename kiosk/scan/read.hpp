// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/image.hpp"
#include "base/result.hpp"
#include "procedure/proposal.hpp"
#include "scan/kind.hpp"
#include "scan/source.hpp"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guichet::scan {

class Certificates;

struct Point {
    int x{};
    int y{};
};

/// One value of a 2D-Doc.
struct CodeValue {
    std::string id;    ///< "46"
    std::string label; ///< French; empty when the identifier is not known
    std::string value; ///< as a person would type it
    bool sure{true};   ///< whole, and what its identifier holds
};

/// A machine-readable code found on the page.
struct Code {
    std::string kind;               ///< "mrz", "2d-doc", "qr"…
    std::vector<std::string> lines; ///< MRZ lines as printed
    std::string text;
    bool proven{};
    Box box{};                       ///< on the cleaned page; empty for an MRZ
    std::string type{};              ///< of a 2D-Doc, in French: "Avis d’impôt"
    std::string signature{};         ///< of a 2D-Doc: "verified", "not-verified", "wrong", "none"
    std::vector<CodeValue> values{}; ///< of a 2D-Doc
};

/// All that was found on one document, before it is matched with questions.
struct Examination {
    std::string kind;      ///< id of a Kind; empty when none
    std::string answers{}; ///< the kind whose fields these are in procedures: "identite"
    std::vector<Code> codes;
    std::vector<procedure::Proposal> fields;
    std::optional<std::array<Point, 4>> corners; ///< of the sheet in the first picture, TL TR BR BL
    std::string text;                            ///< all lines, when asked for or needed
    std::vector<Picture> pages;                  ///< cleaned
    std::vector<std::string> sides{};            ///< ids of the sides seen
    std::vector<procedure::PictureFault> faults{}; ///< the most useful first
    i18n::Message missing{};                       ///< the side not seen
};

struct Options {
    std::string kind{}; ///< expected kind, or any
    bool text{false};   ///< recognise all text even when codes were enough
    /// Of the sheet on the first picture, in its pixels, TL TR BR BL, as a person gave them.
    std::optional<std::array<Point, 4>> corners{};
    /// Cleaned pages are kept at most this many pixels long, the boxes with them; 0: whole.
    int longest_side{0};
    Date today{}; ///< documents out of date then are said to be; no day: the local calendar's
    std::function<void(procedure::ReadingStage)> stage{}; ///< told as work goes on
    /// What the signatures of 2D-Docs are checked with; null: none can be.
    std::shared_ptr<const Certificates> certificates{};
    /// No reader is started, and slow ones stop, after this long (DESIGN.md: 15 s in all).
    std::chrono::milliseconds patience{11'000};
};

/// Reads the pages of one document, surest readers first. A thing that is not a document gives an
/// Examination without kind and fields. Only Tesseract that cannot start is an error.
Result<Examination>
examine(const std::vector<Page>& pages, const std::vector<Kind>& kinds, const Options& options);

/// The same, one page in memory at a time. A page that cannot be made is an error.
Result<Examination> examine(Pages& pages, const std::vector<Kind>& kinds, const Options& options);

/// What the visit receives.
procedure::Reading to_reading(const Examination& examination, const std::vector<Kind>& kinds);

} // namespace guichet::scan
