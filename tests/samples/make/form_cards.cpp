// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.hpp"

namespace samples {

namespace {

Form vitale() {
    const auto nir = with_nir_key("2680363113047");
    return {
        .kind = "carte-vitale",
        .width = 85.6,
        .height = 54,
        .prints =
            {{8, 4, 18, "Vitale", true},
             {25, 14, 7, "carte d’assurance maladie"},
             {27, 24, 7, "émise le 12/05/2015"},
             {25, 35, 8, "SAMIRA"},
             {25, 39, 8, "BENALI"},
             {25, 45, 8, in_groups(nir, {1, 2, 2, 2, 3, 3, 2})}},
        .fields =
            {{"carte-vitale.nir", nir},
             {"carte-vitale.nom", "BENALI"},
             {"carte-vitale.prenoms", "SAMIRA"},
             {"carte-vitale.date_emission", "2015-05-12"}},
        .card = true};
}

Form new_card_front() {
    return {
        .kind = "carte-identite",
        .width = 85.6,
        .height = 54,
        .prints =
            {{4, 2, 6, "RÉPUBLIQUE FRANÇAISE", true},
             {40, 2, 6, "CARTE NATIONALE D’IDENTITÉ / IDENTITY CARD", true},
             {30, 8, 4.5, "NOM / Surname"},
             {30, 10.5, 7, "BENALI", true},
             {30, 15, 4.5, "Prénoms / Given names"},
             {30, 17.5, 7, "Samira, Louise", true},
             {30, 22, 4.5, "SEXE / Sex"},
             {45, 22, 4.5, "NATIONALITÉ / Nationality"},
             {66, 22, 4.5, "DATE DE NAISS. / Date of birth"},
             {30, 24.5, 7, "F", true},
             {45, 24.5, 7, "FRA", true},
             {66, 24.5, 7, "14 03 1968", true},
             {30, 29, 4.5, "LIEU DE NAISSANCE / Place of birth"},
             {30, 31.5, 7, "CLERMONT-FERRAND", true},
             {30, 36, 4.5, "N° DU DOCUMENT / Document No"},
             {60, 36, 4.5, "DATE D’EXPIR. / Expiry date"},
             {30, 38.5, 7, "X4RTBPFW4", true},
             {60, 38.5, 7, "20 06 2031", true}},
        .fields =
            {{"identite.nom", "BENALI"},
             {"identite.prenoms", "Samira Louise"},
             {"identite.sexe", "F"},
             {"identite.nationalite", "FRA"},
             {"identite.date_naissance", "1968-03-14"},
             {"identite.lieu_naissance", "CLERMONT-FERRAND"},
             {"identite.numero", "X4RTBPFW4"},
             {"identite.expiration", "2031-06-20"}},
        .card = true};
}

Form old_card_back() {
    return {
        .kind = "carte-identite-1988",
        .width = 105,
        .height = 74,
        .prints =
            {{6, 12, 7, "Adresse :"},
             {25, 12, 8, "3 PLACE DE L’ÉGLISE"},
             {25, 17, 8, "29120 PONT-L’ABBÉ"},
             {6, 26, 7, "Carte valable jusqu’au :"},
             {42, 26, 8, "11.02.2019"},
             {6, 33, 7, "délivrée le :"},
             {30, 33, 8, "12.02.2009"},
             {6, 40, 7, "par :"},
             {20, 40, 8, "PRÉFECTURE DE QUIMPER (29)"},
             {6, 47, 7, "Signature de l’autorité :"}},
        .fields =
            {{"identite.expiration", "2019-02-11"},
             {"identite.date_delivrance", "2009-02-12"},
             {"identite.delivre_par", "PRÉFECTURE DE QUIMPER (29)"},
             {"identite.adresse", "3 PLACE DE L’ÉGLISE 29120 PONT-L’ABBÉ"}},
        .card = true};
}

Form permit_front() {
    return {
        .kind = "titre-sejour",
        .width = 85.6,
        .height = 54,
        .prints =
            {{4, 2, 6, "RÉPUBLIQUE FRANÇAISE", true},
             {42, 2, 6, "TITRE DE SÉJOUR / RESIDENCE PERMIT", true},
             {30, 8, 4.5, "NOM / Surname"},
             {30, 10.5, 7, "OKONJO", true},
             {30, 15, 4.5, "Prénoms / Forenames"},
             {30, 17.5, 7, "ADAEZE", true},
             {30, 22, 4.5, "SEXE / Sex"},
             {45, 22, 4.5, "NATIONALITÉ / Nationality"},
             {66, 22, 4.5, "DATE DE NAISSANCE"},
             {30, 24.5, 7, "F", true},
             {45, 24.5, 7, "NGA", true},
             {66, 24.5, 7, "02 11 1985", true},
             {30, 29, 4.5, "CATÉGORIE DU TITRE"},
             {30, 31.5, 6.5, "CARTE DE RÉSIDENT", true},
             {30, 36, 4.5, "DATE DE FIN DE VALIDITÉ"},
             {30, 38.5, 7, "17 04 2033", true}},
        .fields =
            {{"identite.nom", "OKONJO"},
             {"identite.prenoms", "ADAEZE"},
             {"identite.sexe", "F"},
             {"identite.nationalite", "NGA"},
             {"identite.date_naissance", "1985-11-02"},
             {"identite.type_titre", "CARTE DE RÉSIDENT"},
             {"identite.expiration", "2033-04-17"}},
        .card = true};
}

Form licence() {
    return {
        .kind = "permis-conduire",
        .width = 85.6,
        .height = 54,
        .prints =
            {{18, 3, 8, "PERMIS DE CONDUIRE", true},
             {58, 3, 6, "RÉPUBLIQUE FRANÇAISE"},
             {30, 12, 7, "1. LE GOFF"},
             {30, 17, 7, "2. YANN ERWAN"},
             {30, 22, 7, "3. 02.11.1947 QUIMPER"},
             {30, 27, 7, "4a. 12.03.2024"},
             {58, 27, 7, "4c. PRÉFET 29"},
             {30, 32, 7, "4b. 11.03.2039"},
             {30, 37, 7, "5. 24AB41877"}},
        .fields =
            {{"permis-conduire.nom", "LE GOFF"},
             {"permis-conduire.prenoms", "YANN ERWAN"},
             {"permis-conduire.naissance", "1947-11-02"},
             {"permis-conduire.date_delivrance", "2024-03-12"},
             {"permis-conduire.expiration", "2039-03-11"},
             {"permis-conduire.numero", "24AB41877"}},
        .card = true};
}

Form registration() {
    return {
        .kind = "carte-grise",
        .width = 140,
        .height = 105,
        .prints =
            {{6, 4, 8, "RÉPUBLIQUE FRANÇAISE"},
             {60, 4, 9, "CERTIFICAT D’IMMATRICULATION", true},
             {6, 14, 9, "A"},
             {14, 14, 10, "FK-418-RV", true},
             {60, 14, 9, "B"},
             {68, 14, 10, "21/06/2019"},
             {6, 22, 9, "C.1"},
             {18, 22, 10, "BENALI SAMIRA"},
             {6, 30, 9, "C.3"},
             {18, 30, 10, "12 RUE DES LILAS"},
             {18, 36, 10, "63000 CLERMONT-FERRAND"},
             {6, 46, 9, "D.1"},
             {18, 46, 10, "PEUGEOT"},
             {6, 54, 9, "D.3"},
             {18, 54, 10, "208"},
             {6, 62, 9, "E"},
             {18, 62, 10, "VF3CCYHYPKW084417"},
             {6, 70, 9, "F.1"},
             {18, 70, 10, "1560"},
             {40, 70, 9, "G"},
             {50, 70, 10, "1065"},
             {75, 70, 9, "J.1"},
             {87, 70, 10, "VP"},
             {6, 78, 9, "P.1"},
             {18, 78, 10, "1199"},
             {40, 78, 9, "P.3"},
             {50, 78, 10, "ES"},
             {75, 78, 9, "P.6"},
             {87, 78, 10, "4"},
             {6, 86, 9, "S.1"},
             {18, 86, 10, "5"},
             {40, 86, 9, "I"},
             {50, 86, 10, "14/02/2023"}},
        .fields =
            {{"carte-grise.immatriculation", "FK418RV"},
             {"carte-grise.premiere_immatriculation", "2019-06-21"},
             {"carte-grise.titulaire", "BENALI SAMIRA"},
             {"carte-grise.adresse", "12 RUE DES LILAS 63000 CLERMONT-FERRAND"},
             {"carte-grise.marque", "PEUGEOT"},
             {"carte-grise.modele", "208"},
             {"carte-grise.vin", "VF3CCYHYPKW084417"},
             {"carte-grise.masse_max", "1560"},
             {"carte-grise.genre", "VP"},
             {"carte-grise.cylindree", "1199"},
             {"carte-grise.energie", "ES"},
             {"carte-grise.puissance_fiscale", "4"},
             {"carte-grise.date_immatriculation", "2023-02-14"}},
        .card = true};
}

} // namespace

std::vector<Form> card_forms() {
    return {vitale(), new_card_front(), old_card_back(), permit_front(), licence(), registration()};
}

} // namespace samples
