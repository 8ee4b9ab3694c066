// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/look/ahead.hpp"

#include "scan/text/look/page_lines.hpp"
#include "scan/text/ocr/engine.hpp"

#include <utility>

#include <leptonica/allheaders.h>

namespace guichet::scan {

std::future<void> open_engines(const Options& options) {
    return std::async(std::launch::async, [prose = options.text] {
        text_engine(Language::French);
        text_engine(Language::French, EngineSlot::Second);
        if (prose)
            text_engine(Language::English);
    });
}

TextAhead::TextAhead(const CleanPage& page, const Task& task) : m_page(share(page.grey)) {
    auto sheet = sheet_of(page, task, task.options.text);
    sheet.stopped = &m_stopped;
    // Leptonica counts the holders of a picture without a lock: the thread has one of its own.
    m_lines = std::async(std::launch::async, [pix = m_page.get(), sheet] {
        return read_lines(PixPtr(pixCopy(nullptr, pix)), sheet);
    });
}

TextAhead::~TextAhead() {
    m_stopped = true;
}

std::optional<Result<std::vector<TextLine>>> TextAhead::take(const PixPtr& grey) {
    if (!m_lines.valid())
        return std::nullopt;
    const bool same = grey.get() == m_page.get();
    m_stopped = !same;
    auto lines = m_lines.get();
    return same ? std::optional(std::move(lines)) : std::nullopt;
}

} // namespace guichet::scan
