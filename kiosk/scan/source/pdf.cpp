// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/decode.hpp"
#include "scan/source/pdf_picture.hpp"
#include "scan/source/pdf_words.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <exception>
#include <memory>
#include <utility>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace guichet::scan {

poppler::image draw_page(const poppler::page& page, double dpi) {
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    return renderer.render_page(&page, dpi, dpi);
}

Picture to_picture(const poppler::image& drawn) {
    auto picture = std::make_shared<Image>();
    picture->width = drawn.width();
    picture->height = drawn.height();
    const auto width = static_cast<std::size_t>(picture->width);
    picture->rgba.resize(width * static_cast<std::size_t>(picture->height) * 4);
    auto* out = picture->rgba.data();
    for (int y = 0; y < picture->height; ++y) {
        const auto* row = reinterpret_cast<const std::uint8_t*>(drawn.const_data()) +
                          static_cast<std::ptrdiff_t>(y) * drawn.bytes_per_row();
        for (std::size_t x = 0; x < width; ++x, out += 4) {
            out[0] = row[x * 4 + 2];
            out[1] = row[x * 4 + 1];
            out[2] = row[x * 4];
            out[3] = 255;
        }
    }
    return picture;
}

namespace {

constexpr double wanted_dpi = 300;
constexpr double probe_dpi = 24;
constexpr double least_dpi = 72;
/// A page may take this long to draw; a plain one takes 0.2 s. One that has its words needs less
/// to be looked at than one that must be read.
constexpr double most_seconds = 4;
constexpr double most_seconds_with_words = 1.5;
constexpr double enough_with_words = 200; ///< for codes, and for the person who looks at it
constexpr double clearly_better = 1.5;    ///< what is worth to be drawn once more
constexpr std::size_t many_words = 50;

double processor_time() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Processor time of drawing it.
double seconds_to_draw(const poppler::page& page, double dpi) {
    const double start = processor_time();
    draw_page(page, dpi);
    return processor_time() - start;
}

/// `dpi`, or less for a page whose patterns would take minutes: drawing cannot be stopped once
/// begun. Two small drawings tell what it takes: to decode a scanned picture takes the same at any
/// size, the rest grows with the pixels.
double affordable_dpi(const poppler::page& page, double dpi) {
    const auto pixels = [](double of) { return of * of; };
    const double first = seconds_to_draw(page, probe_dpi); // also loads the fonts
    if (dpi <= least_dpi || first * pixels(dpi) / pixels(probe_dpi) <= most_seconds)
        return dpi;
    const double small = std::min(first, seconds_to_draw(page, probe_dpi));
    const double larger = seconds_to_draw(page, least_dpi);
    const double each = std::max(larger - small, 0.0) / (pixels(least_dpi) - pixels(probe_dpi));
    const double before = larger - each * pixels(least_dpi);
    if (before + each * pixels(dpi) <= most_seconds)
        return dpi;
    return std::max(least_dpi, std::sqrt(std::max(most_seconds - before, 0.0) / each));
}

/// With the words that `drawn` shows.
Result<Page> to_page(const poppler::page& page, const poppler::image& drawn, double dpi) {
    if (!drawn.is_valid())
        return fail(Error::Kind::Unreadable, "a PDF page cannot be drawn");
    Page result{.picture = to_picture(drawn), .dpi = dpi};
    result.words = words_of(page, result);
    return result;
}

/// A page that has its words, drawn well enough for codes and for the person who looks at it. Once
/// at least, and in no more time than a slow page is worth.
Result<Page> render_words(const poppler::page& page, double wanted) {
    double dpi = std::min(least_dpi, wanted);
    const double start = processor_time();
    auto drawn = draw_page(page, dpi);
    const double seconds = std::max(processor_time() - start, 1e-3);
    const double affordable = dpi * std::sqrt(most_seconds_with_words / seconds);
    const double better = std::min({wanted, enough_with_words, affordable});
    if (better > clearly_better * dpi) {
        dpi = better;
        drawn = draw_page(page, dpi);
    }
    return to_page(page, drawn, dpi);
}

Result<Page> render(const poppler::document& document, int index) {
    const std::unique_ptr<poppler::page> page(document.create_page(index));
    if (!page)
        return fail(Error::Kind::Unreadable, "a PDF page is damaged");
    const auto size = page->page_rect();
    const double inches = size.width() / points_per_inch * (size.height() / points_per_inch);
    if (!(size.width() >= 1 && size.height() >= 1 && std::isfinite(inches)))
        return fail(Error::Kind::Unreadable, "a PDF page has no size");
    const double wanted =
        std::min(wanted_dpi, std::sqrt(static_cast<double>(kept_pixels) / inches));
    if (page->text_list().size() >= many_words) {
        auto result = render_words(*page, wanted);
        if (!result || !result->words.empty())
            return result;
    }
    const double dpi = affordable_dpi(*page, wanted);
    return to_page(*page, draw_page(*page, dpi), dpi);
}

class PdfPages : public Pages {
public:
    /// `bytes` must not move any more: the document reads from them.
    PdfPages(std::unique_ptr<const std::string> bytes, std::unique_ptr<poppler::document> document)
        : m_bytes(std::move(bytes)), m_document(std::move(document)) {}
    int count() const override { return m_document->pages(); }
    Result<Page> page(int index) override {
        const Quiet quiet;
        try {
            return render(*m_document, index);
        } catch (const std::exception&) {
            return fail(Error::Kind::Unreadable, "a PDF page broke its reader");
        }
    }
    std::size_t weight() const override { return m_bytes->size(); }

private:
    std::unique_ptr<const std::string> m_bytes;
    std::unique_ptr<poppler::document> m_document;
};

Result<PagesPtr> open_document(std::string bytes, const Limits& limits) {
    auto kept = std::make_unique<const std::string>(std::move(bytes));
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(kept->data(), static_cast<int>(kept->size()))
    );
    if (!document)
        return fail(Error::Kind::Unreadable, "the PDF is damaged");
    if (document->is_locked())
        return fail(Error::Kind::Protected, "the PDF wants a password");
    const int count = document->pages();
    if (count <= 0)
        return fail(Error::Kind::Empty, "the PDF has no page");
    if (count > limits.pages)
        return fail(Error::Kind::TooLarge, "too many pages");
    return std::make_unique<PdfPages>(std::move(kept), std::move(document));
}

} // namespace

Result<PagesPtr> open_pdf(std::string bytes, const Limits& limits) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    try {
        return open_document(std::move(bytes), limits);
    } catch (const std::exception&) {
        return fail(Error::Kind::Unreadable, "the PDF broke its reader");
    }
}

} // namespace guichet::scan
