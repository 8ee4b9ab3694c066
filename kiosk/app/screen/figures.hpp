// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/textures.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace guichet::app {

/// What a visit costs: for benchmarks, never a thing about a person.
class Figures {
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::duration<double, std::milli>;

    explicit Figures(Clock::time_point started) : m_started(started) {}

    void ready();
    /// `ours`: without OpenGL; `whole`: with it.
    void frame(Milliseconds ours, Milliseconds whole);
    long frames() const { return m_frames; }

    /// One JSON object: "ready_ms", "first_frame_ms", "frames", "ours_ms": {"p50", "p99", "most"},
    /// "frame_ms": {…}, "resident_kb", "threads".
    std::string text() const;

private:
    Clock::time_point m_started;
    Milliseconds m_ready{0};
    Milliseconds m_first{0};
    long m_frames{0};
    std::vector<float> m_ours{}; ///< the last ones
    std::vector<float> m_whole{};
};

/// Keeps the time that OpenGL takes for textures apart from ours.
class TimedTextures : public ui::Textures {
public:
    explicit TimedTextures(ui::Textures& real) : m_real(real) {}

    std::uint64_t upload(const Image& image) override;
    std::uint64_t upload(const text::Coverage& ink) override;
    void drop(std::uint64_t texture) override;
    Figures::Milliseconds take();

private:
    ui::Textures& m_real;
    Figures::Milliseconds m_spent{0};
};

} // namespace guichet::app
