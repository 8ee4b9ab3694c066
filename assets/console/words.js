// SPDX-License-Identifier: GPL-3.0-or-later
// The page's words. French first; every key is there in both.

export const words = {
  fr: {
    other: "English", otherCode: "en", signIn: "Se connecter", account: "Identifiant", password: "Mot de passe",
    enter: "Entrer", signOut: name => `${name} · Quitter`, wrong: "L’identifiant ou le mot de passe n’est pas bon.",
    tooMany: seconds => `Trop d’essais. Réessayez dans ${seconds} s.`, noHub: "Le serveur ne répond pas. Réessayez.",
    linkUsed: "Ce lien a déjà servi ou il est trop ancien.",
    calls: "Appels", noCall: "Personne n’appelle.", me: "Ma présence", kiosks: "Les bornes", people: "Les collègues",
    calling: place => `${place} appelle`, urgent: "URGENT", step: step => `étape «\u00a0${step}\u00a0»`, language: name => `Langue : ${name}`, quoted: words => `«\u00a0${words}\u00a0»`,
    go: "J’y vais", pass: "Passer à un collègue", mute: "Couper le son ici", muted: "Son coupé ici", release: "Rendre l’appel",
    passTo: "À qui passer l’appel ?", back: "Retour", nobodyElse: "Il n’y a pas d’autre compte sur ce site.",
    passed: "Un collègue vous passe cet appel.", passedOther: name => `Passé à ${name}, qui ne l’a pas encore pris.`,
    mine: "Vous y allez.", takenBy: name => `Pris par ${name}.`, tooLate: "Trop tard : l’appel a changé.",
    code: "À donner à la borne :", hereMe: "Vous êtes à la borne. La personne termine l’appel sur l’écran.",
    hereOther: name => `${name} est à la borne.`, hereSomeone: "Quelqu’un est à la borne.",
    remind: "Vous avez pris cet appel il y a 2 minutes. Si vous ne pouvez pas y aller, rendez-le.",
    sayThere: "Dire à la borne :", replies: {coming: "J’arrive", "two-minutes": "2 minutes", "sit-down": "Asseyez-vous, je viens"},
    reasons: {"not-understood": "Je ne comprends pas", "read-with-me": "Lire avec moi", screen: "Problème d’écran",
      document: "Un document", rights: "Question sur mes droits", unwell: "Je ne me sens pas bien"},
    needs: {"large-text": "grands caractères", "read-aloud": "lecture à voix haute", switches: "contacteurs"},
    kioskLost: "Cette borne ne répond plus : allez voir.", rings: {room: "", site: "Tout le site est appelé.", everybody: "Tout le monde est appelé."},
    free: "libre", inUse: "occupée", steps: (step, of) => `Étape ${step} sur ${of}`, well: "avance bien", exercise: "exercice",
    same: minutes => `Même écran depuis ${minutes} min · proposer un coup de main ?`, lost: "ne répond plus", twins: "Deux bornes ont la même clé.",
    presences: {present: "Présent", busy: "Occupé", absent: "Absent"}, measured: "page ouverte", notMeasured: "page fermée",
    noKiosk: "Aucune borne n’est ajoutée.", blind: "Vous ne recevez plus les appels. La page essaie de se reconnecter.",
    plain: "Cette page ne peut pas vous réveiller. Gardez l’écran allumé ou utilisez le poste d’accueil.",
    sound: "Le son est bloqué par le navigateur.", soundOn: "Activer le son",
    afterTitle: "Vous avez aidé quelqu’un. Tout est facultatif.", theme: "Thème", minutes: "Durée", autonomy: "Autonomie", redirected: "Réorienté vers",
    keep: "Enregistrer", ignore: "Ignorer", kept: "C’est compté.", coop: "Guichet n’envoie rien à la Coop ; c’est vous qui enregistrez.",
    notSaid: "non précisé", min: minutes => `${minutes} min`,
    themes: {papiers_elections_citoyennete: "Papiers, élections, citoyenneté", famille_scolarite: "Famille, scolarité", social_sante: "Social, santé",
      travail_formation: "Travail, formation", logement: "Logement", transports_mobilite: "Transports, mobilité", argent_impots: "Argent, impôts",
      justice: "Justice", etrangers_europe: "Étrangers, Europe", loisirs_sports_culture: "Loisirs, sports, culture", associations: "Associations"},
    autonomies: {entierement_accompagne: "Avec guidage", partiellement_autonome: "Guidage en cas de besoin", autonome: "Autonome"},
    redirections: {administration: "Administration", mediation_numerique: "Médiation numérique", operateur_ou_organisme_en_charge: "Organisme en charge",
      aide_sociale: "Aide sociale", insertion_professionnelle: "Insertion professionnelle",
      aide_aux_demarches_administratives: "Aide aux démarches", autre: "Autre"},
  },
  en: {
    other: "Français", otherCode: "fr", signIn: "Sign in", account: "Name", password: "Password",
    enter: "Enter", signOut: name => `${name} · Leave`, wrong: "The name or the password is not right.",
    tooMany: seconds => `Too many attempts. Try again in ${seconds} s.`, noHub: "The server does not answer. Try again.",
    linkUsed: "This link was used already, or is too old.",
    calls: "Calls", noCall: "Nobody is calling.", me: "My presence", kiosks: "Kiosks", people: "Colleagues",
    calling: place => `${place} is calling`, urgent: "URGENT", step: step => `step “${step}”`, language: name => `Language: ${name}`, quoted: words => `“${words}”`,
    go: "I’m going", pass: "Pass to a colleague", mute: "Silence here", muted: "Silenced here", release: "Give the call back",
    passTo: "Who gets the call?", back: "Back", nobodyElse: "There is no other account at this site.",
    passed: "A colleague passes this call to you.", passedOther: name => `Passed to ${name}, who has not taken it yet.`,
    mine: "You are going.", takenBy: name => `Taken by ${name}.`, tooLate: "Too late: the call has changed.",
    code: "To give at the kiosk:", hereMe: "You are at the kiosk. The person ends the call on the screen.",
    hereOther: name => `${name} is at the kiosk.`, hereSomeone: "Somebody is at the kiosk.",
    remind: "You took this call 2 minutes ago. If you cannot go, give it back.",
    sayThere: "Say at the kiosk:", replies: {coming: "I’m coming", "two-minutes": "2 minutes", "sit-down": "Sit down, I’m coming"},
    reasons: {"not-understood": "I don’t understand", "read-with-me": "Read with me", screen: "Screen problem",
      document: "A document", rights: "Question about my rights", unwell: "I don’t feel well"},
    needs: {"large-text": "large text", "read-aloud": "read aloud", switches: "switches"},
    kioskLost: "This kiosk does not answer any more: go and see.", rings: {room: "", site: "The whole site is called.", everybody: "Everybody is called."},
    free: "free", inUse: "in use", steps: (step, of) => `Step ${step} of ${of}`, well: "getting on", exercise: "exercise",
    same: minutes => `Same screen for ${minutes} min · offer a hand?`, lost: "does not answer", twins: "Two kiosks have the same key.",
    presences: {present: "Present", busy: "Busy", absent: "Away"}, measured: "page open", notMeasured: "page closed",
    noKiosk: "No kiosk has been added.", blind: "You do not receive calls any more. The page is trying to reconnect.",
    plain: "This page cannot wake you up. Keep the screen on, or use the desk.",
    sound: "The browser blocks the sound.", soundOn: "Turn sound on",
    afterTitle: "You helped somebody. Everything is optional.", theme: "Theme", minutes: "Duration", autonomy: "Autonomy", redirected: "Redirected to",
    keep: "Save", ignore: "Ignore", kept: "It is counted.", coop: "Guichet sends nothing to La Coop; you record it yourself.",
    notSaid: "not said", min: minutes => `${minutes} min`,
    themes: {papiers_elections_citoyennete: "Papers, elections, citizenship", famille_scolarite: "Family, school", social_sante: "Welfare, health",
      travail_formation: "Work, training", logement: "Housing", transports_mobilite: "Transport", argent_impots: "Money, taxes",
      justice: "Justice", etrangers_europe: "Foreigners, Europe", loisirs_sports_culture: "Leisure, sports, culture", associations: "Associations"},
    autonomies: {entierement_accompagne: "With guidance", partiellement_autonome: "Guidance when needed", autonome: "On their own"},
    redirections: {administration: "Administration", mediation_numerique: "Digital mediation", operateur_ou_organisme_en_charge: "Organisation in charge",
      aide_sociale: "Social aid", insertion_professionnelle: "Back to work", aide_aux_demarches_administratives: "Help with procedures", autre: "Other"},
  },
};

function remembered() {
  try { return localStorage.getItem("language"); } catch { return null; }
}

let code = remembered() ?? (navigator.language?.startsWith("fr") === false ? "en" : "fr");

export const tr = () => words[code] ?? words.fr;
export const languageCode = () => code;

export function setLanguage(next) {
  code = next;
  try { localStorage.setItem("language", next); } catch { /* private window: until it closes */ }
}

export function languageName(of) {
  try { return new Intl.DisplayNames([of], {type: "language"}).of(of); } catch { return of; }
}
