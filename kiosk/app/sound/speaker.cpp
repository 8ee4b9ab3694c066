// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/speaker.hpp"

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <alsa/asoundlib.h>

namespace guichet::app {

namespace {

constexpr unsigned latency_us = 100'000;

struct Close {
    void operator()(snd_pcm_t* device) const { snd_pcm_close(device); }
};
using Device = std::unique_ptr<snd_pcm_t, Close>;

/// Opened for each sound: an idle kiosk keeps no device busy, and one plugged in later is found.
Device open_device() {
    snd_pcm_t* opened = nullptr;
    if (snd_pcm_open(&opened, "default", SND_PCM_STREAM_PLAYBACK, 0) < 0)
        return nullptr;
    Device device(opened);
    constexpr unsigned channels = 1;
    constexpr int convert = 1;
    const int refused = snd_pcm_set_params(
        opened,
        SND_PCM_FORMAT_S16,
        SND_PCM_ACCESS_RW_INTERLEAVED,
        channels,
        samples_per_second,
        convert,
        latency_us
    );
    return refused < 0 ? nullptr : std::move(device);
}

/// False when there is nothing to play it on.
bool sound(const Samples& samples) {
    const auto device = open_device();
    if (!device)
        return false;
    const auto* next = samples.data();
    auto left = static_cast<snd_pcm_sframes_t>(samples.size());
    while (left > 0) {
        auto written = snd_pcm_writei(device.get(), next, static_cast<snd_pcm_uframes_t>(left));
        if (written < 0)
            written = snd_pcm_recover(device.get(), static_cast<int>(written), 1);
        if (written < 0)
            return false;
        next += written;
        left -= written;
    }
    snd_pcm_drain(device.get());
    return true;
}

/// ALSA talks to stderr by itself.
void be_quiet(const char*, int, const char*, int, const char*, ...) {}

} // namespace

struct Speaker::Desk {
    std::mutex guard{};
    std::condition_variable bell{};
    std::optional<Samples> next{};
    bool over{false};

    void serve() {
        snd_lib_error_set_handler(be_quiet);
        bool said = false;
        std::unique_lock lock(guard);
        while (true) {
            bell.wait(lock, [this] { return over || next; });
            if (over)
                return;
            const auto samples = *std::exchange(next, std::nullopt);
            lock.unlock();
            if (!sound(samples) && !std::exchange(said, true))
                std::fputs("guichet: no loudspeaker: what is heard is only seen\n", stderr);
            lock.lock();
        }
    }
};

Speaker::Speaker() : m_desk(std::make_shared<Desk>()) {
    std::thread([desk = m_desk] { desk->serve(); }).detach();
}

Speaker::~Speaker() {
    {
        const std::lock_guard lock(m_desk->guard);
        m_desk->over = true;
    }
    m_desk->bell.notify_all();
}

void Speaker::play(Samples samples) {
    {
        const std::lock_guard lock(m_desk->guard);
        m_desk->next = std::move(samples);
    }
    m_desk->bell.notify_all();
}

} // namespace guichet::app
