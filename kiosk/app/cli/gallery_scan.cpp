// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery_scan.hpp"

#include "app/cli/gallery_document.hpp"

#include <array>
#include <string>
#include <utility>

namespace guichet::app {

namespace did = visit::did;
namespace happened = visit::happened;

namespace {

void add_faults(KeptStates& states, Walk scanning) {
    using enum procedure::PictureFault;
    const std::array<std::pair<const char*, procedure::PictureFault>, 8> faults{
        {{"too-dark", TooDark},
         {"too-blurred", TooBlurred},
         {"cut", Cut},
         {"glossy", Glossy},
         {"too-small", TooSmall},
         {"out-of-date", OutOfDate},
         {"wrong-kind", WrongKind},
         {"side-missing", SideMissing}}};
    auto reading = read_document();
    reading.missing = i18n::tr("verso");
    reading.proposals.clear();
    for (const auto& [name, fault] : faults) {
        reading.faults = {fault};
        states.keep_after(
            std::string{"scan-fault-"} + name, scanning, {happened::ScanRead{reading}}
        );
    }
    reading = read_document();
    reading.missing = i18n::tr("verso");
    reading.faults = {OutOfDate, SideMissing, Disagrees};
    reading.proposals.front().not_verified = true;
    reading.proposals[1].differs = "Samira Louisa";
    states.keep_after("confirm-faults", scanning, {happened::ScanRead{reading}});
    scanning.visit.scanning.state = visit::Scanning::State::NotAsked;
    scanning.visit.scanning.seen = reading.kind_name;
    states.keep("scan-not-asked", scanning);
    scanning.visit.scanning.for_later = true;
    states.keep("scan-for-later", scanning);
}

/// A paper we know by its title only: nothing is read from it.
void add_only_named(KeptStates& states, const Walk& scanning) {
    procedure::Reading reading;
    reading.pages = read_document().pages;
    reading.kind_name = i18n::Message{i18n::Domain::Forms, "Attestation d’assurance"};
    states.keep_after("scan-only-named", scanning, {happened::ScanRead{reading}});
}

void add_failures(KeptStates& states, const Walk& scanning) {
    using Kind = Error::Kind;
    const std::array<std::pair<const char*, Kind>, 14> kinds{
        {{"not-found", Kind::NotFound},
         {"unreadable", Kind::Unreadable},
         {"invalid", Kind::Invalid},
         {"empty", Kind::Empty},
         {"protected", Kind::Protected},
         {"too-large", Kind::TooLarge},
         {"no-device", Kind::NoDevice},
         {"jammed", Kind::Jammed},
         {"out-of-paper", Kind::OutOfPaper},
         {"full", Kind::Full},
         {"unreachable", Kind::Unreachable},
         {"refused", Kind::Refused},
         {"timed-out", Kind::TimedOut},
         {"crashed", Kind::Crashed}}};
    for (const auto& [name, kind] : kinds)
        states.keep_after(
            std::string{"scan-failed-"} + name, scanning, {happened::ScanFailed{kind}}
        );
}

void add_confirm(KeptStates& states, Walk reading) {
    auto answered = reading;
    answered.visit.answers.set("nom_naissance", {.value = std::string{"Benhali"}, .origin = {}});
    states.keep_after("confirm-own-words", answered, {happened::ScanRead{read_document()}});
    reading.go(happened::ScanRead{read_document()});
    states.keep("confirm", reading);
    reading.visit.scanning.original.photo = true;
    states.keep("confirm-photo", reading);
    states.keep_after("confirm-dismissed", reading, {did::DismissReading{0}});
    states.keep_after("confirm-correct", reading, {did::CorrectReading{2}});
    states.keep_after("need-read", reading, {did::Continue{}});
}

/// A photo whose corners were not found well, and a paper asked for itself that is not clear.
void add_framing(KeptStates& states, Walk reading) {
    reading.go(happened::ScanShows{.picture = draw_on_table(), .photo = true});
    auto unclear = reading;
    auto read = read_document();
    read.faults = {procedure::PictureFault::TooBlurred};
    read.proposals.clear();
    unclear.visit.scan_from = visit::Screen::Question;
    unclear.visit.scan_path = "piece_identite";
    states.keep_after("scan-unclear", unclear, {happened::ScanRead{read}});
    reading.go(happened::ScanFailed{Error::Kind::Unreadable});
    states.keep("scan-failed-photo", reading);
    reading.go(did::FramePicture{});
    reading.go(did::MoveCorner{0, {0.14, 0.16}});
    reading.go(did::MoveCorner{2, {0.83, 0.86}});
    reading.go(did::MoveCorner{3, {0.15, 0.80}});
    reading.go(did::MoveCorner{1, {0.86, 0.30}});
    states.keep("scan-framing", reading);
}

/// A document shown before, looked at again from the check page.
void add_looking(KeptStates& states, Walk scanning) {
    scanning.visit.scanning.seen = read_document().kind_name;
    scanning.visit.scanning.state = visit::Scanning::State::Looking;
    states.keep("scan-looking", scanning);
    scanning.visit.scanning.original.preview = draw_on_table();
    scanning.visit.scanning.original.photo = true;
    states.keep("scan-looking-photo", scanning);
}

/// What a document camera sees while it is looked through.
void add_camera(KeptStates& states, const Walk& looking) {
    using procedure::CameraSight;
    const auto shown = [](CameraSight sight) {
        return happened::CameraShows{draw_document().picture, sight};
    };
    states.keep_after("scan-camera-moving", looking, {shown(CameraSight::Moving)});
    states.keep_after("scan-camera-blurred", looking, {shown(CameraSight::Blurred)});
    states.keep_after("scan-camera-still", looking, {shown(CameraSight::Still)});
}

} // namespace

void add_documents_shown(KeptStates& states, Walk check) {
    auto& documents = check.visit.documents;
    documents.push_back(
        {.original = {.preview = draw_on_table()},
         .kind = "identite",
         .name = read_document().kind_name}
    );
    documents.push_back({.original = {.preview = draw_document().picture}});
    check.visit.route.stops.resize(1); // they stand under the answers: few, so that they are seen
    states.keep("check-documents", check);
}

void add_scan_states(KeptStates& states, Walk need) {
    need.go(did::OpenScan{});
    states.keep("scan", need);
    need.go(did::TakePicture{});
    states.keep("scan-opening", need);
    add_camera(states, need);
    need.go(happened::ScanShows{draw_document().picture});
    need.go(happened::ScanStage{procedure::ReadingStage::Text});
    states.keep("scan-reading", need);
    add_confirm(states, need);
    add_framing(states, need);
    add_looking(states, need);
    add_failures(states, need);
    add_faults(states, need);
    add_only_named(states, need);
}

} // namespace guichet::app
