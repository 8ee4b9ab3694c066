#pragma once

#include "base/image.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guichet::scan {

/// Limits checked before anything is decoded (DESIGN.md section 5).
struct Limits {
    std::size_t bytes{std::size_t{50} << 20};
    long pixels{100'000'000};
    int pages{20};
};

/// One page as it came from the outside. `dpi` is 0 when the picture does not say.
struct Page {
    Picture picture;
    double dpi{};
};

/// Where the site's pictures come from (site.yaml: `scanner`).
struct Scanner {
    enum class Kind {
        None,
        Folder, ///< the newest picture or PDF in `path` (a network scanner that drops files)
        File,   ///< always `path`
        Sane,   ///< SANE device `device`; empty: the first one
    };

    Kind kind{Kind::None};
    std::filesystem::path path{};
    std::string device{};
    int dpi{300};
    /// Further settings of a SANE device by name ("source": "Automatic Document Feeder").
    std::map<std::string, std::string> settings{};
};

/// The pages of a picture (JPEG, PNG, TIFF, WebP, PNM, BMP) or PDF, told apart by content, not by
/// name. NotFound, Empty, TooLarge, Protected, Unreadable.
Result<std::vector<Page>> load_pages(const std::filesystem::path& file, const Limits& limits);
Result<std::vector<Page>> decode_pages(std::string_view bytes, const Limits& limits);

/// Takes one document. NoDevice, Jammed, OutOfPaper (nothing in the feeder or folder), Cancelled
/// and those of load_pages. `cancelled` is asked between blocks of lines.
Result<std::vector<Page>>
acquire(const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled);

} // namespace guichet::scan
