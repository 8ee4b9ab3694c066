#include "hub/activity.hpp"

#include "base/themes.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <span>
#include <string_view>

namespace guichet::hub {
namespace {

constexpr std::int64_t longest_minutes = 23 * 60 + 59;
constexpr std::string_view paperwork = "aide_aux_demarches_administratives";

constexpr std::array<std::string_view, 3> autonomies{
    "entierement_accompagne", "partiellement_autonome", "autonome"};
constexpr std::array<std::string_view, 7> redirections{
    "administration",
    "mediation_numerique",
    "operateur_ou_organisme_en_charge",
    "aide_sociale",
    "insertion_professionnelle",
    "aide_aux_demarches_administratives",
    "autre"};
constexpr std::array<std::string_view, 3> kinds{"individuel", "collectif", "exercice"};
constexpr std::array<std::string_view, 2> outcomes{"finished", "unfinished"};
constexpr std::array<std::string_view, 3> ways{"alone", "helped", "in-my-place"};

/// Empty when not said; nullopt when it is none of them.
std::optional<std::string>
read_one(Body& body, const char* key, std::span<const std::string_view> known) {
    auto given = body.text(key, 64);
    if (given.empty() || std::ranges::find(known, given) != known.end())
        return given;
    return std::nullopt;
}

void set_half_day(Activity& activity) {
    const auto now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> day{};
    (void)std::strftime(day.data(), day.size(), "%Y-%m-%d", &local);
    activity.day = day.data();
    activity.half = local.tm_hour < 12 ? "am" : "pm";
}

/// "2/3": La Coop's way to show it.
std::string level(const std::string& autonomy) {
    const auto* const found = std::ranges::find(autonomies, autonomy);
    if (found == autonomies.end())
        return {};
    return std::to_string(found - autonomies.begin() + 1) + "/3";
}

/// RFC 4180; a leading sign that a spreadsheet would run as a formula cannot occur in our words.
std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& cell : cells) {
        if (!text.empty() || &cell != &cells.front())
            text += ',';
        std::string doubled;
        for (const char letter : cell)
            doubled += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        text += "\"" + doubled + "\"";
    }
    return text + "\r\n";
}

std::string theme_cell(const std::string& theme) {
    return theme.empty() ? std::string{} : std::string(paperwork) + "\n" + theme;
}

} // namespace

std::optional<Activity> read_activity(Body& body, Teller teller) {
    Activity activity;
    const auto theme = read_one(body, "theme", themes());
    const auto minutes = body.number("minutes", longest_minutes);
    const bool is_kiosk = teller == Teller::Kiosk;
    const auto kind = is_kiosk ? read_one(body, "kind", kinds) : std::string("individuel");
    const auto outcome = is_kiosk ? read_one(body, "outcome", outcomes) : std::string{};
    const auto how = is_kiosk ? read_one(body, "how", ways) : std::string("helped");
    const auto autonomy = is_kiosk ? std::string{} : read_one(body, "autonomy", autonomies);
    const auto redirected = is_kiosk ? std::string{} : read_one(body, "redirected", redirections);
    if (!body.is_right() || !theme || !kind || !outcome || !how || !autonomy || !redirected)
        return std::nullopt;
    activity.theme = *theme;
    activity.kind = kind->empty() ? "individuel" : *kind;
    activity.outcome = *outcome;
    activity.how = *how;
    activity.autonomy = *autonomy;
    activity.redirected = *redirected;
    activity.minutes = static_cast<int>((minutes + 14) / 15 * 15);
    set_half_day(activity);
    return activity;
}

std::string to_csv(const std::vector<Activity>& activities) {
    auto text = line(
        {"Date",
         "Type",
         "Participants",
         "Canaux d'accompagnement",
         "Nom du lieu",
         "Durée (min)",
         "Matériel numérique utilisé",
         "Thématique(s) d'accompagnement",
         "Niveau d'autonomie (ou de l'atelier)",
         "Bénéficiaire réorienté",
         "Structure de redirection",
         "Genre",
         "Tranche d'âge",
         "Statut",
         "Nombre"}
    );
    for (const auto& each : activities)
        text += line(
            {each.day,
             each.kind,
             "1",
             "lieu_activite",
             each.site,
             each.minutes == 0 ? "" : std::to_string(each.minutes),
             "autre",
             theme_cell(each.theme),
             level(each.autonomy),
             each.redirected.empty() ? "" : "Oui",
             each.redirected,
             "non_communique",
             "non_communique",
             "non_communique",
             std::to_string(each.count)}
        );
    return text;
}

} // namespace guichet::hub
