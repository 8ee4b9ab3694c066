#pragma once

#include "base/image.hpp"
#include "base/result.hpp"
#include "procedure/proposal.hpp"
#include "scan/kind.hpp"
#include "scan/source.hpp"

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guichet::scan {

struct Point {
    int x{};
    int y{};
};

/// A machine-readable code found on the page.
struct Code {
    std::string kind;               ///< "mrz", "2d-doc", "qr"…
    std::vector<std::string> lines; ///< MRZ lines as printed
    std::string text;
    bool proven{};
};

/// All that was found on one document, before it is matched with questions.
struct Examination {
    std::string kind; ///< id of a Kind; empty when none
    std::vector<Code> codes;
    std::vector<procedure::Proposal> fields;
    std::optional<std::array<Point, 4>> corners; ///< of the sheet in the first picture, TL TR BR BL
    std::string text;                            ///< all lines, when asked for or needed
    std::vector<Picture> pages;                  ///< cleaned
};

struct Options {
    std::string kind{}; ///< expected kind, or any
    bool text{false};   ///< recognise all text even when codes were enough
    /// Cleaned pages are kept at most this many pixels long, the boxes with them; 0: whole.
    int longest_side{0};
    std::function<void(procedure::ReadingStage)> stage{}; ///< told as work goes on
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
