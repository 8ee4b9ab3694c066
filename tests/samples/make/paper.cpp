// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.hpp"

#include "sheet.hpp"

#include <cmath>
#include <string>

namespace samples {

namespace {

std::string french_date(const std::string& iso) {
    return iso.substr(8, 2) + " " + iso.substr(5, 2) + " " + iso.substr(0, 4);
}

std::string grouped(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += ' ';
        text += digits[i];
    }
    return text;
}

} // namespace

guichet::Image draw_card(const Person& person) {
    const Sheet sheet(85.6, 54, {0.9, 0.94, 0.95});
    sheet.guilloche(85.6, 54);
    sheet.write(4, 3, 5, "TAILLE / Height");
    sheet.write(4, 5.5, 7, "1,64 m", true);
    sheet.write(4, 10, 5, "ADRESSE / Address");
    sheet.write(4, 12.5, 7, person.street, true);
    sheet.write(4, 16, 7, person.town, true);
    sheet.write(4, 22, 5, "DATE DE DÉLIVRANCE / Date of issue");
    sheet.write(4, 24.5, 7, "21 06 2021", true);
    sheet.write(58, 5, 8, "SPÉCIMEN", true);
    sheet.zone(card_zone(person), 4.7, 36.5);
    return sheet.image();
}

guichet::Image draw_old_card(const Person& person) {
    const Sheet sheet(105, 74, {0.88, 0.93, 0.97});
    sheet.guilloche(105, 74);
    sheet.write(4, 3, 8, "RÉPUBLIQUE FRANÇAISE", true);
    sheet.write(4, 8, 7, "CARTE NATIONALE D'IDENTITÉ N° : " + person.old_card_number);
    sheet.write(72, 3, 8, "SPÉCIMEN", true);
    sheet.portrait(5, 15);
    sheet.write(37, 15, 7, "Nom : " + person.family_name);
    sheet.write(37, 21, 7, "Prénom(s) : " + person.given_names);
    sheet.write(37, 27, 7, std::string("Sexe : ") + person.sex);
    sheet.write(55, 27, 7, "Né(e) le : " + french_date(person.birth));
    sheet.write(37, 33, 7, "Nationalité : Française");
    sheet.zone(old_card_zone(person), 6.5, 61);
    return sheet.image();
}

guichet::Image draw_passport(const Person& person) {
    const Sheet sheet(125, 88, {0.95, 0.91, 0.9});
    sheet.guilloche(125, 88);
    sheet.write(5, 3, 8, "PASSEPORT   Passport   RÉPUBLIQUE FRANÇAISE", true);
    sheet.portrait(6, 16);
    sheet.write(42, 14, 7, "Nom / Surname");
    sheet.write(42, 17, 8, person.family_name, true);
    sheet.write(42, 24, 7, "Prénoms / Given names");
    sheet.write(42, 27, 8, person.given_names, true);
    sheet.write(42, 34, 7, "Nationalité / Nationality   Française");
    sheet.write(42, 41, 7, "Date de naissance / Date of birth   " + french_date(person.birth));
    sheet.write(42, 48, 7, "Date d’expiration / Date of expiry   " + french_date(person.expiry));
    sheet.write(95, 58, 8, "SPÉCIMEN", true);
    sheet.zone(passport_zone(person), 6.6, 73.5);
    return sheet.image();
}

guichet::Image draw_tax_notice(const Person& person) {
    const Sheet sheet(210, 297, {0.99, 0.99, 0.985});
    sheet.write(20, 14, 12, "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", true);
    sheet.write(20, 24, 16, "AVIS D’IMPÔT ÉTABLI EN 2025", true);
    sheet.write(20, 33, 11, "Impôt sur les revenus de l’année 2024 – SPÉCIMEN");
    sheet.rectangle(18, 44, 84, 42, 0.93);
    sheet.write(20, 46, 11, "Vos références", true);
    sheet.write(20, 54, 10, "Numéro fiscal : " + grouped(tax_number(person)));
    sheet.write(20, 61, 10, "Référence de l’avis : " + person.notice_reference);
    sheet.write(20, 68, 10, "Numéro FIP : 630 01 0412083");
    sheet.write(20, 75, 10, "Date d’établissement : 08/07/2025");
    sheet.write(115, 50, 10, "Nom : " + person.family_name);
    sheet.write(115, 56, 10, "Prénoms : " + person.given_names);
    sheet.write(115, 64, 10, "Adresse au 1er janvier 2025 :");
    sheet.write(115, 70, 10, person.street);
    sheet.write(115, 76, 10, person.town);
    sheet.write(20, 98, 12, "Votre situation", true);
    const auto income = std::to_string(person.income);
    sheet.write(20, 108, 11, "Revenu fiscal de référence : " + grouped(income) + " €", true);
    sheet.write(20, 116, 11, "Nombre de parts : " + person.parts, true);
    const std::vector<std::string> lines{
        "Ce document est un spécimen fictif : il n’a aucune valeur.",
        "Salaires et pensions déclarés par l’employeur ou la caisse de retraite",
        "Déduction de dix pour cent ou frais réels justifiés",
        "Revenu brut global avant charges et abattements",
        "Montant de l’impôt après décote et réductions",
        "Prélèvement à la source déjà payé pendant l’année",
        "Il ne vous reste rien à payer. Vous n’avez aucune démarche à faire.",
        "Conservez cet avis : il peut vous être demandé pour vos démarches.",
        "Pour toute question, appelez le centre des finances publiques."};
    for (std::size_t i = 0; i < lines.size(); ++i)
        sheet.write(20, 132 + 9 * static_cast<double>(i), 10, lines[i]);
    return sheet.image();
}

guichet::Image draw_cat() {
    const Sheet sheet(120, 90, {0.72, 0.66, 0.55});
    auto* cairo = sheet.cairo();
    cairo_set_source_rgb(cairo, 0.5, 0.36, 0.22);
    cairo_arc(cairo, 60, 52, 30, 0, 6.3);
    cairo_move_to(cairo, 34, 36);
    cairo_line_to(cairo, 36, 8);
    cairo_line_to(cairo, 54, 24);
    cairo_move_to(cairo, 66, 24);
    cairo_line_to(cairo, 84, 8);
    cairo_line_to(cairo, 86, 36);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.25, 0.17, 0.1);
    cairo_set_line_width(cairo, 0.5);
    for (int i = 0; i < 900; ++i) { // fur
        const double angle = i * 2.399963;
        const double away = 30 * std::sqrt(i / 900.0);
        cairo_move_to(cairo, 60 + away * std::cos(angle), 52 + away * std::sin(angle));
        cairo_rel_line_to(cairo, 2 * std::cos(angle + 0.4), 2 * std::sin(angle + 0.4));
        cairo_stroke(cairo);
    }
    for (const double x : {48.0, 72.0}) {
        cairo_set_source_rgb(cairo, 0.7, 0.8, 0.3);
        cairo_arc(cairo, x, 44, 5, 0, 6.3);
        cairo_fill(cairo);
        cairo_set_source_rgb(cairo, 0, 0, 0);
        cairo_rectangle(cairo, x - 0.8, 40, 1.6, 8);
        cairo_fill(cairo);
    }
    return sheet.image();
}

} // namespace samples
