// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/sane_sheet.hpp"

#include "scan/source/decode.hpp"
#include "scan/source/sane_device.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

/// Lines of samples become pixels; `times` × `times` of them make one.
class Canvas {
public:
    Canvas(int width, int times)
        : m_times(times), m_width(static_cast<std::size_t>(std::max(1, width / times))),
          m_sums(m_width * 3) {}

    /// Three passes paint red, green, blue one after the other; otherwise `channel` is -1.
    void begin_pass(int channel) {
        m_channel = channel;
        m_row = 0;
        m_lines = 0;
        std::ranges::fill(m_sums, 0U);
    }

    /// `sample(x, c)` of one line; c is 0 for grey and single passes.
    void add_line(const auto& sample, bool coloured) {
        const auto times = static_cast<std::size_t>(m_times);
        for (std::size_t x = 0; x < m_width; ++x)
            for (std::size_t c = 0; c < (coloured ? 3U : 1U); ++c)
                for (std::size_t i = 0; i < times; ++i)
                    m_sums[x * 3 + c] += sample(x * times + i, c);
        if (++m_lines < m_times)
            return;
        put_row(coloured);
        m_lines = 0;
        std::ranges::fill(m_sums, 0U);
    }

    Picture take() {
        auto image = std::make_shared<Image>();
        image->width = static_cast<int>(m_width);
        image->height = static_cast<int>(m_rgba.size() / 4 / m_width);
        image->rgba = std::move(m_rgba);
        return image;
    }
    bool empty() const { return m_rgba.empty(); }

private:
    void put_row(bool coloured) {
        const std::size_t start = m_row++ * m_width * 4;
        if (m_rgba.size() < start + m_width * 4)
            m_rgba.resize(start + m_width * 4, 255);
        const auto area = static_cast<unsigned>(m_times * m_times);
        for (std::size_t x = 0; x < m_width; ++x)
            for (std::size_t c = 0; c < 3; ++c)
                if (m_channel < 0 || static_cast<int>(c) == m_channel)
                    m_rgba[start + x * 4 + c] =
                        static_cast<std::uint8_t>(m_sums[x * 3 + (coloured ? c : 0)] / area);
    }

    int m_times;
    std::size_t m_width;
    std::vector<unsigned> m_sums;
    std::vector<std::uint8_t> m_rgba;
    int m_channel{-1};
    std::size_t m_row{};
    int m_lines{};
};

int channel_of(SANE_Frame format) {
    switch (format) {
    case SANE_FRAME_RED:
        return 0;
    case SANE_FRAME_GREEN:
        return 1;
    case SANE_FRAME_BLUE:
        return 2;
    default:
        return -1;
    }
}

bool has_shape(const SANE_Parameters& frame) {
    const bool coloured = frame.format == SANE_FRAME_RGB;
    const long bits = static_cast<long>(frame.pixels_per_line) * (coloured ? 3 : 1) * frame.depth;
    return (frame.depth == 1 || frame.depth == 8 || frame.depth == 16) &&
           frame.pixels_per_line > 0 && frame.bytes_per_line >= (bits + 7) / 8;
}

/// One sample, 0 to 255, of a line as SANE packs it (SANE standard 3.2.1).
unsigned sample(const std::uint8_t* line, std::size_t index, const SANE_Parameters& frame) {
    if (frame.depth == 1) { // one means black in grey frames, full colour in others
        const bool set = (line[index / 8] >> (7 - index % 8) & 1) != 0;
        return set == (frame.format == SANE_FRAME_GRAY) ? 0 : 255;
    }
    if (frame.depth == 16) // in the machine's own order: the second byte is the high one here
        return line[index * 2 + 1];
    return line[index];
}

class Sheet {
public:
    Sheet(SaneCalls& calls, const Limits& limits) : m_calls(calls), m_limits(limits) {}

    Result<Page> scan(double dpi) {
        bool last = false;
        for (int pass = 0; !last && pass < 3; ++pass) {
            auto done = scan_pass(pass);
            if (!done)
                return tl::unexpected(done.error());
            last = *done;
        }
        if (!m_canvas || m_canvas->empty())
            return fail(Error::Kind::Empty, "scanner: a sheet without lines");
        return to_page(to_pix(m_canvas->take()), dpi / m_times);
    }

private:
    /// Whether it was the sheet's last.
    Result<bool> scan_pass(int pass) {
        auto status = m_calls.start();
        SANE_Parameters frame{};
        if (status == SANE_STATUS_GOOD)
            status = m_calls.parameters(frame);
        if (status != SANE_STATUS_GOOD)
            return tl::unexpected(failure(status, "start"));
        if (!has_shape(frame))
            return fail(Error::Kind::Unreadable, "scanner: a frame without shape");
        if (pass == 0) {
            auto fits = prepare(frame);
            if (!fits)
                return tl::unexpected(fits.error());
        } else if (frame.pixels_per_line != m_width) {
            return fail(Error::Kind::Unreadable, "scanner: its passes differ");
        }
        m_canvas->begin_pass(channel_of(frame.format));
        return read_lines(frame).map([&] { return frame.last_frame == SANE_TRUE; });
    }

    Result<void> prepare(const SANE_Parameters& frame) {
        m_width = frame.pixels_per_line;
        // A sheet that does not say its length is taken for an A4 one.
        const double lines = frame.lines > 0 ? frame.lines : m_width * 1.5;
        if (lines * m_width > static_cast<double>(m_limits.pixels))
            return fail(Error::Kind::TooLarge, "scanner: too many pixels");
        while (lines * m_width / (m_times * m_times) > whole_pixels)
            ++m_times;
        m_canvas = std::make_unique<Canvas>(m_width, m_times);
        return {};
    }

    Result<void> read_lines(const SANE_Parameters& frame) {
        const auto stride = static_cast<std::size_t>(frame.bytes_per_line);
        std::vector<std::uint8_t> pending;
        std::array<SANE_Byte, 65536> block{};
        long lines = 0;
        while (true) {
            if (m_calls.cancelled())
                return fail(Error::Kind::Cancelled, "cancelled while scanning");
            SANE_Int length = 0;
            const auto status =
                m_calls.read(block.data(), static_cast<SANE_Int>(block.size()), length);
            if (status == SANE_STATUS_EOF)
                return {};
            if (status != SANE_STATUS_GOOD)
                return tl::unexpected(failure(status, "read"));
            pending.insert(pending.end(), block.begin(), block.begin() + std::max(length, 0));
            std::size_t used = 0;
            for (; pending.size() - used >= stride; used += stride, ++lines)
                add_line(pending.data() + used, frame);
            pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(used));
            if (lines * m_width > m_limits.pixels)
                return fail(Error::Kind::TooLarge, "the scanner sends too much");
        }
    }

    void add_line(const std::uint8_t* line, const SANE_Parameters& frame) {
        const bool coloured = frame.format == SANE_FRAME_RGB;
        m_canvas->add_line(
            [&](std::size_t x, std::size_t c) {
                return sample(line, coloured ? x * 3 + c : x, frame);
            },
            coloured
        );
    }

    SaneCalls& m_calls;
    const Limits& m_limits;
    std::unique_ptr<Canvas> m_canvas{};
    int m_width{};
    int m_times{1};
};

} // namespace

Result<Page> scan_sheet(SaneCalls& calls, double dpi, const Limits& limits) {
    return Sheet(calls, limits).scan(dpi);
}

} // namespace guichet::scan
