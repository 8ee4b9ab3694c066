// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's news: a document's values and pictures.
#include "app/protocol/corners_json.hpp"
#include "app/protocol/protocol.hpp"
#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

using visit::happened::CameraShows;
using visit::happened::ScanFailed;
using visit::happened::ScanRead;
using visit::happened::ScanShows;
using visit::happened::ScanStage;

constexpr std::array<std::string_view, 4> stages{"opening", "cleaning", "codes", "text"};
/// In the order of procedure::PictureFault.
constexpr std::array<std::string_view, 9> faults{
    "too-dark",
    "too-blurred",
    "cut",
    "glossy",
    "too-small",
    "out-of-date",
    "wrong-kind",
    "side-missing",
    "disagrees"};
constexpr std::array<std::string_view, 4> sights{"empty", "moving", "blurred", "still"};
constexpr int longest_side = 20'000;
constexpr std::size_t most_pages = 20;
constexpr std::size_t most_proposals = 500;

template <typename Each, std::size_t Count>
std::string_view name_of(Each each, const std::array<std::string_view, Count>& names) {
    return names.at(static_cast<std::size_t>(each));
}

/// Which one has that name; nullopt for none.
template <typename Each, std::size_t Count>
std::optional<Each> named(const Json& name, const std::array<std::string_view, Count>& names) {
    const auto found = std::ranges::find(names, name.get<std::string>());
    if (found == names.end())
        return std::nullopt;
    return static_cast<Each>(found - names.begin());
}

/// Pictures travel in the blob one behind the other; the JSON says [width, height], in the same
/// order.
class PictureWriter {
public:
    Json put(const Picture& picture) {
        if (!picture)
            return nullptr;
        m_blob.append(
            reinterpret_cast<const char*>(picture->rgba.data()), // NOLINT(*-reinterpret-cast)
            picture->rgba.size()
        );
        return Json::array({picture->width, picture->height});
    }
    std::string take() { return std::move(m_blob); }

private:
    std::string m_blob;
};

class PictureReader {
public:
    explicit PictureReader(std::string_view blob) : m_rest(blob) {}

    /// Null for null. A size that is not in the blob clears `whole()`.
    Picture take(const Json& json) {
        if (json.is_null())
            return nullptr;
        const int width = json.at(0).get<int>();
        const int height = json.at(1).get<int>();
        const bool sane =
            width > 0 && height > 0 && width <= longest_side && height <= longest_side;
        const auto bytes =
            sane ? static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4 : 0;
        if (!sane || bytes > m_rest.size()) {
            m_whole = false;
            return nullptr;
        }
        auto image = std::make_shared<Image>();
        image->width = width;
        image->height = height;
        image->rgba.assign(m_rest.begin(), m_rest.begin() + static_cast<std::ptrdiff_t>(bytes));
        m_rest.remove_prefix(bytes);
        return image;
    }
    bool whole() const { return m_whole && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_whole{true};
};

Json to_json(const i18n::Message& message) {
    return {
        {"domain", static_cast<int>(message.domain)},
        {"id", message.id},
        {"plural", message.plural},
        {"count", message.count},
        {"arguments", message.arguments}};
}

/// A reader may only name our own texts or show a document's words.
i18n::Message to_message(const Json& json) {
    i18n::Message message;
    const int domain = json.at("domain").get<int>();
    message.domain = domain >= 0 && domain < static_cast<int>(i18n::Domain::Verbatim)
                         ? static_cast<i18n::Domain>(domain)
                         : i18n::Domain::Verbatim;
    message.id = json.at("id").get<std::string>();
    message.plural = json.at("plural").get<std::string>();
    message.count = json.at("count").get<long>();
    json.at("arguments").get_to(message.arguments);
    return message;
}

Json to_json(const procedure::Proposal& proposal, PictureWriter& pictures) {
    const auto& box = proposal.box;
    return {
        {"field", proposal.field},
        {"value", proposal.value},
        {"confidence", proposal.confidence},
        {"reader", name_of(proposal.reader, procedure::reader_names)},
        {"proven", proposal.proven},
        {"box", {box.x, box.y, box.width, box.height}},
        {"page", proposal.page},
        {"crop", pictures.put(proposal.crop)},
        {"doubtful", proposal.doubtful},
        {"label", to_json(proposal.label)},
        {"not_verified", proposal.not_verified},
        {"wrong_signature", proposal.wrong_signature},
        {"differs", proposal.differs}};
}

Result<procedure::Proposal> to_proposal(const Json& json, PictureReader& pictures) {
    const auto box = json.at("box").get<std::array<int, 4>>();
    const auto reader = named<procedure::ReadBy>(json.at("reader"), procedure::reader_names);
    if (!reader)
        return fail(Error::Kind::Invalid, "no such reader");
    procedure::Proposal proposal;
    proposal.field = json.at("field").get<std::string>();
    proposal.value = json.at("value").get<std::string>();
    proposal.confidence = json.at("confidence").get<double>();
    proposal.reader = *reader;
    proposal.proven = json.at("proven").get<bool>();
    proposal.box = {box[0], box[1], box[2], box[3]};
    proposal.page = json.at("page").get<int>();
    proposal.crop = pictures.take(json.at("crop"));
    proposal.doubtful = json.at("doubtful").get<std::vector<int>>();
    proposal.label = to_message(json.at("label"));
    proposal.not_verified = json.at("not_verified").get<bool>();
    proposal.wrong_signature = json.at("wrong_signature").get<bool>();
    proposal.differs = json.at("differs").get<std::string>();
    return proposal;
}

Json to_json(const CameraShows& news, PictureWriter& pictures) {
    return {
        {"says", "sees"},
        {"sight", name_of(news.sight, sights)},
        {"picture", pictures.put(news.picture)}};
}

Json to_json(const ScanShows& news, PictureWriter& pictures) {
    return {{"says", "shows"}, {"photo", news.photo}, {"picture", pictures.put(news.picture)}};
}

Json to_json(const ScanStage& news, PictureWriter&) {
    return {{"says", "stage"}, {"stage", name_of(news.stage, stages)}};
}

Json to_json(const ScanRead& news, PictureWriter& pictures) {
    Json json{
        {"says", "read"},
        {"kind", news.reading.kind},
        {"name", to_json(news.reading.kind_name)},
        {"missing", to_json(news.reading.missing)},
        {"faults", Json::array()},
        {"pages", Json::array()},
        {"proposals", Json::array()}};
    for (const auto fault : news.reading.faults)
        json["faults"].push_back(name_of(fault, faults));
    for (const auto& page : news.reading.pages)
        json["pages"].push_back(pictures.put(page));
    for (const auto& proposal : news.reading.proposals)
        json["proposals"].push_back(to_json(proposal, pictures));
    if (news.corners)
        json["corners"] = corners_to_json(*news.corners);
    return json;
}

Json to_json(const ScanFailed& news, PictureWriter&) {
    return {{"says", "failed"}, {"why", to_name(news.why)}};
}

Result<ReaderSays> read_sight(const Json& json, PictureReader& pictures) {
    const auto sight = named<procedure::CameraSight>(json.at("sight"), sights);
    if (!sight)
        return fail(Error::Kind::Invalid, "no such sight");
    return CameraShows{pictures.take(json.at("picture")), *sight};
}

Result<ReaderSays> read_stage(const Json& json) {
    const auto stage = named<procedure::ReadingStage>(json.at("stage"), stages);
    if (!stage)
        return fail(Error::Kind::Invalid, "no such stage");
    return ScanStage{*stage};
}

Result<ReaderSays> read_reading(const Json& json, PictureReader& pictures) {
    ScanRead news;
    news.reading.kind = json.at("kind").get<std::string>();
    news.reading.kind_name = to_message(json.at("name"));
    if (json.at("pages").size() > most_pages || json.at("proposals").size() > most_proposals ||
        json.at("faults").size() > faults.size())
        return fail(Error::Kind::Invalid, "more than a document holds");
    news.reading.missing = to_message(json.at("missing"));
    for (const auto& fault : json.at("faults")) {
        const auto known = named<procedure::PictureFault>(fault, faults);
        if (!known)
            return fail(Error::Kind::Invalid, "no such fault of a picture");
        news.reading.faults.push_back(*known);
    }
    for (const auto& page : json.at("pages"))
        news.reading.pages.push_back(pictures.take(page));
    for (const auto& each : json.at("proposals")) {
        auto proposal = to_proposal(each, pictures);
        if (!proposal)
            return tl::unexpected(proposal.error());
        news.reading.proposals.push_back(std::move(*proposal));
    }
    news.corners = corners_in(json);
    return news;
}

Result<ReaderSays> read_news(const Json& json, PictureReader& pictures) {
    const auto said = json.at("says").get<std::string>();
    if (said == "sees")
        return read_sight(json, pictures);
    if (said == "shows")
        return ScanShows{
            .picture = pictures.take(json.at("picture")), .photo = json.at("photo").get<bool>()};
    if (said == "stage")
        return read_stage(json);
    if (said == "read")
        return read_reading(json, pictures);
    if (said == "failed")
        return ScanFailed{to_kind(json.at("why").get<std::string>())};
    return fail(Error::Kind::Invalid, "a reader does not say that");
}

} // namespace

Packet to_packet(int job, const ReaderSays& news) {
    PictureWriter pictures;
    auto json = std::visit([&](const auto& each) { return to_json(each, pictures); }, news);
    json["job"] = job;
    return {to_text(json), pictures.take()};
}

Result<ReaderSays> to_reader_says(const Packet& packet) {
    const auto json = parse_json(packet.json);
    if (!json)
        return tl::unexpected(json.error());
    try {
        PictureReader pictures(packet.blob);
        auto news = read_news(*json, pictures);
        if (news && !pictures.whole())
            return fail(Error::Kind::Invalid, "pictures are missing");
        return news;
    } catch (const Json::exception&) {
        return fail(Error::Kind::Invalid, "not what was agreed with the reader");
    }
}

} // namespace guichet::app
