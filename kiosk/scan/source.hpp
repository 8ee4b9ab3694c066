// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guichet::scan {

/// Limits checked before anything is decoded (DESIGN.md section 5).
struct Limits {
    std::size_t bytes{std::size_t{50} << 20};
    long pixels{100'000'000};
    int pages{20};
};

/// A word of a document's own text, as a PDF carries it: exact letters, no recognition.
struct PrintedWord {
    std::string text; ///< UTF-8
    Box box;          ///< in pixels of the page's picture
};

/// One page as it came from the outside. `dpi` is 0 when the picture does not say.
struct Page {
    Picture picture;
    double dpi{};
    /// The page's text layer in reading order, visible words only; empty when it has none worth
    /// using, and the words have to be recognised.
    std::vector<PrintedWord> words{};
};

/// The pages of one document. Each is made when it is asked for: twenty whole ones would not fit
/// the reader's memory.
class Pages {
public:
    virtual ~Pages() = default;
    virtual int count() const = 0;
    /// `index` from 0 to count() - 1. Unreadable, TooLarge.
    virtual Result<Page> page(int index) = 0;
    /// Bytes held while no page is made.
    virtual std::size_t weight() const = 0;
};
using PagesPtr = std::unique_ptr<Pages>;

/// Where the site's pictures come from (site.yaml: `scanner`).
struct Scanner {
    enum class Kind {
        None,
        Folder, ///< the newest picture or PDF in `path` (a network scanner that drops files)
        File,   ///< always `path`
        Sane,   ///< SANE device `device`; empty: the first one
        Camera, ///< a document camera: V4L2 device `device` (empty: the first one), or the JPEG
                ///< files of the folder `path` one after the other in its place
    };

    Kind kind{Kind::None};
    std::filesystem::path path{};
    std::string device{};
    int dpi{300};
    /// Further settings of the device by name: of a scanner ("source": "Automatic Document Feeder")
    /// or of a camera ("focus": "30").
    std::map<std::string, std::string> settings{};
};

/// The pages of a picture (JPEG, PNG, TIFF, WebP, PNM, BMP) or PDF, told apart by content, not by
/// name. NotFound, Empty, TooLarge, Protected, Unreadable.
Result<PagesPtr> open_pages(std::string bytes, const Limits& limits);
Result<PagesPtr> open_file(const std::filesystem::path& file, const Limits& limits);
/// The same, all pages at once.
Result<std::vector<Page>> load_pages(const std::filesystem::path& file, const Limits& limits);
Result<std::vector<Page>> decode_pages(std::string_view bytes, const Limits& limits);

/// Takes one document; not for cameras (scan/source/camera.hpp). NoDevice, Jammed, OutOfPaper
/// (nothing in the feeder or folder), Cancelled and those of open_pages. `cancelled` is asked
/// between blocks of lines.
Result<PagesPtr>
take_pages(const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled);
/// The same, all pages at once.
Result<std::vector<Page>>
acquire(const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled);

} // namespace guichet::scan
