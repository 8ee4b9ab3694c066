// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/workers.hpp"

#include "app/site/pin.hpp"
#include "app/sound/chimes.hpp"

#include <cstring>
#include <utility>

namespace guichet::app {

Children Children::ours(CallLine::Programme programme) {
    return {ourselves({"reader"}), ourselves({"courier"}), std::move(programme)};
}

Workers::Workers(const Site& site, const Children& children, Inbox& inbox)
    : m_site(site), m_inbox(inbox), m_calls(site.hub, children.programme, m_courier, inbox),
      m_reader(children.reader), m_courier(children.courier, Helper::AtEnd::LetGo) {}

Workers::~Workers() = default;

void Workers::warm() {
    if (m_site.scanner.kind != scan::Scanner::Kind::None)
        m_reader.warm();
    m_courier.warm();
    m_calls.open();
}

void Workers::perform(const visit::Effect& effect, const visit::Visit& visit, const Stock& stock) {
    const Scene scene{visit, stock};
    std::visit([this, &scene](const auto& wanted) { this->on(wanted, scene); }, effect);
}

void Workers::on(const visit::please::TellHub& wanted, const Scene&) {
    m_calls.tell(wanted.errand);
}

void Workers::on(const visit::please::CheckPin& wanted, const Scene&) {
    m_inbox.post(visit::happened::PinChecked{is_pin(m_site.pin_file, wanted.digits), wanted.work});
}

void Workers::on(const visit::please::TellPointer& wanted, const Scene&) {
    m_calls.tell(wanted.errand);
}

void Workers::show_labels(const std::string& point, call::Layout layout) {
    m_calls.tell(call::PointErrand{point, call::PointErrand::Shown{std::move(layout)}});
}

void Workers::on(const visit::please::ShowProgress& wanted, const Scene&) {
    m_calls.show(wanted.progress);
}

void Workers::on(const visit::please::Count& wanted, const Scene&) {
    m_calls.count(wanted.activity);
}

void Workers::on(const visit::please::Play& wanted, const Scene&) {
    m_speaker.play(samples_of(wanted.chime));
}

void Workers::on(const visit::please::End&, const Scene&) {} // the loop's own

void Workers::wipe() {
    const std::lock_guard lock(m_guard);
    ::explicit_bzero(m_sheet.data(), m_sheet.size());
    m_sheet.clear();
}

} // namespace guichet::app
