// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.hpp"

namespace samples {

namespace {

Form energy() {
    return {
        .kind = "facture-energie",
        .prints =
            {{15, 10, 14, "Lumière du Pays", true},
             {15, 18, 9, "Électricité et gaz"},
             {120, 14, 10, "MME BENALI SAMIRA"},
             {120, 20, 10, "12 RUE DES LILAS"},
             {120, 26, 10, "63000 CLERMONT-FERRAND"},
             {100, 40, 12, "Facture du 14/10/2026", true},
             {100, 47, 9, "n° de facture : 10482237751"},
             {15, 40, 10, "Vos références", true},
             {15, 47, 9, "Référence client : 4 118 204 771"},
             {15, 60, 9, "Lieu de consommation"},
             {15, 66, 9, "12 RUE DES LILAS"},
             {15, 71, 9, "63000 CLERMONT-FERRAND"},
             {15, 82, 9, "Point de livraison (PDL) : 14482031177654"},
             {100, 60, 10, "Abonnement et consommation en kWh"},
             {100, 70, 10, "Total hors TVA"},
             {175, 70, 10, "71,30 €"},
             {100, 78, 10, "Montant TVA"},
             {175, 78, 10, "12,64 €"},
             {100, 87, 11, "Total TTC", true},
             {175, 87, 11, "83,94 €", true},
             {100, 98, 10, "Ce montant sera prélevé le 02/11/2026"},
             {15, 112, 9, "Enedis gère le réseau d’électricité. Dépannage : 09 72 67 50 63"}},
        .fields = {
            {"facture.date", "2026-10-14"},
            {"facture.numero", "10482237751"},
            {"facture.lieu_consommation", "12 RUE DES LILAS 63000 CLERMONT-FERRAND"},
            {"facture.pdl", "14482031177654"},
            {"facture.montant_ht", "71,30"},
            {"facture.tva", "12,64"},
            {"facture.montant_ttc", "83,94"},
            {"facture.date_prelevement", "2026-11-02"}}};
}

Form water() {
    return {
        .kind = "facture-eau",
        .prints =
            {{15, 10, 14, "Régie des Eaux du Val d’Orne", true},
             {15, 20, 12, "Votre facture d’eau", true},
             {110, 20, 10, "Facture n° 2026-118402"},
             {110, 27, 10, "Date de facture : 22/09/2026"},
             {15, 34, 10, "Titulaire du contrat : LE GOFF YANN"},
             {15, 42, 10, "N° client : 20418837"},
             {15, 52, 10, "Adresse desservie"},
             {15, 58, 10, "3 PLACE DE L’ÉGLISE"},
             {15, 64, 10, "29120 PONT-L’ABBÉ"},
             {15, 76, 10, "Distribution de l’eau : consommation 38 m3"},
             {15, 83, 10, "Collecte et traitement des eaux usées"},
             {15, 90, 10, "Compteur relevé le 10/09/2026, assainissement compris"},
             {15, 100, 10, "Total HT"},
             {150, 100, 10, "132,40 €"},
             {15, 107, 10, "Montant TVA"},
             {150, 107, 10, "7,28 €"},
             {15, 115, 11, "Montant à payer", true},
             {150, 115, 11, "139,68 €", true},
             {15, 124, 10, "Date limite de paiement : 15/10/2026"}},
        .fields = {
            {"facture.client", "LE GOFF YANN"},
            {"facture.numero", "2026-118402"},
            {"facture.numero_client", "20418837"},
            {"facture.date", "2026-09-22"},
            {"facture.lieu_consommation", "3 PLACE DE L’ÉGLISE 29120 PONT-L’ABBÉ"},
            {"facture.montant_ht", "132,40"},
            {"facture.tva", "7,28"},
            {"facture.montant_ttc", "139,68"},
            {"facture.date_prelevement", "2026-10-15"}}};
}

Form phone() {
    return {
        .kind = "facture-telephone",
        .prints =
            {{15, 10, 14, "Ondine Télécom", true},
             {15, 20, 12, "Facture mobile du 03/11/2026", true},
             {120, 20, 10, "N° de facture : M48820117"},
             {15, 32, 10, "Titulaire de la ligne : MARTINEZ-ROUX LUCIE"},
             {15, 40, 10, "Numéro de ligne : 06 39 98 41 27"},
             {15, 48, 10, "Numéro client : 7720418"},
             {15, 60, 10, "Forfait mobile 40 Go, internet et communications"},
             {15, 70, 10, "Total HT"},
             {150, 70, 10, "16,66 €"},
             {15, 78, 10, "Montant TVA"},
             {150, 78, 10, "3,33 €"},
             {15, 87, 11, "Total TTC", true},
             {150, 87, 11, "19,99 €", true},
             {15, 98, 10, "Cette somme sera prélevée. Prélèvement le 12/11/2026"},
             {15, 110, 9, "Abonnement sans engagement"}},
        .fields = {
            {"facture.client", "MARTINEZ-ROUX LUCIE"},
            {"facture.telephone", "0639984127"},
            {"facture.numero", "M48820117"},
            {"facture.numero_client", "7720418"},
            {"facture.date", "2026-11-03"},
            {"facture.montant_ht", "16,66"},
            {"facture.tva", "3,33"},
            {"facture.montant_ttc", "19,99"},
            {"facture.date_prelevement", "2026-11-12"}}};
}

Form rent() {
    return {
        .kind = "quittance-loyer",
        .prints =
            {{70, 10, 14, "QUITTANCE DE LOYER", true},
             {15, 24, 10, "Quittance de loyer du mois de novembre 2026"},
             {15, 34, 10, "Bailleur : Hélène Castagnet"},
             {15, 42, 10, "Locataire : Samira Benali"},
             {15, 50, 10, "Adresse de la location :"},
             {15, 56, 10, "12 RUE DES LILAS"},
             {15, 62, 10, "63000 CLERMONT-FERRAND"},
             {15, 74, 10, "Période du 01/11/2026 au 30/11/2026"},
             {15, 84, 10, "Loyer hors charges"},
             {120, 84, 10, "462,00 €"},
             {15, 92, 10, "Provision pour charges"},
             {120, 92, 10, "53,00 €"},
             {15, 100, 11, "Total payé", true},
             {120, 100, 11, "515,00 €", true},
             {15, 112, 10, "Je reconnais avoir reçu cette somme. Fait le 05/11/2026"}},
        .fields = {
            {"quittance-loyer.mois", "2026-11"},
            {"quittance-loyer.bailleur", "Hélène Castagnet"},
            {"quittance-loyer.locataire", "Samira Benali"},
            {"quittance-loyer.adresse", "12 RUE DES LILAS 63000 CLERMONT-FERRAND"},
            {"quittance-loyer.loyer", "462"},
            {"quittance-loyer.charges", "53"},
            {"quittance-loyer.total", "515"},
            {"quittance-loyer.date", "2026-11-05"}}};
}

} // namespace

std::vector<Form> home_forms() {
    return {energy(), water(), phone(), rent()};
}

} // namespace samples
