// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/call_line.hpp"
#include "app/child/helper.hpp"
#include "app/site/offer.hpp"
#include "app/site/site.hpp"
#include "app/sound/speaker.hpp"
#include "app/work/inbox.hpp"
#include "visit/effect.hpp"
#include "visit/visit.hpp"

#include <optional>
#include <string>
#include <thread>

namespace guichet::app {

/// How the visit's children are started.
struct Children {
    Command reader;
    Command courier;
    CallLine::Programme programme;
    static Children ours(CallLine::Programme programme);
};

/// Does what a visit asks for, elsewhere, and posts what comes of it. One for each visit.
class Workers {
public:
    Workers(const Site& site, const Children& children, Inbox& inbox);
    ~Workers(); ///< waits for the threads that make papers; kills the reader
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// The visit is on the screen: starts the children before they are needed.
    void warm();
    /// Everything but `please::End`.
    void perform(const visit::Effect& effect, const visit::Visit& visit, const Stock& stock);
    /// The labels of the screen, for a console that may point at it.
    void show_labels(const std::string& point, call::Layout layout);
    /// Overwrites the sheet.
    void wipe();

    pid_t reader() const { return m_reader.pid(); }
    pid_t courier() const { return m_courier.pid(); }

private:
    /// What an effect may look at besides itself.
    struct Scene {
        const visit::Visit& visit;
        const Stock& stock;
    };
    void on(const visit::please::StartScan& wanted, const Scene& scene);
    void on(const visit::please::TakeShot& wanted, const Scene& scene);
    void on(const visit::please::StopScan& wanted, const Scene& scene);
    void on(const visit::please::MakeSheet& wanted, const Scene& scene);
    void on(const visit::please::Print& wanted, const Scene& scene);
    void on(const visit::please::Save& wanted, const Scene& scene);
    void on(const visit::please::PrintWays& wanted, const Scene& scene);
    void on(const visit::please::TellHub& wanted, const Scene& scene);
    void on(const visit::please::CheckPin& wanted, const Scene& scene);
    void on(const visit::please::TellPointer& wanted, const Scene& scene);
    void on(const visit::please::ShowProgress& wanted, const Scene& scene);
    void on(const visit::please::Count& wanted, const Scene& scene);
    void on(const visit::please::Play& wanted, const Scene& scene);
    void on(const visit::please::End& wanted, const Scene& scene);

    void stop_scan();
    void print(std::string pdf, int work);
    std::string sheet();

    const Site& m_site;
    Inbox& m_inbox;
    CallLine m_calls; ///< before the courier, which talks to it until it is gone
    Helper m_reader;
    Helper m_courier;
    Speaker m_speaker{};
    std::optional<int> m_scan{}; ///< job under way
    std::mutex m_guard{};        ///< of the sheet
    std::string m_sheet{};       ///< PDF
    std::jthread m_maker{};
    std::jthread m_ways_maker{};
};

} // namespace guichet::app
