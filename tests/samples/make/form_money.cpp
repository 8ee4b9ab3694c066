// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.hpp"

namespace samples {

namespace {

Form rib() {
    const auto iban = french_iban("30041", "00317", "05260418863");
    return {
        .kind = "rib",
        .prints =
            {{15, 12, 14, "BANQUE DES TROIS COLLINES", true},
             {110, 20, 13, "RELEVÉ D’IDENTITÉ BANCAIRE", true},
             {15, 34, 9, "Ce relevé est destiné à vos créanciers ou débiteurs."},
             {15, 46, 9, "Code banque"},
             {50, 46, 9, "Code guichet"},
             {85, 46, 9, "Numéro de compte"},
             {130, 46, 9, "Clé RIB"},
             {155, 46, 9, "Domiciliation"},
             {15, 53, 11, iban.substr(4, 5)},
             {50, 53, 11, iban.substr(9, 5)},
             {85, 53, 11, iban.substr(14, 11)},
             {130, 53, 11, iban.substr(25, 2)},
             {155, 53, 11, "BTC VALMONT"},
             {15, 68, 11, "IBAN"},
             {45, 68, 11, in_groups(iban, {4}), true},
             {15, 79, 11, "BIC"},
             {45, 79, 11, "BTCOFRPPXXX", true},
             {15, 94, 10, "Titulaire du compte :"},
             {70, 94, 11, "MME BENALI SAMIRA", true},
             {70, 101, 11, "12 RUE DES LILAS"},
             {70, 108, 11, "63000 CLERMONT-FERRAND"}},
        .fields = {
            {"rib.iban", iban},
            {"rib.bic", "BTCOFRPPXXX"},
            {"rib.titulaire", "MME BENALI SAMIRA"},
            {"rib.banque", "30041"},
            {"rib.guichet", "00317"},
            {"rib.compte", "05260418863"},
            {"rib.cle", iban.substr(25, 2)}}};
}

Form statement() {
    const auto iban = french_iban("30041", "00317", "05260418863");
    return {
        .kind = "releve-bancaire",
        .prints =
            {{15, 10, 14, "BANQUE DES TROIS COLLINES", true},
             {15, 20, 12, "RELEVÉ DE COMPTE", true},
             {110, 20, 10, "Relevé arrêté au 31/10/2026"},
             {15, 30, 10, "Titulaire du compte :"},
             {65, 30, 10, "M. LE GOFF YANN"},
             {15, 38, 10, "IBAN :"},
             {65, 38, 10, in_groups(iban, {4})},
             {15, 46, 10, "Période du 01/10/2026 au 31/10/2026"},
             {15, 58, 9, "Date"},
             {40, 58, 9, "Opérations"},
             {120, 58, 9, "Valeur"},
             {145, 58, 9, "Débit"},
             {175, 58, 9, "Crédit"},
             {40, 66, 10, "Ancien solde au 30/09/2026"},
             {175, 66, 10, "842,17"},
             {15, 74, 9, "05/10"},
             {40, 74, 9, "VIREMENT CAISSE DE RETRAITE"},
             {175, 74, 9, "1 203,50"},
             {15, 81, 9, "08/10"},
             {40, 81, 9, "PRÉLÈVEMENT LOYER"},
             {145, 81, 9, "515,00"},
             {15, 88, 9, "21/10"},
             {40, 88, 9, "CARTE MARCHÉ DES HALLES"},
             {145, 88, 9, "38,40"},
             {40, 98, 10, "Total des opérations"},
             {40, 106, 10, "Total des débits"},
             {145, 106, 10, "553,40"},
             {40, 114, 10, "Total des crédits"},
             {175, 114, 10, "1 203,50"},
             {40, 123, 10, "Nouveau solde au 31/10/2026", true},
             {175, 123, 10, "1 492,27", true}},
        .fields = {
            {"releve-bancaire.iban", iban},
            {"releve-bancaire.titulaire", "M. LE GOFF YANN"},
            {"releve-bancaire.date_debut", "2026-10-01"},
            {"releve-bancaire.date_fin", "2026-10-31"},
            {"releve-bancaire.solde_debut", "842,17"},
            {"releve-bancaire.solde_fin", "1492,27"},
            {"releve-bancaire.total_debits", "553,40"},
            {"releve-bancaire.total_credits", "1203,50"}}};
}

Form payslip() {
    const auto nir = with_nir_key("2930731555042");
    const auto siret = with_siret_digit("48213507", "0012");
    return {
        .kind = "bulletin-paie",
        .prints =
            {{15, 8, 14, "BULLETIN DE PAIE", true},
             {120, 9, 10, "Période : octobre 2026"},
             {15, 18, 10, "Employeur : ATELIERS DU GARDON"},
             {15, 24, 10, "SIRET : " + in_groups(siret, {3, 3, 3, 5})},
             {15, 30, 10, "Code APE : 3109B"},
             {110, 18, 10, "Nom : MARTINEZ-ROUX"},
             {110, 24, 10, "Prénom : LUCIE"},
             {110, 30, 10, "N° de sécurité sociale : " + in_groups(nir, {1, 2, 2, 2, 3, 3, 2})},
             {15, 36, 10, "Matricule : 004217"},
             {110, 36, 10, "Emploi : Ébéniste"},
             {15, 42, 10, "Date d’entrée : 03/09/2018"},
             {110, 42, 10, "Convention collective : Ameublement"},
             {15, 54, 9, "Désignation"},
             {100, 54, 9, "Base"},
             {130, 54, 9, "Taux"},
             {160, 54, 9, "Montant"},
             {15, 61, 10, "Salaire de base"},
             {98, 61, 10, "151,67"},
             {130, 61, 10, "13,4500"},
             {160, 61, 10, "2 039,96"},
             {15, 69, 10, "Salaire brut", true},
             {160, 69, 10, "2 039,96", true},
             {15, 77, 10, "Retraite complémentaire"},
             {98, 77, 10, "2 039,96"},
             {160, 77, 10, "81,80"},
             {15, 85, 10, "Montant net social"},
             {160, 85, 10, "1 604,11"},
             {15, 93, 10, "Net imposable"},
             {160, 93, 10, "1 655,48"},
             {15, 101, 10, "Net à payer avant impôt sur le revenu", true},
             {160, 101, 10, "1 596,20", true},
             {15, 109, 10, "Impôt sur le revenu prélevé à la source"},
             {160, 109, 10, "48,01"},
             {15, 118, 11, "Net à payer au salarié", true},
             {160, 118, 11, "1 548,19", true},
             {15, 128, 9, "Payé le 30/10/2026 par virement"}},
        .fields = {
            {"bulletin-paie.nom", "MARTINEZ-ROUX"},
            {"bulletin-paie.prenoms", "LUCIE"},
            {"bulletin-paie.nir", nir},
            {"bulletin-paie.siret", siret},
            {"bulletin-paie.periode", "2026-10"},
            {"bulletin-paie.date_entree", "2018-09-03"},
            {"bulletin-paie.salaire_base", "2039,96"},
            {"bulletin-paie.salaire_brut", "2039,96"},
            {"bulletin-paie.net_social", "1604,11"},
            {"bulletin-paie.net_imposable", "1655,48"},
            {"bulletin-paie.net_avant_impot", "1596,20"},
            {"bulletin-paie.impot_preleve", "48,01"},
            {"bulletin-paie.net_a_payer", "1548,19"},
            {"bulletin-paie.date_paiement", "2026-10-30"}}};
}

} // namespace

std::vector<Form> bank_and_work_forms() {
    return {rib(), statement(), payslip()};
}

} // namespace samples
