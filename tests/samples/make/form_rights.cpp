// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.hpp"

namespace samples {

namespace {

Form health() {
    const auto nir = with_nir_key("2680363113047");
    return {
        .kind = "attestation-droits",
        .prints =
            {{15, 10, 12, "l’Assurance Maladie", true},
             {15, 22, 13, "ATTESTATION DE DROITS À L’ASSURANCE MALADIE", true},
             {15, 34, 10, "Nom de famille : BENALI"},
             {15, 41, 10, "Prénom : SAMIRA"},
             {15, 48, 10, "Numéro de sécurité sociale : " + in_groups(nir, {1, 2, 2, 2, 3, 3, 2})},
             {15, 55, 10, "Date de naissance : 14/03/1968"},
             {15, 66, 10, "Organisme de rattachement : CPAM DU PUY-DE-DOME"},
             {15, 73, 10, "Code organisme de rattachement : 01 631 0000"},
             {15, 84, 10, "Droits ouverts du 01/01/2026"},
             {15, 95, 10, "Ces informations sont valables sauf changement de situation."},
             {15, 106, 10, "Attestation établie le 12/10/2026"}},
        .fields = {
            {"attestation-droits.nom", "BENALI"},
            {"attestation-droits.prenoms", "SAMIRA"},
            {"attestation-droits.nir", nir},
            {"attestation-droits.date_naissance", "1968-03-14"},
            {"attestation-droits.organisme", "CPAM DU PUY-DE-DOME"},
            {"attestation-droits.code_organisme", "016310000"},
            {"attestation-droits.debut_droits", "2026-01-01"},
            {"attestation-droits.date", "2026-10-12"}}};
}

Form family() {
    return {
        .kind = "attestation-caf",
        .prints =
            {{15, 10, 12, "CAISSE D’ALLOCATIONS FAMILIALES", true},
             {15, 20, 13, "ATTESTATION DE PAIEMENT", true},
             {15, 32, 10, "N° allocataire : 4182207"},
             {15, 40, 10, "Pour le mois de octobre 2026"},
             {15, 50, 10, "Quotient familial : 612 €"},
             {15, 62, 10, "Prestations versées"},
             {15, 70, 10, "Aide personnalisée au logement"},
             {120, 70, 10, "214,00 €"},
             {15, 78, 10, "Prime d’activité"},
             {120, 78, 10, "168,42 €"},
             {15, 88, 11, "Total versé", true},
             {120, 88, 11, "382,42 €", true},
             {15, 102, 10, "Fait le 06/11/2026"}},
        .fields = {
            {"attestation-caf.numero_allocataire", "4182207"},
            {"attestation-caf.mois", "2026-10"},
            {"attestation-caf.quotient_familial", "612"},
            {"attestation-caf.apl", "214"},
            {"attestation-caf.prime_activite", "168,42"},
            {"attestation-caf.montant_total", "382,42"},
            {"attestation-caf.date", "2026-11-06"}}};
}

Form work() {
    return {
        .kind = "attestation-france-travail",
        .prints =
            {{15, 10, 14, "France Travail", true},
             {15, 22, 13, "AVIS DE SITUATION", true},
             {15, 34, 10, "Identifiant : 4418207K"},
             {15, 42, 10, "Nom et prénom : LE GOFF YANN"},
             {15, 52, 10, "Demandeur d’emploi inscrit depuis le 15/04/2026"},
             {15, 60, 10, "Catégorie : 1"},
             {15, 70, 10, "Allocation journalière brute : 38,12 €"},
             {15, 78, 10, "Montant versé : 1 105,48 €"},
             {15, 92, 10, "Attestation établie le 02/11/2026"}},
        .fields = {
            {"attestation-france-travail.identifiant", "4418207K"},
            {"attestation-france-travail.nom", "LE GOFF YANN"},
            {"attestation-france-travail.date_inscription", "2026-04-15"},
            {"attestation-france-travail.allocation_journaliere", "38,12"},
            {"attestation-france-travail.montant", "1105,48"},
            {"attestation-france-travail.date", "2026-11-02"}}};
}

Form birth() {
    return {
        .kind = "acte-naissance",
        .prints =
            {{15, 10, 12, "MAIRIE DE VALMONT-SUR-ORNE", true},
             {40, 22, 13, "EXTRAIT D’ACTE DE NAISSANCE", true},
             {15, 34, 10, "Acte n° 417/1993"},
             {15, 44, 10, "Nom : MARTINEZ-ROUX"},
             {15, 51, 10, "Prénoms : Lucie, Élise"},
             {15, 58, 10, "Date de naissance : 28 juillet 1993"},
             {15, 65, 10, "Lieu de naissance : Toulouse"},
             {15, 72, 10, "Sexe : F"},
             {15, 82, 10, "Père : Antoine MARTINEZ"},
             {15, 89, 10, "Mère : Claire ROUX"},
             {15, 100, 10, "Mentions marginales : néant"},
             {15, 112, 10, "Délivré le 19/10/2026 par l’officier de l’état civil"}},
        .fields = {
            {"acte-naissance.numero", "417/1993"},
            {"acte-naissance.nom", "MARTINEZ-ROUX"},
            {"acte-naissance.prenoms", "Lucie Élise"},
            {"acte-naissance.date_naissance", "1993-07-28"},
            {"acte-naissance.lieu_naissance", "Toulouse"},
            {"acte-naissance.sexe", "F"},
            {"acte-naissance.pere", "Antoine MARTINEZ"},
            {"acte-naissance.mere", "Claire ROUX"},
            {"acte-naissance.date_delivrance", "2026-10-19"}}};
}

Form letter() {
    return {
        .kind = "courrier",
        .prints =
            {{15, 10, 11, "Office du logement de Valmont", true},
             {120, 26, 10, "Valmont, le 9 novembre 2026"},
             {15, 36, 10, "Nos références : OLV-2026-4418"},
             {15, 44, 10, "Objet : dossier de logement à compléter"},
             {15, 56, 10, "Madame, Monsieur,"},
             {15, 66, 10, "Votre demande est arrivée dans notre service."},
             {15, 73, 10, "Vous devez nous envoyer deux papiers avant le 30/11/2026."},
             {15, 80, 10, "Une participation de 25,00 euros est prévue."},
             {15, 94, 10, "Nous vous prions d’agréer nos salutations distinguées."}},
        .fields = {
            {"courrier.date", "2026-11-09"},
            {"courrier.reference", "OLV-2026-4418"},
            {"courrier.objet", "dossier de logement à compléter"},
            {"courrier.echeance", "2026-11-30"},
            {"courrier.demande", "Vous devez nous envoyer deux papiers avant le 30/11/2026."},
            {"courrier.montants", "25"}}};
}

/// Ordinary reading, with words that papers also have.
Form story() {
    return {
        .kind = "",
        .prints = {
            {15, 15, 11, "Le facteur apporta ce matin-là une enveloppe sans timbre."},
            {15, 24, 11, "Mon père la posa sur la table, près du total des courses,"},
            {15, 33, 11, "et dit que la naissance du jour valait bien un loyer."},
            {15, 42, 11, "Il prit sa carte, regarda la date, compta trois francs"},
            {15, 51, 11, "et sortit acheter du pain au coin de la rue des Lilas."},
            {15, 60, 11, "Le nom de la boulangère ne figurait nulle part,"},
            {15, 69, 11, "mais tout le village le connaissait depuis 1954."}}};
}

/// It looks like an invoice and is an advertisement.
Form advertisement() {
    return {
        .kind = "",
        .prints = {
            {15, 15, 16, "GRANDE BRADERIE D’AUTOMNE", true},
            {15, 32, 12, "Vêtements, chaussures, vaisselle : jusqu’à 50 % de remise"},
            {15, 45, 12, "Manteau 39,90 € au lieu de 79,80 €"},
            {15, 58, 12, "Samedi 14/11/2026 de 9 h à 18 h, salle des fêtes"},
            {15, 71, 12, "Renseignements : 04 73 55 01 28"}}};
}

} // namespace

std::vector<Form> rights_forms() {
    return {health(), family(), work(), birth(), letter()};
}

std::vector<Form> other_forms() {
    return {story(), advertisement()};
}

} // namespace samples
