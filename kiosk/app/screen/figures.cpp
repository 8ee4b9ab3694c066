// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/figures.hpp"

#include "base/json.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

constexpr std::size_t most_kept = 10'000;

void keep(std::vector<float>& all, Figures::Milliseconds time, long frame) {
    const auto milliseconds = static_cast<float>(time.count());
    if (all.size() < most_kept)
        all.push_back(milliseconds);
    else
        all[static_cast<std::size_t>(frame) % most_kept] = milliseconds;
}

Json spread(std::vector<float> all) {
    if (all.empty())
        return nullptr;
    std::ranges::sort(all);
    const auto at = [&](double share) {
        return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    };
    return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"most", all.back()}};
}

/// Adds to a sum the time it lives.
class Spending {
public:
    explicit Spending(Figures::Milliseconds& sum) : m_sum(sum) {}
    ~Spending() { m_sum += Figures::Clock::now() - m_start; }
    Spending(const Spending&) = delete;
    Spending& operator=(const Spending&) = delete;

private:
    Figures::Milliseconds& m_sum;
    Figures::Clock::time_point m_start{Figures::Clock::now()};
};

/// A line of /proc/self/status: "VmRSS:	  12345 kB".
long status(const std::string& key) {
    std::ifstream file("/proc/self/status");
    std::string word;
    while (file >> word)
        if (word == key + ":") {
            long number = 0;
            file >> number;
            return number;
        }
    return 0;
}

} // namespace

void Figures::ready() {
    m_ready = Clock::now() - m_started;
}

void Figures::frame(Milliseconds ours, Milliseconds whole) {
    if (m_frames == 0)
        m_first = Clock::now() - m_started;
    keep(m_ours, ours, m_frames);
    keep(m_whole, whole, m_frames);
    ++m_frames;
}

std::string Figures::text() const {
    return to_text(
        {{"ready_ms", m_ready.count()},
         {"first_frame_ms", m_first.count()},
         {"frames", m_frames},
         {"ours_ms", spread(m_ours)},
         {"frame_ms", spread(m_whole)},
         {"resident_kb", status("VmRSS")},
         {"resident_most_kb", status("VmHWM")},
         {"threads", status("Threads")}}
    );
}

std::uint64_t TimedTextures::upload(const Image& image) {
    const Spending spending(m_spent);
    return m_real.upload(image);
}

std::uint64_t TimedTextures::upload(const text::Coverage& ink) {
    const Spending spending(m_spent);
    return m_real.upload(ink);
}

void TimedTextures::drop(std::uint64_t texture) {
    const Spending spending(m_spent);
    m_real.drop(texture);
}

Figures::Milliseconds TimedTextures::take() {
    return std::exchange(m_spent, Figures::Milliseconds{0});
}

} // namespace guichet::app
