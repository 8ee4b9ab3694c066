// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/clean/clean.hpp"
#include "scan/reader.hpp"
#include "scan/text/ocr/ocr.hpp"

#include <atomic>
#include <future>
#include <optional>

namespace guichet::scan {

/// Opens what reading words needs, in a thread of its own: a page is cleaned meanwhile.
std::future<void> open_engines(const Options& options);

/// The words of a page as it lies, read in a thread of its own while the page is searched for codes
/// and zones. Nobody else may read words until take() or the end of this object.
class TextAhead {
public:
    TextAhead(const CleanPage& page, const Task& task);
    ~TextAhead();
    TextAhead(const TextAhead&) = delete;
    TextAhead& operator=(const TextAhead&) = delete;
    TextAhead(TextAhead&&) = delete;
    TextAhead& operator=(TextAhead&&) = delete;

    /// Waits for them, once; nullopt when `grey` is not the page as it lay.
    std::optional<Result<std::vector<TextLine>>> take(const PixPtr& grey);

private:
    PixPtr m_page;
    std::atomic<bool> m_stopped{false};
    std::future<Result<std::vector<TextLine>>> m_lines;
};

} // namespace guichet::scan
