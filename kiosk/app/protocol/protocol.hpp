// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/channel.hpp"
#include "base/result.hpp"
#include "deliver/printer.hpp"
#include "scan/codes/certificates.hpp"
#include "scan/source.hpp"
#include "visit/event.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guichet::app {

/// What our processes tell each other. Every packet from a reader or courier is taken as coming
/// from a stranger (it has seen a stranger's picture): Invalid unless it is whole and within
/// limits.

// visit → keeper
enum class VisitSays { Ready, Shown, Alive };
// keeper → visit
enum class KeeperSays { Show, Ping };

Packet to_packet(VisitSays said);
Packet to_packet(KeeperSays said);
Result<VisitSays> to_visit_says(const Packet& packet);
Result<KeeperSays> to_keeper_says(const Packet& packet);

/// Takes one document and reads it.
struct ReadJob {
    scan::Scanner scanner;
    std::vector<std::string> kinds;
    scan::Trust trust{}; ///< certificates for the signatures of codes
    int picture{};       ///< its number: a photo is kept under it as long as the visit lasts
    /// Of the sheet on that picture, which is read again: nothing is taken.
    std::optional<visit::Corners> corners{};
};

/// The camera of a ReadJob under way takes its picture now.
Packet to_shot_packet(int job);
bool is_shot(const Packet& packet);

/// What a reader reports; the last two end the job.
using ReaderSays = std::variant<
    visit::happened::CameraShows,
    visit::happened::ScanShows,
    visit::happened::ScanStage,
    visit::happened::ScanRead,
    visit::happened::ScanFailed>;

Packet to_packet(int job, const ReadJob& work);
Packet to_packet(int job, const ReaderSays& news);
Result<ReadJob> to_read_job(const Packet& packet);
Result<ReaderSays> to_reader_says(const Packet& packet);

struct PrintJob {
    deliver::Printer printer;
    std::string pdf;
};
struct SaveJob {
    std::filesystem::path file;
    std::string pdf;
};
using CourierJob = std::variant<PrintJob, SaveJob>; // its line to the hub: protocol_line.hpp

/// How a courier's job went.
struct CourierSays {
    Result<void> outcome;
};

Packet to_packet(int job, const CourierJob& work);
Packet to_packet(int job, const CourierSays& news);
Result<CourierJob> to_courier_job(const Packet& packet);
Result<CourierSays> to_courier_says(const Packet& packet);

/// Which job a packet is about; 0 when it does not say.
int job_of(const Packet& packet);

/// "OutOfPaper"; and back, Crashed when there is no such kind.
std::string_view to_name(Error::Kind kind);
Error::Kind to_kind(std::string_view name);

} // namespace guichet::app
