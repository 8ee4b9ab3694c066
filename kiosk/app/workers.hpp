#pragma once

#include "app/helper.hpp"
#include "app/inbox.hpp"
#include "app/offer.hpp"
#include "app/site.hpp"
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
    static Children ours();
};

/// Does what a visit asks for, elsewhere, and posts what comes of it. One for each visit.
class Workers {
public:
    Workers(const Site& site, const Children& children, Inbox& inbox);
    ~Workers(); ///< waits for the sheet's thread; kills the children
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Starts the children before they are needed.
    void warm();
    /// Everything but `please::End`.
    void perform(const visit::Effect& effect, const visit::Visit& visit, const Stock& stock);
    /// Overwrites the sheet.
    void wipe();

    pid_t reader() const { return m_reader.pid(); }
    pid_t courier() const { return m_courier.pid(); }

private:
    void start(const visit::please::StartScan& wanted);
    void take_shot();
    void stop_scan();
    void make_sheet(const visit::Visit& visit, const Stock& stock, int work);
    void print(int work);
    void save(const visit::Visit& visit, int work);
    void call(const visit::please::TellHub& wanted);
    std::string sheet();

    const Site& m_site;
    Inbox& m_inbox;
    Helper m_reader;
    Helper m_courier;
    std::optional<int> m_scan{}; ///< job under way
    std::mutex m_guard{};        ///< of the sheet
    std::string m_sheet{};       ///< PDF
    std::jthread m_maker{};
};

} // namespace guichet::app
