// SPDX-License-Identifier: GPL-3.0-or-later
// The page's words. French first; every key is there in both.

import {en} from "./words-en.js";
import {fr} from "./words-fr.js";

export const words = {fr, en};

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

/// "3 jours", "12 heures": in the greatest unit that fits twice.
export function duration(seconds) {
  const [unit, size] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, each]) => seconds >= 2 * each && seconds % each === 0) ?? ["second", 1];
  return new Intl.NumberFormat(code, {style: "unit", unit, unitDisplay: "long"}).format(seconds / size);
}

/// "il y a 2 h": coarse on purpose.
export function ago(seconds) {
  const format = new Intl.RelativeTimeFormat(code, {numeric: "auto"});
  if (seconds < 5400) return format.format(-Math.max(1, Math.round(seconds / 60)), "minute");
  if (seconds < 129600) return format.format(-Math.round(seconds / 3600), "hour");
  return format.format(-Math.round(seconds / 86400), "day");
}
