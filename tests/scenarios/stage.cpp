// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/stage.hpp"

#include "base/files.hpp"
#include "i18n/language.hpp"
#include "i18n/locales.hpp"
#include "procedure/places.hpp"

#include <filesystem>

namespace guichet::scenarios {
namespace {

const std::filesystem::path source{GUICHET_SOURCE};

/// Types keep a reference to the table for as long as the program lives.
void use_real_places() {
    static const auto places = procedure::Places::load(source / "forms/geo");
    if (!places)
        throw Mismatch("forms/geo cannot be loaded: " + places.error().detail);
    procedure::use_places(*places);
}

bool is_no(Words& words) {
    if (words.take("no"))
        return true;
    if (words.take("yes"))
        return false;
    throw Mismatch("yes or no is missing");
}

} // namespace

Stage::Stage()
    : m_offer{std::make_shared<visit::Offer>()}, m_today{
                                                     std::chrono::year{2026} /
                                                     std::chrono::November / 22} {
    m_offer->site = "Médiathèque des Essais";
    m_offer->place = "Poste 2";
    m_offer->can_save = true;
    use_real_places();
    const auto kinds = procedure::load_kinds(source / "forms/documents");
    if (!kinds)
        throw Mismatch("forms/documents: " + procedure::to_text(kinds.error().front()));
    m_kinds = *kinds;
    for (const auto& language : i18n::languages()) {
        if (auto words = i18n::Catalogue::load(i18n::locales_folder(), language))
            m_offer->words.emplace(language.code, *words);
    }
}

void Stage::load(const std::string& file) {
    const auto text = read_file(source / file, 1'000'000);
    if (!text)
        throw Mismatch("cannot read " + file);
    auto loaded = procedure::load_procedure(*text, file, m_kinds);
    if (!loaded)
        throw Mismatch(procedure::to_text(loaded.error().front()));
    m_offer->procedures.push_back(*loaded);
}

bool Stage::set_up(const std::string& verb, Words& words) {
    if (verb == "procedure") {
        load(words.rest());
        return true;
    }
    if (verb != "offer")
        return false;
    const auto what = words.next();
    if (what == "scan")
        m_offer->can_scan = !is_no(words);
    else if (what == "print")
        m_offer->can_print = !is_no(words);
    else if (what == "save")
        m_offer->can_save = !is_no(words);
    else if (what == "pin")
        m_offer->has_pin = !is_no(words);
    else
        throw Mismatch("an offer is scan, print, save or pin");
    return true;
}

visit::Visit& Stage::visit() {
    if (!m_visit)
        m_visit = visit::begin(m_offer, "essai", m_now, m_today);
    return *m_visit;
}

void Stage::happen(const visit::Event& event) {
    const auto effects = visit::handle(visit(), event, m_now);
    m_effects.insert(m_effects.end(), effects.begin(), effects.end());
}

void Stage::wait(std::chrono::seconds time) {
    const auto until = m_now + time;
    while (const auto wake = visit::next_wake(visit(), m_now)) {
        if (*wake > until)
            break;
        m_now = std::max(*wake, m_now + std::chrono::milliseconds{1});
        happen(visit::happened::Tick{});
    }
    m_now = std::max(m_now, until);
}

} // namespace guichet::scenarios
