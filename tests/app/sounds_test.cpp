// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/chimes.hpp"
#include "app/sound/speaker.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

namespace guichet::app {
namespace {

using namespace std::chrono_literals;
using visit::please::Chime;

constexpr std::array every_chime{
    Chime::Sent, Chime::Received, Chime::Claimed, Chime::Here, Chime::Beacon, Chime::Asked};

int loudest(const Samples& samples) {
    int most = 0;
    for (const auto sample : samples)
        most = std::max(most, std::abs(static_cast<int>(sample)));
    return most;
}

/// ALSA with a default device of our own: a file, or none.
class SoundCard {
public:
    explicit SoundCard(bool present) {
        std::filesystem::create_directories(m_folder);
        std::ofstream settings(m_folder / "alsa.conf");
        if (present)
            settings << "pcm.nothing { type null }\n"
                        "pcm.default { type file slave.pcm nothing file \""
                     << heard().string() << "\" format raw }\n";
        settings.close();
        ::setenv("ALSA_CONFIG_PATH", (m_folder / "alsa.conf").c_str(), 1);
    }
    ~SoundCard() {
        ::unsetenv("ALSA_CONFIG_PATH");
        std::filesystem::remove_all(m_folder);
    }
    SoundCard(const SoundCard&) = delete;
    SoundCard& operator=(const SoundCard&) = delete;

    std::filesystem::path heard() const { return m_folder / "heard.raw"; }
    /// Waits for at most half a minute.
    bool plays(std::size_t bytes) const {
        for (int i = 0; i < 3000; ++i) {
            std::error_code error;
            if (std::filesystem::file_size(heard(), error) >= bytes && !error)
                return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }

private:
    static inline int made{}; ///< ALSA keeps what it read of a file of the same name
    std::filesystem::path m_folder{
        std::filesystem::temp_directory_path() /
        ("guichet-sound-" + std::to_string(::getpid()) + "-" + std::to_string(made++))};
};

} // namespace

TEST_CASE("each chime is short, soft, begins and ends without a click, and is like no other") {
    for (const auto chime : every_chime) {
        CAPTURE(static_cast<int>(chime));
        const auto samples = samples_of(chime);
        CHECK(samples.size() > samples_per_second / 5);
        CHECK(samples.size() <= samples_per_second * 3 / 2);
        CHECK(loudest(samples) > 4000);
        CHECK(loudest(samples) < 28000);
        CHECK(samples.front() == 0);
        CHECK(std::abs(static_cast<int>(samples.back())) < 400);
        for (const auto other : every_chime)
            CHECK((other == chime || samples_of(other) != samples));
    }
}

TEST_CASE("only the beacon is loud: it looks for somebody") {
    const int beacon = loudest(samples_of(Chime::Beacon));
    for (const auto chime : every_chime)
        CHECK((chime == Chime::Beacon || loudest(samples_of(chime)) < beacon));
}

TEST_CASE("a chime comes out of the loudspeaker as it was made") {
    const SoundCard card(true);
    Speaker speaker;
    const auto samples = samples_of(Chime::Received);
    speaker.play(samples);
    REQUIRE(card.plays(samples.size() * 2));
    std::ifstream file(card.heard(), std::ios::binary);
    Samples heard(samples.size());
    file.read(
        reinterpret_cast<char*>(heard.data()), static_cast<std::streamsize>(heard.size() * 2)
    );
    CHECK(heard == samples);
}

TEST_CASE("without a loudspeaker nothing waits and nothing breaks") {
    const SoundCard card(false);
    Speaker speaker;
    for (int i = 0; i < 20; ++i)
        speaker.play(samples_of(Chime::Beacon));
    CHECK_FALSE(std::filesystem::exists(card.heard()));
}

} // namespace guichet::app
