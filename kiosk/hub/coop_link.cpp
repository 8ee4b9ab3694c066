// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/coop_link.hpp"

#include "base/json.hpp"
#include "hub/coop_words.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <nlohmann/json.hpp>
#include <qrencode.h>
#include <zlib.h>

namespace guichet::hub {
namespace {

constexpr const char* form =
    "https://coop-numerique.anct.gouv.fr/coop/mes-activites/cra/individuel";
constexpr auto durations = std::to_array<int>({15, 30, 45, 60, 90, 120}); ///< La Coop's own
constexpr int an_hour = 60;

Json duration_json(int minutes) {
    if (std::ranges::find(durations, minutes) != durations.end())
        return {{"duree", std::to_string(minutes)}};
    return {
        {"duree", "personnaliser"},
        {"dureePersonnaliseeHeures", minutes / an_hour},
        {"dureePersonnaliseeMinutes", minutes % an_hour}};
}

/// The form's own default values.
Json values(const Activity& activity, const std::string& procedure) {
    Json json{
        {"date", activity.day},
        {"typeLieu", coop_place.form},
        {"materiel", {coop_equipment.form}},
        {"thematiques", {coop_paperwork.form}}};
    if (activity.minutes > 0)
        json["duree"] = duration_json(activity.minutes);
    if (const auto* theme = find_coop(coop_themes(), activity.theme))
        json["thematiques"].push_back(theme->form);
    if (!procedure.empty())
        json["precisionsDemarche"] = procedure;
    if (const auto* autonomy = find_coop(coop_autonomies(), activity.autonomy))
        json["autonomie"] = autonomy->form;
    if (const auto* redirected = find_coop(coop_redirections(), activity.redirected)) {
        json["orienteVersStructure"] = "yes";
        json["structureDeRedirection"] = redirected->form;
    }
    return json;
}

Result<std::string> deflate_text(const std::string& text) {
    auto length = ::compressBound(text.size());
    std::string packed(length, '\0');
    const auto done = ::compress2(
        reinterpret_cast<Bytef*>(packed.data()),
        &length,
        reinterpret_cast<const Bytef*>(text.data()),
        text.size(),
        Z_BEST_COMPRESSION
    );
    if (done != Z_OK)
        return fail(Error::Kind::Unreachable, "zlib did not compress");
    packed.resize(length);
    return packed;
}

/// RFC 4648 section 5, without padding.
std::string base64url(const std::string& bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    unsigned waiting = 0;
    int bits = 0;
    for (const char byte : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6)
            text += letters.at((waiting >> static_cast<unsigned>(bits - 6)) & 63U);
    }
    if (bits > 0)
        text += letters.at((waiting << static_cast<unsigned>(6 - bits)) & 63U);
    return text;
}

} // namespace

Result<std::string> coop_link(const Activity& activity, const std::string& procedure) {
    const auto packed = deflate_text(to_text(Json{{"json", values(activity, procedure)}}));
    if (!packed)
        return tl::unexpected(packed.error());
    return std::string(form) + "?v=" + base64url(*packed);
}

Result<std::vector<std::string>> qr_rows(const std::string& text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        ::QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), ::QRcode_free
    );
    if (!code)
        return fail(Error::Kind::Invalid, "too long for a QR code");
    const auto width = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < width; row++) {
        std::string modules;
        for (std::size_t column = 0; column < width; column++)
            modules += (code->data[row * width + column] & 1U) != 0 ? '1' : '0';
        rows.push_back(std::move(modules));
    }
    return rows;
}

} // namespace guichet::hub
